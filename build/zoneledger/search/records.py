"""What can be found of the datasets: one record a row, with all its words in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from zoneledger.catalogue import Catalogue, Row, TableSchema
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.search.addresses import addresses
from zoneledger.search.names import multiple, names, short_names
from zoneledger.search.pinyin import KINDS as SPELT
from zoneledger.search.titles import title
from zoneledger.views.date import date_words
from zoneledger.views.quantity import quantity

#: The order in which groups of results are shown; pages come last.
KINDS = (
    "plans", "targets", "responsibilities", "measures", "milestones", "mechanisms", "instruments", "projects",
    "plan_industries", "references", "outcomes", "rejected_evidence", "exclusions", "organizations", "agency_types", "indicators", "zones",
    "industries", "jurisdictions", "units", "glossary",
)  # fmt: skip

#: Tables without rows of their own to show: their words belong to the row the column points to.
JOINED = {
    "target_zones": "target_id",
    "target_relations": "from_target_id",
    "milestone_actors": "milestone_id",
    "mechanism_actors": "mechanism_id",
    "organization_aliases": "organization_id",
    "indicator_relations": "from_indicator_id",
}

#: Those whose words belong to a row of a shared list.
SHARED_JOINED = ("organization_aliases", "indicator_relations")

#: Where a row stands and how it is built, rather than what it says.
_NOT_WORDS = ("locator", "anchor_locator", "rrule", "completeness", "source_sha256", "example_id")

#: Rows that stand in every row of their plan; they are found as themselves.
_CONTEXT = ("plans", "measures", "targets", "milestones", "mechanisms", "units")
_NAMES = ("name_zh", "short_zh", "name_en")


@dataclass
class Words:
    """Lines of text by language; a search never matches across two lines.

    Args:
        zh: lines in Chinese, of any script.
        en: lines in English.
        plain: lines of neither: dates, addresses, identifiers.
        pointed: those lines that are names of what the row points to.
    """

    zh: list[str] = field(default_factory=list)
    en: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    pointed: set[str] = field(default_factory=set)

    def add(self, column: str, text: str) -> None:
        """File a cell under its language."""
        if not text:
            return
        chosen = self.en if column.endswith("_en") else self.plain if text.isascii() else self.zh
        chosen.append(" ".join(text.split()))

    def take(self, other: Words) -> None:
        """Adds all lines of others."""
        self.zh += other.zh
        self.en += other.en
        self.plain += other.plain
        self.pointed |= other.pointed


@dataclass(frozen=True)
class Record:
    """One thing a search can find.

    Args:
        kind: the table's name, or ``page``.
        plan_id: the plan it is a part of; empty for plans themselves and for shared lists.
        due: deadline as an EDTF date, where it has one.
        addresses: where it is shown, below its language's root, best first; the first that exists is used.
        zh: its words in Chinese, the title first.
        en: its words in English, the title first.
        plain: words of neither language.
        key: the row's identifier, where it has one; found as a whole or by its last part.
        names: those of its lines that are names or titles of it.
        spelt: those of its lines that are found by their pinyin: names of it and of what it points to.
        fragments: for a page, the anchors that its Chinese and its English lines stand under.
    """

    kind: str
    plan_id: str
    due: str
    addresses: tuple[str, ...]
    zh: tuple[str, ...]
    en: tuple[str, ...]
    plain: tuple[str, ...] = ()
    key: str = ""
    names: frozenset[str] = frozenset()
    spelt: frozenset[str] = frozenset()
    fragments: tuple[tuple[str, ...], tuple[str, ...]] | None = None


def records(catalogue: Catalogue) -> Iterator[Record]:
    """A record of every row, in the order of groups and then of files.

    Args:
        catalogue: checked datasets.
    """
    made = _Maker(catalogue, _joined_rows(catalogue, JOINED))
    for table in KINDS:
        for row in catalogue.rows(table):
            yield made.record(table, row)


def plan_records(catalogue: Catalogue, plan_id: str) -> Iterator[Record]:
    """The records of one plan: its own one first, then those of its rows, in the order of groups.

    Args:
        catalogue: holds the plan; other plans make no difference.
        plan_id: which plan.
    """
    made = _Maker(catalogue, _joined_rows(catalogue, JOINED.keys() - set(SHARED_JOINED), plan_id))
    plan = catalogue.row("plans", plan_id)
    if plan is not None:
        yield made.record("plans", plan)
    for table in KINDS:
        for row in catalogue.rows(table, plan_id):
            yield made.record(table, row)


def shared_records(catalogue: Catalogue) -> Iterator[Record]:
    """The records of the lists that plans share, with what all plans call their bodies.

    Args:
        catalogue: holds the names that plans print, of all plans.
    """
    made = _Maker(catalogue, _joined_rows(catalogue, SHARED_JOINED))
    for table in KINDS:
        if catalogue.schemas[table].group == REFERENCE:
            for row in catalogue.rows(table):
                yield made.record(table, row)


class _Maker:
    """Makes records of rows; what a table's schema says of its columns is read once."""

    def __init__(self, catalogue: Catalogue, joined: dict[tuple[str, str], list[tuple[str, Row]]]) -> None:
        self._catalogue = catalogue
        self._joined = joined
        self._columns: dict[str, list[tuple[str, str]]] = {}
        self._names: dict[tuple[str, object], Words] = {}

    def record(self, table: str, row: Row) -> Record:
        """The record of one row."""
        catalogue, words = self._catalogue, Words()
        key = _key(catalogue, table, row)
        joined = self._joined.get((table, key), ())
        for name, part in ((table, row), *joined):
            self._add_row(words, name, part)
        if table == "plans":
            _add_plan_file(words, catalogue.plan_files[row.text("id")])
        heading = title(catalogue, table, row)
        called = names(catalogue, table, row, joined)
        called += short_names(catalogue, key) if table == "agency_types" else []
        _add_names(words, called)
        called_so = frozenset({heading.zh, heading.en, *(" ".join(text.split()) for text in called)})
        return Record(
            kind=table,
            plan_id=row.text("plan_id") if "plan_id" in row.values else "",
            due=row.text("due") if "due" in row.values else "",
            addresses=addresses(table, row, key),
            zh=tuple(dict.fromkeys([heading.zh, *words.zh])),
            en=tuple(dict.fromkeys([heading.en, *words.en])),
            plain=tuple(dict.fromkeys(line for line in words.plain if line != key)),
            key=key,
            names=called_so,
            spelt=frozenset(words.pointed | called_so if table in SPELT else words.pointed),
        )

    def _add_row(self, words: Words, table: str, row: Row) -> None:
        if table not in self._columns:
            self._columns[table] = _searched(self._catalogue.schemas[table])
        values = row.values
        for column, pointed in self._columns[table]:
            value = values[column]
            if value is not None and pointed:
                words.take(self._pointed(pointed, value))
            elif value is not None:
                _add_cell(words, column, str(value))
        if "unit_printed" in values:
            words.add("value", row.text("value") + row.text("unit_printed"))
        elif "value" in values and "comparator" in values:
            _add_figure(words, self._catalogue, table, row)

    def _pointed(self, table: str, key: object) -> Words:
        """The names of a row that others point to; a body is named by hundreds of duties."""
        found = self._names.get((table, key))
        if found is None:
            found = self._names[table, key] = Words()
            row = self._catalogue.row(table, key)
            for name in _NAMES:
                if row is not None and name in row.values:
                    found.add(name, row.text(name))
                    found.pointed.add(" ".join(row.text(name).split()))
        return found


