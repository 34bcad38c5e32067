"""What somebody meant who wrote a name, or a misspelt id, where an id belongs."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import PLAN, ForeignKey
from zoneledger.problems import Text

#: Columns whose cells are names of the row they stand in; of those with several the marks between them.
NAMES = ("name_zh", "short_zh", "name_en", "symbol_zh", "symbol_en", "title_zh", "title_en", "aliases")
_SEPARATOR = "|"
#: A table that gives other names for another one's rows, plan by plan.
ALIASES = {"organizations": ("organization_aliases", "printed", "organization_id")}
#: The digits of a jurisdiction's code that its city and the city's counties share.
_CITY = 4
MOST = 3
MOST_SOUGHT = 500


class Pointers:
    """Ids of a table, found by what their rows are called.

    Args:
        catalogue: everything that was loaded.
        key: the column that points, and where to.
    """

    def __init__(self, catalogue: Catalogue, key: ForeignKey) -> None:
        self._catalogue = catalogue
        self._key = key
        self._local = catalogue.schemas[key.table].group == PLAN
        self._suggested: dict[tuple[str, str], Text | None] = {}

    def ids(self, plan_id: str) -> Text:
        """Where the ids stand that may be written."""
        folder = f"plans/{plan_id}" if self._local else "reference"
        file, target = f"datasets/{folder}/{self._key.table}.csv", self._key.target
        return Text(f"{file} 的 {target} 列中已有的值", f"a value that stands in column {target} of {file}")

    def suggest(self, value: str, plan_id: str) -> Text | None:
        """What to type instead: the row of that name, else the nearest name or id; None where nothing is near.

        Args:
            value: what was written.
            plan_id: the plan of the row that points; empty in shared lists.
        """
        key = (value, plan_id)
        if key not in self._suggested:
            # A table that points nowhere throughout is no misspelling: looking on would cost minutes.
            self._suggested[key] = self._search(value, plan_id) if len(self._suggested) < MOST_SOUGHT else None
        return self._suggested[key]

    def _search(self, value: str, plan_id: str) -> Text | None:
        named = self._ids(value, plan_id)
        if named:
            listed = named[:MOST]
            return Text(f"改为 {' 或 '.join(listed)}", f"Write {' or '.join(listed)}")
        # t001 for plan-t001
        whole = f"{plan_id}-{value}".casefold()
        if (plan_id if self._local else "", whole) in self._named:
            return Text(f"改为 {whole}", f"Write {whole}")
        near = difflib.get_close_matches(value.casefold(), self._known(plan_id), 1)
        if not near:
            return None
        found = self._ids(near[0], plan_id)[0]
        return Text(f"改为 {found}？", f"Write {found}?")

    def _ids(self, name: str, plan_id: str) -> list[str]:
        """The ids that bear a name, those of the plan's own area first and alone where there are any."""
        table, printed, target = ALIASES.get(self._key.table, ("", "", ""))
        own = self._catalogue.tables[table].records if table else []
        for record in own:
            if (record.plan_id, record.cells[printed]) == (plan_id, name) and record.cells[target] in self._every:
                return [record.cells[target]]
        found = self._named.get((plan_id if self._local else "", name.casefold()), [])
        area = self._area(plan_id)
        near = [record for record in found if area and record.cells.get("jurisdiction_code") == area]
        if area and table:
            # 市工信局 of another city is another body; one of a county, the province or the state may be meant
            found = [record for record in found if record.cells["jurisdiction_code"].startswith(area[:_CITY])] or [
                record for record in found if record.cells["jurisdiction_code"].endswith("0000")
            ]
        return list(dict.fromkeys(record.cells[self._key.target] for record in near or found))

    def _known(self, plan_id: str) -> list[str]:
        """The names that may have been misspelt: a body or zone of another city is not meant by one like it."""
        city = self._area(plan_id)[:_CITY]
        own = (
            name
            for (plan, name), records in self._named.items()
            if plan in ("", plan_id)
            and any(record.cells.get("jurisdiction_code", city).startswith(city) for record in records)
        )
        return sorted(own)

    def _area(self, plan_id: str) -> str:
        return str(self._catalogue.plan_files.get(plan_id, {}).get("jurisdiction", ""))

    @cached_property
    def _every(self) -> set[str]:
        return {record.cells.get(self._key.target, "") for record in self._catalogue.tables[self._key.table]}

    @cached_property
    def _named(self) -> dict[tuple[str, str], list[Record]]:
        """Rows by plan (none for shared lists) and each name they bear, in lower case; the id is one of them."""
        found: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in self._catalogue.tables[self._key.table]:
            for name in self._names(record):
                found[(record.plan_id if self._local else "", name.casefold())].append(record)
        return found

    def _names(self, record: Record) -> Iterator[str]:
        yield record.cells.get(self._key.target, "")
        for column in NAMES:
            yield from filter(None, record.cells.get(column, "").split(_SEPARATOR))
