"""What is made from all plans, kept until something that it read says something else.

Nothing declares what it reads: that is noted while it is made (``catalogue.reading``). Pages are kept as they are before
their heads, which show figures of the whole site, and with what stands in for the revision (``parts.stand_in``).
"""

from __future__ import annotations

import json
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import file_digest
from itertools import starmap
from pathlib import Path
from typing import Any, TypeVar

from markupsafe import Markup

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.reading import Fingerprints, Read, begun, read
from zoneledger.catalogue.said import Said
from zoneledger.pages import PageContext
from zoneledger.parts.keys import digest
from zoneledger.parts.stand_in import stood_in
from zoneledger.revision import Repository
from zoneledger.site.shell import Heading, Page

#: Pages with their languages, made from a catalogue and what is known beside it.
Make = Callable[[Catalogue, PageContext], Iterable[tuple[str, Page]]]

T = TypeVar("T")

_READ, _MADE = "read.json", "made"
_FIELDS = frozenset(each.name for each in fields(PageContext))
#: Links to its terms stand on every page.
_GLOSSARY = "glossary"


class _NotedContext(PageContext):
    """A context that notes which of its fields were asked for.

    Attributes:
        asked: their names.
    """

    asked: set[str]

    def __getattribute__(self, name: str) -> Any:
        if name in _FIELDS:
            object.__getattribute__(self, "asked").add(name)
        return object.__getattribute__(self, name)

    @classmethod
    def of(cls, context: PageContext, repository: Repository) -> _NotedContext:
        """A context of whose fields none was asked for, at another repository."""
        noted = cls(**vars(context) | {"repository": repository})
        object.__setattr__(noted, "asked", set())  # as the fields, it is not to be set again
        return noted


@dataclass(frozen=True)
class Kept:
    """What a build keeps for the next one, and finds of the last one's.

    Args:
        folder: holds nothing else; made when it is needed.
        catalogue: the datasets, whole.
        context: what the build knows beside them.
        beside: everything else that decides what is made: program, sources, badges.
        facts: a name for what a fact says of all plans, by the fact's name; the catalogue was told these very facts.
        said: what plans say, where that is known.
    """

    folder: Path
    catalogue: Catalogue
    context: PageContext
    beside: str
    facts: Callable[[str], str] = str
    said: Said | None = None
    _held: dict[str, str] = field(default_factory=dict)

    def pages(self, name: str, make: Make) -> Iterator[tuple[str, Page]]:
        """The pages of a kind, kept ones or new ones, without the revision.

        Args:
            name: of the kind.
            make: makes them; from the same it must make the same.
        """
        return _pages(self._file(name, lambda catalogue, context: starmap(_line, make(catalogue, context))))

    def value(self, name: str, compute: Callable[[Catalogue], T]) -> T:
        """What a function of the datasets gives, kept or new.

        Args:
            name: of it.
            compute: from the same it must give the same.
        """
        file = self._file(name, lambda catalogue, _: [pickle.dumps(compute(catalogue))])
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

    def _file(self, name: str, make: Callable[[Catalogue, PageContext], Iterable[bytes]]) -> Path:
        if not self.digest(name):
            self._make(name, make)
        return self.folder / name / _MADE

    def _compared(self, name: str) -> str:
        try:
            known = json.loads((self.folder / name / _READ).read_bytes())
            made = _sum(self.folder / name / _MADE)
            holds = known["says"] == self._says(name, known["columns"], known["context"], known["facts"]) and known["made"] == made
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return ""
        return made if holds else ""

    def _make(self, name: str, make: Callable[[Catalogue, PageContext], Iterable[bytes]]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        catalogue = begun(self.catalogue)
        context = _NotedContext.of(self.context, stood_in(self.context.repository))
        with tempfile.TemporaryDirectory(prefix=".making-", dir=self.folder) as scratch:
            made = Path(scratch) / name
            made.mkdir()
            with (made / _MADE).open("wb") as file:
                file.writelines(make(catalogue, context))
            columns, asked = read(catalogue), sorted(context.asked)
            facts = sorted(catalogue.told.asked) if catalogue.told else []
            says, found = self._says(name, columns, asked, facts), _sum(made / _MADE)
            known = {"columns": columns, "context": asked, "facts": facts, "says": says, "made": found}
            (made / _READ).write_text(json.dumps(known), encoding="utf-8")
            if (old := self.folder / name).exists():
                old.rename(Path(scratch) / "old")
            made.rename(old)
        self._held[name] = found

    def _says(self, name: str, columns: Read, context: Iterable[str], facts: Iterable[str]) -> str:
        terms = {_GLOSSARY: list(self.catalogue.schemas[_GLOSSARY].by_name)}
        prints = [*self._prints.of(terms), *self._prints.of(columns)]
        return digest([name, self.beside, *prints, *(self._fields[each] for each in context), *map(self.facts, facts)])

    @cached_property
    def _fields(self) -> dict[str, str]:
        """A name for each field of the context: what it says, whichever objects say it."""
        said = vars(self.context) | {"repository": stood_in(self.context.repository)}
        return {name: digest([repr(value)]) for name, value in said.items()}

    @cached_property
    def _prints(self) -> Fingerprints:
        return Fingerprints(self.catalogue, self.said)


def _line(lang: str, page: Page) -> bytes:
    headings = [[each.id, each.text, each.level] for each in page.headings]
    said = [lang, page.path, page.title, page.description, page.body, headings, page.graph]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def _pages(file: Path) -> Iterator[tuple[str, Page]]:
    with file.open("rb") as lines:
        for line in lines:
            lang, path, title, description, body, headings, graph = json.loads(line)
            shown = tuple(Heading(*each) for each in headings)
            yield lang, Page(path, title, description, Markup(body), shown, graph=tuple(graph))


def _sum(file: Path) -> str:
    with file.open("rb") as content:
        return file_digest(content, "blake2b").hexdigest()
