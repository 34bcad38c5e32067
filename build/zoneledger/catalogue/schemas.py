"""Loads ``schemas/*.json``: the only source of field rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from zoneledger.catalogue.json_files import read_object
from zoneledger.problems import Text

REFERENCE = "reference"
PLAN = "plan"
PLAN_FILE = "plan_file"
WIDE = "wide"

#: Where a derived column comes from: the plan's folder, or the assessment of targets.
FOLDER = "folder"
ASSESSMENT = "assessment"
#: In a wide table: the cell its path leads to, that cell's code in words, or something reckoned from several rows.
JOIN = "join"
LABEL = "label"
COMPUTED = "computed"


@dataclass(frozen=True)
class ForeignKey:
    """A column whose values must stand in a column of another table."""

    column: str
    table: str
    target: str


@dataclass(frozen=True)
class Field:
    """One column as its schema describes it."""

    descriptor: dict[str, Any]

    @property
    def name(self) -> str:
        """The column's name."""
        return str(self.descriptor["name"])

    @property
    def type(self) -> str:
        """The Table Schema type: string, integer, number or boolean."""
        return str(self.descriptor["type"])

    @property
    def title(self) -> Text:
        """The column's heading in both languages."""
        return Text(str(self.descriptor["title"]), str(self.descriptor["title_en"]))

    @property
    def description(self) -> Text:
        """What the column means, in both languages."""
        return Text(str(self.descriptor["description"]), str(self.descriptor["description_en"]))

    @property
    def constraints(self) -> dict[str, Any]:
        """Table Schema constraints."""
        return dict(self.descriptor.get("constraints", {}))

    @property
    def required(self) -> bool:
        """Whether every row must fill it."""
        return bool(self.constraints.get("required", False))

    @property
    def enum(self) -> tuple[str, ...]:
        """The values allowed, in the schema's order; empty where any value is."""
        return tuple(self.constraints.get("enum", ()))

    @property
    def derived(self) -> bool:
        """Whether the column is written on publication and absent from contributors' files."""
        return "derived" in self.descriptor

    @property
    def from_folder(self) -> bool:
        """Whether it is the plan's id, taken from the folder's name.

        The other derived columns are computed from the whole dataset; in memory they are empty until published.
        """
        return self.descriptor.get("derived") == FOLDER

    @property
    def path(self) -> tuple[str, ...]:
        """How a wide table's column is found: columns from the row it extends, each but the last leading to another row.

        A column that says a code in words ends with ``zh`` or ``en``. Empty where the column is found otherwise.
        """
        return tuple(self.descriptor.get("path", ()))

    def label(self, value: object) -> Text:
        """An enum value in words; the value itself where the schema gives no label."""
        label = self.descriptor.get("labels", {}).get(value)
        return Text(label["zh"], label["en"]) if label else Text(str(value), str(value))

    @property
    def labelled(self) -> dict[str, Text]:
        """Every enum value in words, in the schema's order."""
        return {value: self.label(value) for value in self.enum}


@dataclass(frozen=True)
class TableSchema:
    """One table's rules.

    Args:
        descriptor: the Table Schema as the file holds it.
    """

    descriptor: dict[str, Any]

    @property
    def name(self) -> str:
        """The table's name, also its file's name."""
        return str(self.descriptor["name"])

    @property
    def group(self) -> str:
        """``reference`` (shared list), ``plan`` (one file a plan), ``plan_file`` (made from plan.yml) or ``wide`` (joined)."""
        return str(self.descriptor["group"])

    @property
    def of(self) -> str:
        """The table whose rows a wide table repeats with more columns; empty for other tables."""
        return str(self.descriptor.get("of", ""))

    @property
    def title(self) -> Text:
        """The table's title in both languages."""
        return Text(str(self.descriptor["title"]), str(self.descriptor["title_en"]))

    @property
    def description(self) -> Text:
        """What a row is, in both languages."""
        return Text(str(self.descriptor["description"]), str(self.descriptor["description_en"]))

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All published columns in order."""
        return tuple(Field(field) for field in self.descriptor["fields"])

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of a contributor's file, in canonical order."""
        return tuple(field.name for field in self.fields if not field.derived)

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The columns by name."""
        return {field.name: field for field in self.fields}

    @property
    def primary_key(self) -> tuple[str, ...]:
        """The columns that name a row."""
        return tuple(self.descriptor["primaryKey"])

    @property
    def unique_keys(self) -> tuple[tuple[str, ...], ...]:
        """Further column groups that must not repeat."""
        return tuple(tuple(key) for key in self.descriptor.get("uniqueKeys", ()))

    @cached_property
    def foreign_keys(self) -> tuple[ForeignKey, ...]:
        """Columns that point into other tables."""
        return tuple(
            ForeignKey(key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0])
            for key in self.descriptor.get("foreignKeys", ())
        )


def table_files(folder: Path) -> list[Path]:
    """The Table Schema files of a folder, in order; ``*.schema.json`` are JSON Schemas of YAML files."""
    return sorted(path for path in folder.glob("*.json") if not path.name.endswith(".schema.json"))


def load_schemas(folder: Path) -> dict[str, TableSchema]:
    """Loads every table's schema, by table name.

    The files are trusted to be well formed here: ``zoneledger.check.descriptors`` is what lints them.
    """
    loaded = (TableSchema(read_object(path)) for path in table_files(folder))
    return {schema.name: schema for schema in loaded}
