"""Which bodies a city has, and how its zones are called: learned from the curated lists."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.synthesis.texts import Gazetteer, Template

#: What a body does and of what nature it is: agency type and kind.
Post = tuple[str, str]
COMMITTEE: Post = ("zone-committee", "zone_committee")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation of a curated city, its city's name left blank.

    Args:
        post: what it does.
        suffix: of its id, after the city's.
        name_zh, short_zh, name_en: its names.
    """

    post: Post
    suffix: str
    name_zh: Template
    short_zh: Template
    name_en: Template


@dataclass(frozen=True, slots=True)
class ZoneKind:
    """A kind of zone as curated cities have them.

    Args:
        zone_class, zone_type: as in ``zones``.
        rest_zh, rest_en: its name after the place's.
        in_county: whether it lies in a county.
    """

    zone_class: str
    zone_type: str
    rest_zh: str
    rest_en: str
    in_county: bool


def posts(catalogue: Catalogue) -> dict[str, Post]:
    """What each curated organisation does, by id."""
    return {row.text("id"): (row.text("agency_type_id"), row.text("kind")) for row in catalogue.rows("organizations")}


def rosters(catalogue: Catalogue, gazetteer: Gazetteer) -> tuple[dict[Post, list[Body]], dict[Post, float]]:
    """The bodies that may fill each post, and the share of curated cities that have the post."""
    bodies: dict[Post, list[Body]] = defaultdict(list)
    cities: dict[Post, set[str]] = defaultdict(set)
    for row in catalogue.rows("organizations"):
        post = (row.text("agency_type_id"), row.text("kind"))
        if post != COMMITTEE:
            cities[post].add(row.text("jurisdiction_code")[:4])
            body = _body(row, post, gazetteer)
            if body is not None:
                bodies[post].append(body)
    count = len({row["jurisdiction_code"] for row in catalogue.tables["plans"].rows})
    shares = {post: min(len(cities[post]) / count, 1.0) for post in bodies}
    return dict(sorted(bodies.items())), shares


def _body(row: Row, post: Post, gazetteer: Gazetteer) -> Body | None:
    """A body with its city's name taken out; None where it is a zone's own, or names something else as well."""
    zh, short = gazetteer.template(row.text("name_zh"), "zh"), gazetteer.template(row.text("short_zh"), "zh")
    en = gazetteer.template(row.text("name_en"), "en")
    blanks = {part[0] for template in (zh, short, en) for part in template.parts if isinstance(part, tuple)}
    named = all(any(isinstance(part, tuple) for part in template.parts) for template in (zh, en))
    if row["zone_id"] is not None or blanks != {"city"} or not named:
        return None
    return Body(post, row.text("id").partition("-")[2], _as_prefix(zh), _as_prefix(short), en)


def _as_prefix(template: Template) -> Template:
    """The stem of a city's name (赣州海关) becomes the whole sample's name, without a second 市."""
    parts = list(template.parts)
    for index, part in enumerate(parts[1:], 1):
        if isinstance(part, str) and isinstance(parts[index - 1], tuple) and part.startswith("市委"):
            parts[index] = part.removeprefix("市")
    return Template(tuple(parts))


def zone_kinds(catalogue: Catalogue) -> list[ZoneKind]:
    """The curated zones as kinds, as often as they occur; a type's usual name stands for its rarer ones."""
    rests: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in catalogue.rows("zones"):
        rest = _rest(catalogue, row)
        if all(rest) and row["zone_type"] != "group":
            rests[row.text("zone_type")][rest] += 1
    usual = {kind: max(counts, key=lambda rest: (counts[rest], -len(rest[0]), rest)) for kind, counts in rests.items()}
    found = []
    for row in catalogue.rows("zones"):
        kind = row.text("zone_type")
        if kind in usual:
            area = catalogue.row("jurisdictions", row["jurisdiction_code"])
            in_county = area is not None and area["level"] == "county"
            found.append(ZoneKind(row.text("zone_class"), kind, *usual[kind], in_county))
    return found


def _rest(catalogue: Catalogue, zone: Row) -> tuple[str, str]:
    """A zone's name after its places' names, in both languages; empty where it does not begin with one."""
    zh, en = zone.text("name_zh"), zone.text("name_en")
    places = [(r.text("name_zh"), r.text("name_en").rsplit(" ", 1)[0]) for r in catalogue.rows("jurisdictions")]
    places += [(r.text("name_zh"), r.text("name_en")) for r in catalogue.rows("jurisdictions")]
    shortened = {(name[:length], english) for name, english in places for length in (len(name) - 1, len(name))}
    left_zh, left_en = zh, en
    for _ in range(2):
        for name, english in sorted(shortened, key=lambda pair: (-len(pair[0]), pair)):
            if left_zh.startswith(name) and left_en.startswith(f"{english} "):
                left_zh, left_en = left_zh.removeprefix(name), left_en.removeprefix(f"{english} ")
    return (left_zh, left_en) if left_zh != zh and left_en != en else ("", "")
