"""A city that does not exist: its counties, its zones and its bodies, the same whichever plans are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from opencc import OpenCC

from zoneledger.synthesis import names
from zoneledger.synthesis.bodies import COMMITTEE, Body, Post, ZoneKind
from zoneledger.synthesis.model import Model
from zoneledger.synthesis.names import Place

_TRADITIONAL = OpenCC("s2t").convert


@dataclass(slots=True)
class Organization:
    """A body of a city.

    Args:
        cells: its row of ``organizations``.
        post: what it does.
    """

    cells: dict[str, str]
    post: Post

    @property
    def id(self) -> str:
        """Its id."""
        return self.cells["id"]


@dataclass
class City:
    """One sample city.

    Args:
        number: from 0.
        places: its country's province, itself and its counties, as far as zones lie in them.
        zones: rows of ``zones``.
        roster: its bodies, other than committees of zones.
        committees: each zone's committee, by the zone's id.
    """

    number: int
    places: list[Place] = field(default_factory=list)
    zones: list[dict[str, str]] = field(default_factory=list)
    roster: list[Organization] = field(default_factory=list)
    committees: dict[str, Organization] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        """The city as a jurisdiction."""
        return names.prefecture(self.number)

    @cached_property
    def bodies(self) -> list[Organization]:
        """All its bodies."""
        return [*self.roster, *self.committees.values()]

    @cached_property
    def by_post(self) -> dict[Post, list[Organization]]:
        """Its bodies by what they do."""
        found: dict[Post, list[Organization]] = {}
        for organization in self.roster:
            found.setdefault(organization.post, []).append(organization)
        return found


def build(model: Model, seed: int, number: int) -> City:
    """The city of this number: the same for the same seed and curated lists.

    Args:
        model: what was learned.
        seed: of the run.
        number: of the city, from 0.
    """
    chance = Random(f"{seed}:city:{number}")
    city = City(number, [names.province(number, model.country), names.prefecture(number)])
    for order in range(names.ZONES_PER_CITY):
        _add_zone(city, chance.choice(model.zone_kinds), order)
    for post, bodies in model.bodies.items():
        if chance.random() < model.shares[post]:
            city.roster.append(_organization(city, chance.choice(bodies)))
    if not city.roster:
        city.roster.append(_organization(city, next(iter(model.bodies.values()))[0]))
    return city


def _slug(city: City) -> str:
    return f"sample-{city.number + 1:04d}"


def _add_zone(city: City, kind: ZoneKind, order: int) -> None:
    """A zone and its committee; those in counties each have a county of their own."""
    place = names.county(city.number, order) if kind.in_county else city.place
    if kind.in_county:
        city.places.append(place)
    again = sum(zone["jurisdiction_code"] == place.code and kind.rest_zh in zone["name_zh"] for zone in city.zones)
    which_zh, which_en = (f"第{again + 1}", f"No. {again + 1} ") if again else ("", "")
    zone = {
        "id": f"{_slug(city)}-zone-{order + 1}",
        "name_zh": f"{place.name_zh}{which_zh}{kind.rest_zh}",
        "name_en": f"{place.name_en} {which_en}{kind.rest_en}",
        "zone_class": kind.zone_class,
        "zone_type": kind.zone_type,
        "jurisdiction_code": place.code,
        "part_of": "",
        "aliases": f"{names.MARK_ZH}区{city.number + 1:04d}-{order + 1}",
    }
    city.zones.append(zone)
    committee = {
        "id": f"{zone['id']}-committee",
        "name_zh": f"{zone['name_zh']}管理委员会",
        "short_zh": f"{zone['aliases']}管委会",
        "name_en": f"Administrative Committee of {zone['name_en']}",
        "kind": COMMITTEE[1],
        "agency_type_id": COMMITTEE[0],
        "jurisdiction_code": place.code,
        "zone_id": zone["id"],
    }
    city.committees[zone["id"]] = Organization(committee, COMMITTEE)


def _organization(city: City, body: Body) -> Organization:
    cells = {
        "id": f"{_slug(city)}-{body.suffix}",
        "name_zh": body.name_zh.fill(lambda _blank: city.place.name_zh),
        "short_zh": body.short_zh.fill(lambda _blank: city.place.name_zh),
        "name_en": body.name_en.fill(lambda _blank: city.place.name_en),
        "kind": body.post[1],
        "agency_type_id": body.post[0],
        "jurisdiction_code": city.place.code,
        "zone_id": "",
    }
    return Organization(cells, body.post)


def traditional(text: str) -> str:
    """The text in traditional script."""
    return str(_TRADITIONAL(text))
