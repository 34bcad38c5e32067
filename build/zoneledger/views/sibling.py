"""Who does the same elsewhere: the organisations of one type in other cities.

It is the one thing on an organisation's page that other plans decide. A type with few organisations ranks them by their
duties in all plans. With more, a single new duty would change very many pages: there a page names its neighbours in the
same province instead, as the shared lists order them, and leaves the ranking to the page of the type.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.views.name import Named, bilingual
from zoneledger.views.place import province, seat

#: How many are named; the page of the type has them all.
SHOWN = 12
#: Organisations of one type, with duties and in a city, up to which they are ranked over all plans.
RANKED = 60


@dataclass(frozen=True)
class Sibling:
    """An organisation of the same type in another city.

    Args:
        counts: duties by role over all plans; None where they are not compared.
    """

    id: str
    name: Text
    city: Named
    counts: dict[str, int] | None

    @property
    def duties(self) -> int:
        """Duties over all roles."""
        return sum((self.counts or {}).values())


@dataclass(frozen=True)
class Siblings:
    """Those that the page of one organisation names.

    Args:
        shown: the first ones: by duties, or, where ``ranked`` is false, the next in the province.
        more: how many others there are, where they are ranked.
        ranked: whether they are compared over all plans.
    """

    shown: tuple[Sibling, ...] = ()
    more: int = 0
    ranked: bool = True


@dataclass(frozen=True, slots=True)
class _Body:
    """An organisation as far as others name it.

    Args:
        counts: its duties by role; roles without duties may be missing.
    """

    id: str
    name: Text
    city: Named | None
    counts: Mapping[str, int]


def siblings(catalogue: Catalogue) -> dict[str, Siblings]:
    """The siblings of every organisation that has a type, by its id.

    Args:
        catalogue: checked datasets, whole.
    """
    found: dict[str, Siblings] = {}
    roles = catalogue.schemas["responsibilities"].by_name["role"].enum
    for bodies in _by_type(catalogue, _tally(catalogue)).values():
        busy = [body for body in bodies if body.counts and body.city]
        found |= _ranked(bodies, busy, roles) if len(busy) <= RANKED else _near(catalogue, bodies)
    return found


def _tally(catalogue: Catalogue) -> dict[str, Counter[str]]:
    """Duties by organisation and role, counted from the columns of the files: there may be a million of them."""
    pairs: Counter[tuple[str, str]] = Counter()
    for read in catalogue.tables["responsibilities"].files:
        pairs.update(zip(read.column("organization_id"), read.column("role"), strict=True))
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for (organization, role), count in pairs.items():
        found[organization][role] = count
    return found


def _by_type(catalogue: Catalogue, duties: Mapping[str, Counter[str]]) -> dict[str, list[_Body]]:
    """The organisations of each type, those with most duties first."""
    found: dict[str, list[_Body]] = defaultdict(list)
    for row in catalogue.rows("organizations"):
        own = row.text("id")
        body = _Body(own, bilingual(row, "name"), seat(catalogue, row), duties.get(own, {}))
        found[row.text("agency_type_id")].append(body)
    for bodies in found.values():
        bodies.sort(key=lambda body: (-sum(body.counts.values()), body.id))
    return found


def _ranked(bodies: Iterable[_Body], busy: Sequence[_Body], roles: Sequence[str]) -> dict[str, Siblings]:
    made = [
        Sibling(body.id, body.name, body.city, {role: body.counts.get(role, 0) for role in roles})
        for body in busy
        if body.city
    ]
    by_city: dict[str, Siblings] = {}
    found = {}
    for body in bodies:
        here = body.city.id if body.city else ""
        if here not in by_city:
            others = [one for one in made if one.city.id != here]
            by_city[here] = Siblings(tuple(others[:SHOWN]), max(0, len(others) - SHOWN))
        found[body.id] = by_city[here]
    return found


def _near(catalogue: Catalogue, bodies: Iterable[_Body]) -> dict[str, Siblings]:
    """For each body the next ones of its province, round and round: a new one changes a few pages, not the province's."""
    provinces: dict[str, list[tuple[str, Sibling]]] = {}
    found = {}
    for body in bodies:
        found[body.id] = Siblings(ranked=False)
        if body.city:
            own = Sibling(body.id, body.name, body.city, None)
            provinces.setdefault(province(catalogue, body.city.id), []).append((body.id, own))
    for there in provinces.values():
        ring = [one for _, one in sorted(there, key=lambda item: (item[1].city.id, item[0]))]
        for place, one in enumerate(ring):
            others = (other for other in [*ring[place + 1 :], *ring[:place]] if other.city.id != one.city.id)
            found[one.id] = Siblings(tuple(other for other, _ in zip(others, range(SHOWN), strict=False)), ranked=False)
    return found
