"""All that is learned from the curated plans, once for a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.catalogue.records import Record, Row
from zoneledger.edtf import interval_end, interval_start, year_of
from zoneledger.synthesis import bodies
from zoneledger.synthesis.bodies import Body, Post, ZoneKind
from zoneledger.synthesis.dates import YEARS
from zoneledger.synthesis.patterns import FOLLOWERS, LETTERS, UNDER_MEASURE, Pattern, PlanPattern, Unit
from zoneledger.synthesis.reading import NOTHING, Reader
from zoneledger.synthesis.texts import Gazetteer

#: Duties a plan has at the size that the project is made for.
DUTIES_A_PLAN = 100
Make = Callable[[str, Record, Row], Pattern]


@dataclass(frozen=True)
class Model:
    """What synthetic plans are made from.

    Args:
        schemas: every table's rules.
        plans: the curated plans as patterns.
        pool: measures without others under them, by script and kind.
        runs: how many such measures follow each other under one, by script and kind of the first.
        bodies: the bodies that may fill each post.
        shares: the share of cities that have the post.
        zone_kinds: kinds of zone, as often as they occur.
        posts: what each curated organisation does.
        committees: the zone of each curated organisation that is a zone's committee.
        longer: chance that a list of duties has one body more than its pattern.
        as_of: the date of the data.
        country: the code of the country.
    """

    schemas: dict[str, TableSchema]
    plans: list[PlanPattern]
    pool: dict[tuple[str, str], list[Unit]]
    runs: dict[tuple[str, str], list[int]]
    bodies: dict[Post, list[Body]]
    shares: dict[Post, float]
    zone_kinds: list[ZoneKind]
    posts: dict[str, Post]
    committees: dict[str, str]
    longer: float
    as_of: str
    country: str

    @cached_property
    def by_id(self) -> dict[str, PlanPattern]:
        """The curated plans by id."""
        return {plan.plan_id: plan for plan in self.plans}

    @cached_property
    def usual_year(self) -> int:
        """The year in which curated plans begin that say so: the middle one."""
        years = sorted(plan.first for plan in self.plans if plan.first)
        return years[len(years) // 2] if years else int(self.as_of[:4]) - YEARS

    @cached_property
    def relations(self) -> list[tuple[str, str, str]]:
        """Every relation between curated targets."""
        return [relation for plan in self.plans for relation in plan.relations]


def learn(catalogue: Catalogue) -> Model:
    """Reads a catalogue without problems as a model.

    Args:
        catalogue: the curated plans and lists.

    Raises:
        ValueError: there is no plan to learn from.
    """
    if not catalogue.plan_files:
        raise ValueError("no plans")
    gazetteer = Gazetteer(catalogue)
    reader = Reader(catalogue, gazetteer)
    plans = [_plan(catalogue, reader, plan_id) for plan_id in catalogue.plan_files]
    _without_names(plans, reader)
    pool: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    runs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for plan in plans:
        for unit in plan.units:
            if unit.leaf:
                pool[plan.script, unit.kind].append(unit)
        for run in leaf_runs(plan).values():
            runs[plan.script, run[0].kind].append(len(run))
    rosters, shares = bodies.rosters(catalogue, gazetteer)
    posts = bodies.posts(catalogue)
    return Model(
        catalogue.schemas,
        plans,
        dict(pool),
        dict(runs),
        rosters,
        shares,
        bodies.zone_kinds(catalogue),
        posts,
        {
            row.text("id"): row.text("zone_id")
            for row in catalogue.rows("organizations")
            if posts[row.text("id")] == bodies.COMMITTEE
        },
        _longer(catalogue),
        catalogue.as_of,
        next(row.text("code") for row in catalogue.rows("jurisdictions") if row["parent_code"] is None),
    )


def _without_names(plans: list[PlanPattern], reader: Reader) -> None:
    """Where a plan's title or summary still names something, another plan's stands in."""
    for key in ("title", "short_title", "summary"):
        is_title = key != "summary"
        neutral = [
            plan
            for plan in plans
            if not reader.is_foreign(plan.content[key]["zh"], plan.content[key]["en"], is_title=is_title)
        ]
        for plan in plans:
            if plan not in neutral:
                near = [other for other in neutral if other.script == plan.script] or neutral
                plan.content[key] = near[0].content[key] if near else dict(zip(("zh", "en"), NOTHING, strict=True))


def leaf_runs(plan: PlanPattern) -> dict[str, list[Unit]]:
    """Measures that follow each other under one and have none under them, by the id of the one above."""
    runs: dict[str, list[Unit]] = defaultdict(list)
    mixed = set()
    for unit in plan.units:
        parent = unit.measure.cells["parent_id"]
        if unit.leaf and parent:
            runs[parent].append(unit)
        elif parent:
            mixed.add(parent)
    return {parent: run for parent, run in runs.items() if parent not in mixed}


def _plan(catalogue: Catalogue, reader: Reader, plan_id: str) -> PlanPattern:
    content = catalogue.plan_files[plan_id]
    script = str(content["script"])

    def make(table: str, record: Record, row: Row) -> Pattern:
        return reader.pattern(record, row, catalogue.schemas[table], script)

    records = {
        name: [pair for pair in zip(table.records, table.rows, strict=True) if pair[0].plan_id == plan_id]
        for name, table in catalogue.tables.items()
    }
    period = str(content.get("period", ""))
    units, loose = _units(plan_id, records, make)
    return PlanPattern(
        plan_id,
        _templates(content, reader),
        script,
        int(year_of(interval_start(period)) or 0),
        int(year_of(interval_end(period)) or 0),
        units,
        [tuple(record.cells.values()) for record, _ in records["target_relations"]],  # type: ignore[misc]
        loose,
    )


def _units(plan_id: str, records: dict[str, list[tuple[Record, Row]]], make: Make) -> tuple[list[Unit], list[Pattern]]:
    """The measures with their rows, and the rows that belong to none."""
    parents = {record.cells["parent_id"] for record, _ in records["measures"]}
    ordered = sorted(records["measures"], key=lambda pair: int(pair[0].cells["position"]))
    units = {
        record.cells["id"]: Unit(plan_id, make("measures", record, row), record.cells["id"] not in parents, {})
        for record, row in ordered
    }
    named: dict[str, Pattern] = {}
    for table in UNDER_MEASURE:
        for record, row in records[table]:
            made = make(table, record, row)
            units[record.cells["measure_id"]].rows.setdefault(table, []).append(made)
            if table in LETTERS:
                named[made.id] = made
    loose: list[Pattern] = []
    for table, column in FOLLOWERS.items():
        for record, row in records[table]:
            leader = named.get(record.cells[column])
            (leader.followers if leader else loose).append(make(table, record, row))
    for record, row in records["exclusions"]:
        place = record.cells["locator"]
        around = [unit for unit in units.values() if f"{place}/".startswith(f"{unit.locator}/")]
        unit = max(around, key=lambda found: len(found.locator), default=None)
        (unit.exclusions if unit else loose).append(make("exclusions", record, row))
    return list(units.values()), loose


def _templates(content: Any, reader: Reader) -> Any:
    """``plan.yml`` with its texts as templates; remarks on what no list names are left out."""
    if isinstance(content, list):
        made = [_templates(part, reader) for part in content]
        return [
            part
            for part in made
            if not (isinstance(part, dict) and "basis" in part and reader.is_foreign(part["zh"], part["en"]))
        ]
    if isinstance(content, dict):
        return {
            key: reader.text(part, key) if key in ("zh", "en") else _templates(part, reader)
            for key, part in content.items()
        }
    return content


def _longer(catalogue: Catalogue) -> float:
    """How often a list must have one body more, for the plans to have the duties that they are to have."""
    duties = catalogue.rows("responsibilities")
    lists = {(row["measure_id"], row["role"]) for row in duties}
    missing = DUTIES_A_PLAN * len(catalogue.plan_files) - len(duties)
    return max(missing / len(lists), 0.0) if lists else 0.0
