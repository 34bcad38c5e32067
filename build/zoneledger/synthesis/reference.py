"""The shared lists of a synthetic checkout: samples' places and bodies, and of the curated rows those that plans use."""

from __future__ import annotations

from collections import defaultdict

from zoneledger.catalogue import Catalogue, Row, TableSchema
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.check.order import row_key
from zoneledger.check.rules.glossary_example import quoted
from zoneledger.synthesis.cities import City
from zoneledger.synthesis.draft import Cells
from zoneledger.synthesis.plan import Plan

#: A word's example is looked for in so many plans; the first ones, so that more plans do not change it.
_SEARCHED = 60


class Lists:
    """Gathers what the plans name, and then says what each shared list holds.

    Args:
        catalogue: the curated lists.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._schemas = catalogue.schemas
        self._rows: dict[str, dict[str, Cells]] = {}
        for name, schema in catalogue.schemas.items():
            if schema.group == REFERENCE:
                records = catalogue.tables[name].records
                cells = ({column: record.cells[column] for column in schema.columns} for record in records)
                self._rows[name] = {"|".join(row[key] for key in schema.primary_key): row for row in cells}
        roots = {key: row for key, row in self._rows["jurisdictions"].items() if not row["parent_code"]}
        self._rows |= {"jurisdictions": roots, "organizations": {}, "zones": {}}
        self._used: dict[str, set[str]] = defaultdict(set)
        self._open = {key: row for key, row in self._rows["glossary"].items() if row["example_id"]}
        for row in self._open.values():
            row["example_id"] = ""
        self._plans = 0

    def take_city(self, city: City) -> None:
        """Enters a city's places, zones and bodies; those that no plan names are left out in the end."""
        self._rows["jurisdictions"] |= {place.code: place.cells for place in city.places}
        self._rows["zones"] |= {zone["id"]: zone for zone in city.zones}
        self._rows["organizations"] |= {body.id: body.cells for body in city.bodies}

    def take_plan(self, plan: Plan) -> None:
        """Notes what a plan names, and which words it prints."""
        self._used["jurisdictions"].add(plan.content["jurisdiction"])
        if "zone" in plan.content:
            self._used["zones"].add(plan.content["zone"])
        for table, rows in plan.tables.items():
            for column, target in self._pointers(self._schemas[table]):
                self._used[target].update(cells[column] for cells in rows if cells.get(column))
        self._plans += 1
        if self._plans <= _SEARCHED:
            self._find_examples(plan)

    def close_city(self, city: City) -> None:
        """Leaves out what no plan of a finished city named: the lists grow by what is used only."""
        for table, keys in (
            ("zones", [zone["id"] for zone in city.zones]),
            ("organizations", [body.id for body in city.bodies]),
        ):
            for key in self._used[table].intersection(keys):
                self._follow(table, key)
        for body in city.bodies:
            if body.id not in self._used["organizations"]:
                del self._rows["organizations"][body.id]
        for zone in city.zones:
            if zone["id"] not in self._used["zones"]:
                del self._rows["zones"][zone["id"]]

    def tables(self) -> dict[str, list[Cells]]:
        """Every shared list, in its file's order: what plans name, what those rows name in turn, and all words."""
        for table in [name for name in self._rows if name not in ("glossary", "indicator_relations")]:
            for key in list(self._used[table]):
                self._follow(table, key)
        used = self._used
        found = {}
        for name, rows in self._rows.items():
            schema = self._schemas[name]
            if name == "glossary":
                kept = list(rows.values())
            elif len(schema.primary_key) == 1:
                kept = [row for key, row in rows.items() if key in used[name]]
            else:
                kept = [
                    row for row in rows.values() if all(row[k.column] in used[k.table] for k in schema.foreign_keys)
                ]
            found[name] = sorted(kept, key=row_key(schema))
        return found

    def _pointers(self, schema: TableSchema) -> list[tuple[str, str]]:
        return [(key.column, key.table) for key in schema.foreign_keys if key.table in self._rows]

    def _follow(self, table: str, key: str) -> None:
        """Marks what a row names, and so on."""
        row = self._rows[table].get(key)
        if row is None:
            return
        for column, target in self._pointers(self._schemas[table]):
            if row[column] and (row[column] not in self._used[target] or target == table):
                known = row[column] in self._used[target]
                self._used[target].add(row[column])
                if not known:
                    self._follow(target, row[column])

    def _find_examples(self, plan: Plan) -> None:
        """Gives words without an example the first row that prints them."""
        for rows in plan.tables.values():
            for cells in rows if rows and "id" in rows[0] else ():
                text = quoted(Row(dict(cells), "", 0))
                for key, term in list(self._open.items()):
                    if any(form in text for form in (term["term_zh"], *filter(None, term["variants"].split("|")))):
                        term["example_id"] = cells["id"]
                        del self._open[key]
