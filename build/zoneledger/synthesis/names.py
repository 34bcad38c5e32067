"""Names and codes of places that do not exist: each says by itself that it is a sample."""

from __future__ import annotations

from dataclasses import dataclass

#: GB/T 2260 has no province from here on, so no code is a real place's.
PROVINCES = range(83, 100)
#: A prefecture's code has two digits for the city.
MAX_CITIES = len(PROVINCES) * 99
#: So many plans of a city follow each other.
PLANS_PER_CITY = 30
#: So many plans of a city are about, or from, the same zone.
PLANS_PER_ZONE = 4
ZONES_PER_CITY = -(-PLANS_PER_CITY // PLANS_PER_ZONE)
MAX_PLANS = MAX_CITIES * PLANS_PER_CITY
#: What every invented name holds, by language.
MARK_ZH, MARK_EN = "示例", "Sample"


@dataclass(frozen=True)
class Place:
    """A jurisdiction as its row of ``jurisdictions`` tells it.

    Args:
        code: six digits.
        name_zh, name_en: its names.
        level: ``province``, ``prefecture`` or ``county``.
        parent: the code of the one above.
    """

    code: str
    name_zh: str
    name_en: str
    level: str
    parent: str

    @property
    def cells(self) -> dict[str, str]:
        """Its row of ``jurisdictions``."""
        return {
            "code": self.code,
            "name_zh": self.name_zh,
            "name_en": self.name_en,
            "level": self.level,
            "parent_code": self.parent,
        }


def plan_id(number: int) -> str:
    """The id of a plan, counted from 0; the same in every run.

    >>> plan_id(6)
    'synthetic-00007'
    """
    return f"synthetic-{number + 1:05d}"


def city_of(number: int) -> int:
    """The number of the city whose plan this is, both from 0."""
    return number // PLANS_PER_CITY


def province(city: int, country: str) -> Place:
    """The province of a city: cities are dealt out to the provinces one by one."""
    number = city % len(PROVINCES)
    return Place(
        f"{PROVINCES[number]}0000",
        f"{MARK_ZH}省{number + 1:02d}",
        f"{MARK_EN} Province {number + 1:02d}",
        "province",
        country,
    )


def prefecture(city: int) -> Place:
    """The city itself.

    >>> prefecture(6).code, prefecture(6).name_zh
    ('890100', '示例市0007')
    """
    above = province(city, "")
    code = f"{above.code[:2]}{city // len(PROVINCES) + 1:02d}00"
    return Place(code, f"{MARK_ZH}市{city + 1:04d}", f"{MARK_EN} City {city + 1:04d}", "prefecture", above.code)


def county(city: int, number: int) -> Place:
    """A county of a city, counted from 0."""
    above = prefecture(city)
    name = f"{city + 1:04d}-{number + 1:02d}"
    code = f"{above.code[:4]}{number + 21:02d}"
    return Place(code, f"{MARK_ZH}县{name}", f"{MARK_EN} County {name}", "county", above.code)
