"""Files about all plans, kept until what they are gathered from changes: each gathering is a part of its own.

It is kept under a name made of the program and the site's sources, the shared lists, and the digests of the very extracts
that it reads. Whatever else of plans it reads it says by the table; rows of other tables are not there for it, so that
nothing can be read that does not count. As with all parts, what is kept may be deleted at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.said import WHOLE, Said
from zoneledger.catalogue.schemas import PLAN, PLAN_FILE
from zoneledger.parts.keys import digest
from zoneledger.parts.lists import shared_lists
from zoneledger.parts.store import Part, Store, Workplace

#: Writes a gathering's files from the catalogue it is given.
Fill = Callable[[Catalogue, Workplace], None]


@dataclass(frozen=True)
class Gathered:
    """The gatherings of one build.

    Args:
        catalogue: checked datasets, whole.
        frame: names the program, the schemas, and the site's sources and settings.
        parts: each plan's part, in the order of plans' ids.
        folder: holds what was gathered before, and nothing else.
        said: what plans say, where that is known.
    """

    catalogue: Catalogue
    frame: str
    parts: Mapping[str, Part]
    folder: Path
    said: Said | None = None

    def part(
        self,
        name: str,
        extracts: Collection[str],
        fill: Fill,
        tables: Collection[str] = (),
        beside: Collection[str] = (),
    ) -> Part:
        """A gathering, as it was kept or made now; what it was before is removed.

        Args:
            name: the gathering's, another for each.
            extracts: of each plan, the extracts that it reads, or pieces of them.
            fill: gathers.
            tables: the tables of plans that it reads besides; all shared lists are there for it.
            beside: digests of whatever else it is gathered from.
        """
        (made,) = self._made(name, [(self._key(name, extracts, tables, beside), fill)], tables)
        return made

    def pieces(
        self,
        name: str,
        fills: Sequence[tuple[str, Fill]],
        tables: Collection[str] = (),
        beside: Collection[str] = (),
    ) -> list[Part]:
        """A gathering in pieces, each of them kept by itself.

        Args:
            name: the gathering's.
            fills: of each piece, a name for what it alone is gathered from, and what gathers it.
            tables: the tables of plans that all of them read.
            beside: digests of whatever else they are gathered from.
        """
        common = self._key(name, (), tables, beside)
        return self._made(name, [(digest([common, own]), fill) for own, fill in fills], tables)

    def _key(self, name: str, extracts: Collection[str], tables: Collection[str], beside: Collection[str]) -> str:
        rows = [self._said.files, *(self._said.of(table, WHOLE) for table in tables)] if tables else []
        read = [self.digests[plan_id][extract] for plan_id in self.parts for extract in extracts]
        known = [*extracts, "", *tables, "", self._plans, "", *read, *rows, "", *beside]
        return digest([self.frame, name, self.shared, *known])

    def _made(self, name: str, fills: Sequence[tuple[str, Fill]], tables: Collection[str]) -> list[Part]:
        """Parts under their keys; all others of the name are removed."""
        store, narrowed = Store(self.folder / name), self._narrowed(tables)
        made = [store.make(key, partial(fill, narrowed)) for key, fill in fills]
        store.keep({key for key, _ in fills})
        return made

    @cached_property
    def _plans(self) -> str:
        """A name for which plans there are: a build has hundreds of gatherings, and a thousand plans."""
        return digest(self.parts)

    @cached_property
    def digests(self) -> dict[str, dict[str, str]]:
        """Names of what each plan's extracts hold."""
        return {plan_id: part.digests for plan_id, part in self.parts.items()}

    def says(self, extract: str) -> str:
        """A name for what an extract says, over all plans.

        Args:
            extract: its name.
        """
        return digest(piece for plan_id in self.parts for piece in (plan_id, self.digests[plan_id][extract]))

    @cached_property
    def shared(self) -> str:
        """A name for the shared lists."""
        return shared_lists(self.catalogue)

    @cached_property
    def _said(self) -> Said:
        return self.said or Said(self.catalogue)

    def _narrowed(self, tables: Collection[str]) -> Catalogue:
        """The catalogue without any other table of plans: asking for one is an error."""
        whole = self.catalogue
        found = Catalogue(whole.layout, whole.schemas, whole.dataset)
        found.plan_files = whole.plan_files if tables else {}
        for name, table in whole.tables.items():
            if table.schema.group not in (PLAN, PLAN_FILE) or name in tables:
                found.tables[name] = table
        return found
