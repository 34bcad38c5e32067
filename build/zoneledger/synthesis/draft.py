"""What the rows of one plan share while they are written: its city, its years, and who is who in it."""

from __future__ import annotations

from random import Random

from zoneledger.synthesis import names
from zoneledger.synthesis.bodies import COMMITTEE
from zoneledger.synthesis.cities import City, Organization, traditional
from zoneledger.synthesis.dates import YEARS, Shift
from zoneledger.synthesis.model import Model
from zoneledger.synthesis.patterns import LETTERS, Pattern, PlanPattern
from zoneledger.synthesis.reading import LONGEST
from zoneledger.synthesis.texts import Blank

Cells = dict[str, str]
_DATES = ("effective_from", "baseline", "period", "reported_on")


class Draft:
    """One plan in the making.

    Args:
        model: what was learned.
        seed: of the run.
        number: of the plan, from 0.
        city: the city whose plan it is.
    """

    def __init__(self, model: Model, seed: int, number: int, city: City) -> None:
        self.model = model
        self.city = city
        self.id = names.plan_id(number)
        self.number = number
        self.chance = Random(f"{seed}:plan:{number}")
        self.pattern = _pattern(model, seed, number)
        self.tables: dict[str, list[Cells]] = {}
        self.aliases: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.first = int(model.as_of[:4]) - 1 - self.chance.randrange(YEARS)
        length = self.pattern.last - self.pattern.first if self.pattern.first else 0
        self.last = self.first + length if self.pattern.first else 0
        focus = (number % names.PLANS_PER_CITY) // names.PLANS_PER_ZONE
        others = [zone for place, zone in enumerate(city.zones) if place != focus]
        self._zones = [city.zones[focus], *self.chance.sample(others, len(others))]
        self._zone_of: dict[str, Cells] = {}
        if "zone" in self.pattern.content:
            self._zone_of[str(self.pattern.content["zone"])] = self._zones[0]
        self._bodies: dict[str, Organization] = {}

    @property
    def zone_id(self) -> str:
        """The zone whose plan it is; empty where it is a city's."""
        return self._zones[0]["id"] if "zone" in self.pattern.content else ""

    def shift(self, source: PlanPattern) -> Shift:
        """How dates move from a curated plan to this one."""
        start = source.first or self.model.usual_year
        return Shift(self.first - start, self.last, source.last)

    def zone(self, curated: str) -> Cells:
        """The zone that stands for a curated one: the same throughout the plan."""
        if curated not in self._zone_of:
            # the plan's own zone comes first, then its neighbours, then all of them again
            self._zone_of[curated] = self._zones[len(self._zone_of) % len(self._zones)]
        return self._zone_of[curated]

    def area(self, curated: str) -> str:
        """The code that stands for a curated jurisdiction's."""
        if curated == self.model.country:
            return curated
        return self.city.place.parent if curated.endswith("0000") else self.city.place.code

    def body(self, curated: str) -> Organization:
        """The organisation that stands for a curated one: of the same post, where the city has it."""
        if curated not in self._bodies:
            self._bodies[curated] = self._choose(curated)
        return self._bodies[curated]

    def _choose(self, curated: str) -> Organization:
        post = self.model.posts[curated]
        if post == COMMITTEE:
            return self.city.committees[self.zone(self.model.committees[curated])["id"]]
        fitting = self.city.by_post.get(post)
        fitting = fitting or [body for body in self.city.roster if body.post[0] == post[0]] or self.city.roster
        return self.chance.choice(fitting)

    def printed(self, pattern: Pattern, body: Organization) -> str:
        """How the plan prints a body; entered among its aliases.

        Args:
            pattern: the curated row that prints one.
            body: the body meant here.
        """
        printed = pattern.cells.get("printed", "")
        same_post = self.model.posts[pattern.cells["organization_id"]] == body.post
        if not same_post or body.post == COMMITTEE or names.MARK_ZH in printed or not printed:
            printed = self.script(body.cells["short_zh"])
        if self.aliases.setdefault(printed, body.id) != body.id:
            printed = self.script(body.cells["name_zh"])
            self.aliases[printed] = body.id
        return printed

    def script(self, text: str) -> str:
        """A name in the plan's script."""
        return traditional(text) if self.pattern.script == "hant" else text

    def cells(self, pattern: Pattern, shift: Shift) -> Cells:
        """A row's cells with texts filled and dates moved; ids and pointers are still the curated ones."""
        cells = dict(pattern.cells)
        for column, template in pattern.templates:
            english = column.endswith("_en")
            filled = template.fill(lambda blank, english=english: self.name(blank, english, shift))  # type: ignore[misc]
            cells[column] = filled[: LONGEST.get(column)]
        for column in _DATES:
            if cells.get(column):
                cells[column] = shift.date(cells[column])
        if cells.get("due"):
            cells["due"] = shift.due(cells["due"], bool(cells.get("note_zh")))
        if cells.get("zone_id"):
            cells["zone_id"] = self.zone(cells["zone_id"])["id"]
        if cells.get("note_basis") == "official_text":
            cells["note_url"] = f"https://example.org/{self.id}/note"
        return cells

    def name(self, blank: Blank, english: bool, shift: Shift) -> str:
        """What stands in a blank: a sample's name, or a moved year."""
        kind, which = blank
        if kind == "year":
            return shift.year(which)
        column = "name_en" if english else "name_zh"
        if kind == "zone":
            found = self.zone(which)[column]
        elif kind == "province":
            found = self.city.places[0].cells[column]
        else:
            found = self.city.place.cells[column]
        return found if english else self.script(found)

    def add(self, table: str, cells: Cells, curated: str = "") -> Cells:
        """Puts a row into its table with the next id of the plan.

        Args:
            table: its table.
            cells: the row; given its id where its table has ids.
            curated: the id of the curated row it was made from.
        """
        rows = self.tables.setdefault(table, [])
        if table in LETTERS:
            width = 2 if table == "measures" else 3
            cells["id"] = f"{self.id}-{LETTERS[table]}{len(rows) + 1:0{width}d}"
            self.ids.setdefault(curated, cells["id"])
        rows.append(cells)
        return cells


def _pattern(model: Model, seed: int, number: int) -> PlanPattern:
    """The curated plan behind a plan: in every row of as many plans as are curated, each has its turn once."""
    block, place = divmod(number, len(model.plans))
    order = Random(f"{seed}:patterns:{block}").sample(range(len(model.plans)), len(model.plans))
    return model.plans[order[place]]
