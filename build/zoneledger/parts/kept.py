"""What is made from all plans, kept until something that it read says something else.

Nothing declares what it reads: that is noted while it is made (``catalogue.reading``). Pages are kept as they are before
their heads, which show figures of the whole site, and with what stands in for the revision (``parts.stand_in``).
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import starmap
from pathlib import Path
from typing import Any, TypeVar

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.reading import Fingerprints, Read, begun, read
from zoneledger.catalogue.said import Said
from zoneledger.pages import PageContext
from zoneledger.pages.sheet import Sheet, Sheets
from zoneledger.parts import notes
from zoneledger.parts.asked import NotedContext
from zoneledger.parts.keys import digest
from zoneledger.parts.lists import shared_lists
from zoneledger.parts.notes import Note
from zoneledger.parts.pieces import Pages, Piece, line
from zoneledger.parts.sheets import Making, OtherFiles
from zoneledger.parts.stand_in import stood_in
from zoneledger.site.shell import Page
from zoneledger.views.oddities import Mark

#: Pages with their languages, made from a catalogue and what is known beside it.
Make = Callable[[Catalogue, PageContext], Iterable[tuple[str, Page]]]
#: What makes the pages of a sheet, from the same.
Fill = Callable[[Catalogue, PageContext], Callable[[Sheet[Any]], Iterable[tuple[str, Page]]]]

T = TypeVar("T")

#: Links to its terms stand on every page.
_GLOSSARY = "glossary"


@dataclass(frozen=True)
class Kept:
    """What a build keeps for the next one, and finds of the last one's.

    Args:
        folder: holds nothing else; made when it is needed.
        catalogue: the datasets, whole.
        context: what the build knows beside them.
        beside: a name for everything else that decides what is made: program, schemas, sources.
        badges: those of odd rows, by row id.
        facts: a name for what a fact says of all plans, by the fact's name; the catalogue knows these very facts.
        said: what plans say, where that is known.
    """

    folder: Path
    catalogue: Catalogue
    context: PageContext
    beside: str
    badges: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    facts: Callable[[str], str] = str
    said: Said | None = None
    _held: dict[str, str] = field(default_factory=dict)
    _notes: dict[str, Note | None] = field(default_factory=dict)

    def pages(self, name: str, make: Make) -> Pages:
        """The pages of a kind, kept ones or new ones, without the revision.

        Args:
            name: of the kind.
            make: makes them; from the same it must make the same.
        """
        self._file(name, lambda catalogue, context, _: starmap(line, make(catalogue, context)))
        return self._pages(name)

    def sheets(self, name: str, sheets: Sheets, fill: Fill) -> Pages:
        """The same of a kind of which each page is about a few plans: where it holds no more, its pages may still.

        Args:
            name: of the kind.
            sheets: makes its sheets ready; what it asks the context for decides a page only as far as it tells of it.
            fill: makes the pages of one; from the same it must make the same.
        """

        def make(catalogue: Catalogue, context: PageContext, making: Making) -> Iterator[bytes]:
            fill_one = fill(catalogue, context)
            for sheet in sheets(catalogue, making.telling):
                yield making.lines(sheet, lambda one: starmap(line, fill_one(one)))

        self._file(name, make)
        return self._pages(name)

    def value(self, name: str, compute: Callable[[Catalogue], T]) -> T:
        """What a function of the datasets gives, kept or new.

        Args:
            name: of it.
            compute: from the same it must give the same.
        """
        file = self._file(name, lambda catalogue, *_: [pickle.dumps(compute(catalogue))])
        found: T = pickle.loads(file.read_bytes())  # noqa: S301 - it is what was written here, by its checksum
        return found

    def digest(self, name: str) -> str:
        """A name for what is kept and holds, or was made by this very process; empty where there is nothing.

        It is looked up once, so that processes forked later need not.

        Args:
            name: of what is kept.
        """
        if name not in self._held:
            self._held[name] = self._compared(name)
        return self._held[name]

    def tables(self, names: Iterable[str]) -> set[str] | None:
        """The tables that were read when some things were last made; None where that is not known of one of them.

        Args:
            names: of what is kept.
        """
        notes = [self._note(name) for name in names]
        return {table for note in notes if note for table in note.columns} if all(notes) else None

    def _file(self, name: str, make: Callable[[Catalogue, PageContext, Making], Iterable[bytes]]) -> Path:
        if not self.digest(name):
            self._make(name, make)
        return notes.file(self.folder / name)

    def _pages(self, name: str) -> Pages:
        note, file = self._note(name), notes.file(self.folder / name)
        if note is None:
            raise RuntimeError(f"{name}: nothing was made")
        return Pages(note.pieces(file) or [Piece(file, 0, file.stat().st_size, note.made)])

    def _compared(self, name: str) -> str:
        note = self._note(name)
        if not note or note.says != self._says(name, note.columns, note.context, note.facts):
            return ""
        self._renew(name, note)
        return note.made

    def _renew(self, name: str, note: Note) -> None:
        """Notes what stands there now of all that sheets may read: as far as it changed, none of them reads it.

        Args:
            name: of what is kept and holds.
            note: its own, of which all that was read still says the same.
        """
        others = {key: self._other_files.of(key) for key in note.other_files}
        around = self._around(note.filling, note.facts) if note.sheets else ""
        if (others, around) != (note.other_files, note.around):
            self._notes[name] = renewed = replace(note, other_files=others, around=around)
            renewed.write(self.folder / name)

    def _note(self, name: str) -> Note | None:
        if name not in self._notes:
            self._notes[name] = Note.find(self.folder / name)
        return self._notes[name]

    def _making(self, name: str) -> Making:
        """The sheets to come, with those of the last build where all says the same that each shows or is made with."""
        last = self._note(name)
        holds = last and last.sheets and last.around == self._around(last.filling, last.facts)
        return Making(self.folder / name, last if holds else None, self._other_files, self.badges, self._asked())

    def _asked(self) -> NotedContext:
        """The context, of which nothing was asked for."""
        return NotedContext.of(self.context, stood_in(self.context.repository))

    def _make(self, name: str, make: Callable[[Catalogue, PageContext, Making], Iterable[bytes]]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        making = self._making(name)
        catalogue = begun(self.catalogue)
        context = self._asked()
        with tempfile.TemporaryDirectory(prefix=".making-", dir=self.folder) as scratch:
            made = Path(scratch) / name
            made.mkdir()
            with notes.file(made).open("wb") as file:
                file.writelines(make(catalogue, context, making))
            columns, filling = making.columns(read(catalogue)), making.filling(context.asked)
            asked = sorted({*filling, *making.telling.asked})
            facts = making.facts(catalogue.facts.asked if catalogue.facts else ())
            around = self._around(filling, facts) if making.sheets else ""
            says = self._says(name, columns, asked, facts)
            note = Note(
                columns, asked, facts, says, notes.checksum(made), making.sheets, making.other_files, filling, around
            )
            note.write(made)
            if (old := self.folder / name).exists():
                old.rename(Path(scratch) / "old")
            made.rename(old)
        self._held[name], self._notes[name] = note.made, note

    def _says(self, name: str, columns: Read, context: Iterable[str], facts: Iterable[str]) -> str:
        terms = {_GLOSSARY: list(self.catalogue.schemas[_GLOSSARY].by_name)}
        prints = [*self._prints.of(terms), *self._prints.of(columns)]
        beside = [self.beside, self._badged, *(self._fields[each] for each in context), *map(self.facts, facts)]
        return digest([name, *beside, *prints])

    def _around(self, context: Iterable[str], facts: Iterable[str]) -> str:
        """A name for what decides a sheet beside what is told to it and the plans of its rows."""
        known = [*(self._fields[each] for each in context), *map(self.facts, facts)]
        return digest([self.beside, shared_lists(self.catalogue), *known])

    @cached_property
    def _other_files(self) -> OtherFiles:
        return OtherFiles(self.catalogue.files)

    @cached_property
    def _badged(self) -> str:
        return digest([repr(self.badges)])

    @cached_property
    def _fields(self) -> dict[str, str]:
        """A name for each field of the context: what it says, whichever objects say it."""
        said = vars(self.context) | {"repository": stood_in(self.context.repository)}
        return {name: digest([repr(value)]) for name, value in said.items()}

    @cached_property
    def _prints(self) -> Fingerprints:
        return Fingerprints(self.catalogue, self.said)