def _add_cell(words: Words, column: str, text: str) -> None:
    words.add(column, text)
    if column == "due":
        date = date_words(text)
        words.add("due_zh", date.zh)
        words.add("due_en", date.en)


def _add_names(words: Words, called: Sequence[str]) -> None:
    """Adds the names that are not among the words as they stand."""
    held = {*words.zh, *words.en, *words.plain} if called else set()
    for text in called:
        if text not in held:
            words.add("name_zh", text)
            held.add(text)


def _searched(schema: TableSchema) -> list[tuple[str, str]]:
    """The columns of a table that hold words, each with the table it points to; those that point to context are left out."""
    pointed = {key.column: key.table for key in reversed(schema.foreign_keys)}
    return [
        (column.name, pointed.get(column.name, ""))
        for column in schema.fields
        if column.type == "string" and not column.enum and not column.derived and column.name not in _NOT_WORDS
        and pointed.get(column.name) not in _CONTEXT
    ]  # fmt: skip


def _add_figure(words: Words, catalogue: Catalogue, table: str, row: Row) -> None:
    much = quantity(catalogue, table, row)
    words.zh.append(much.zh)
    words.en.append(much.en)
    # As a plan prints it, without the separator that English figures have.
    words.add("value", row.text("value"))
    written_out = multiple(row)
    if written_out is not None:
        words.zh.append(written_out.zh)
        words.en.append(written_out.en)


def _add_plan_file(words: Words, content: dict[str, object]) -> None:
    """What ``plan.yml`` says beyond its row: the summary and the notes."""
    listed = [content.get("summary"), *_list(content.get("overriding_notes")), *_list(content.get("notes"))]
    for text in listed:
        if isinstance(text, dict):
            words.add("text_zh", str(text.get("zh", "")))
            words.add("text_en", str(text.get("en", "")))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _joined_rows(
    catalogue: Catalogue, tables: Iterable[str], plan_id: str | None = None
) -> dict[tuple[str, str], list[tuple[str, Row]]]:
    """Rows of joined tables by the table and key of the row they belong to."""
    found: dict[tuple[str, str], list[tuple[str, Row]]] = {}
    for name in (name for name in JOINED if name in tables):
        column = JOINED[name]
        owner = next(key.table for key in catalogue.schemas[name].foreign_keys if key.column == column)
        for row in catalogue.rows(name, plan_id):
            found.setdefault((owner, row.text(column)), []).append((name, row))
    return found


def _key(catalogue: Catalogue, table: str, row: Row) -> str:
    """A row's identifier; empty in a table whose rows are named by several columns."""
    columns = catalogue.schemas[table].primary_key
    return row.text(columns[0]) if len(columns) == 1 else ""
