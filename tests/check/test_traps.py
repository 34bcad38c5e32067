"""What Frictionless lets pass: each of these must be caught by the layer around it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Any

import pytest
from checkout import PLAN, Checkout

from zoneledger.catalogue import Field, load
from zoneledger.check import problems
from zoneledger.check.forms import judge


def first_field(change: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
    return lambda schema: schema["fields"][0].update(change)


def field(name: str, **change: Any) -> Callable[[dict[str, Any]], None]:
    def apply(schema: dict[str, Any]) -> None:
        next(f for f in schema["fields"] if f["name"] == name).update(change)

    return apply


TRAPS: dict[str, tuple[Callable[[Checkout], object], str]] = {
    "full-width digits": (lambda c: c.cell("targets", 1, value="１２００"), "cell-form"),
    "underscore in a number": (lambda c: c.cell("targets", 1, value="1_200"), "cell-form"),
    "NaN": (lambda c: c.cell("targets", 1, value="NaN"), "cell-form"),
    "infinity": (lambda c: c.cell("targets", 1, value="INF"), "cell-form"),
    "exponent": (lambda c: c.cell("targets", 1, value="1.2E+03"), "cell-form"),
    "a number too large to be meant": (lambda c: c.cell("targets", 1, value="9" * 400), "cell-form"),
    "an integer written as a fraction": (lambda c: c.cell("targets", 1, occurrence="1.0"), "cell-form"),
    "a boolean in capitals": (lambda c: c.cell("responsibilities", 1, list_open="TRUE"), "cell-form"),
    "white space as a required value": (lambda c: c.cell("targets", 1, scope_printed=" "), "cell-outer-space"),
    "full-width space as a required value": (lambda c: c.cell("targets", 1, scope_printed="\u3000"), "cell-outer-space"),
    "an unterminated quote that swallows the rest": (
        lambda c: c.edit("targets", lambda text: text.replace("全市开发区", '"全市开发区', 1)), "file-quoting",
    ),
    "a GBK file that nobody declared": (
        lambda c: c.path("units").write_bytes(c.path("units").read_bytes().decode().encode("gbk")), "file-encoding",
    ),
    "a symbolic link out of the folder": (
        lambda c: (
            shutil.move(c.path("projects"), c.root.parent / "elsewhere.csv"),
            (c.root / PLAN / "projects.csv").symlink_to(c.root.parent / "elsewhere.csv"),
        ),
        "file-link",
    ),
    "a linked plan folder": (
        lambda c: (
            shutil.copytree(c.root / PLAN, c.root.parent / "elsewhere"),
            (c.root / "datasets/plans/linked-2021").symlink_to(c.root.parent / "elsewhere"),
        ),
        "plan-folder",
    ),
    "a .txt that would never be opened": (
        lambda c: (c.root / PLAN / "targets.txt").write_text("id\n"), "file-unknown",
    ),
    "a repeated unique key": (
        lambda c: c.cell("responsibilities", 2, role="lead", position="1"), "key-repeated",
    ),
    "an empty part of a composite key": (lambda c: c.cell("target_zones", 1, zone_id=""), "cell-required"),
    "categories instead of enum": (lambda c: c.schema("units", first_field({"categories": ["a"]})), "schema-descriptor"),
    "a misspelt constraint": (
        lambda c: c.schema("units", field("symbol_zh", constraints={"requierd": True})), "schema-descriptor",
    ),
    "an ungrouped alternative in a pattern": (
        lambda c: c.schema("units", field("symbol_zh", constraints={"pattern": "A|B"})), "schema-descriptor",
    ),
    "a bad regular expression": (
        lambda c: c.schema("units", field("symbol_zh", constraints={"pattern": "(["})), "schema-descriptor",
    ),
    "a list where a type belongs": (lambda c: c.schema("units", first_field({"type": ["string"]})), "schema-descriptor"),
    "a bound that is no number": (
        lambda c: c.schema("units", field("factor", constraints={"minimum": "low"})), "schema-descriptor",
    ),
    "a bound that is no whole number": (
        lambda c: c.schema("targets", field("occurrence", constraints={"minimum": 1.5})), "schema-descriptor",
    ),
    "a bound that is no date": (
        lambda c: c.schema("plans", field("issued_on", type="date", constraints={"maximum": "20230101"})), "schema-descriptor",
    ),
    "an enum value of another type": (
        lambda c: c.schema("units", field("symbol_zh", constraints={"enum": [1, 2]})), "schema-descriptor",
    ),
    "a key of columns that do not exist": (
        lambda c: c.schema("units", lambda schema: schema.update(primaryKey=["idd"])), "schema-descriptor",
    ),
    "a key written as text": (
        lambda c: c.schema("units", lambda schema: schema.update(primaryKey="id")), "schema-descriptor",
    ),
    "a foreign key to nowhere": (
        lambda c: c.schema("units", lambda s: s["foreignKeys"][0]["reference"].update(resource="unitz")), "schema-descriptor",
    ),
    "labels that do not match the enum": (
        lambda c: c.schema("units", field("quantity_kind", labels={})), "schema-descriptor",
    ),
    "a schema that is not JSON": (
        lambda c: (c.root / "schemas/units.json").write_text("{"), "schema-descriptor",
    ),
}  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
def test_it_is_caught(trap: str, small: Checkout) -> None:
    change, code = TRAPS[trap]
    change(small)
    exit_code, found, output = small.check()
    assert code in {finding.code for finding in found}, output
    assert exit_code == 1


def test_frictionless_alone_lets_most_of_them_pass(small: Checkout) -> None:
    """The reason for the layer: if this fails, Frictionless has become strict and the layer can shrink."""
    from frictionless import Resource, Schema

    schema = Schema.from_descriptor(
        {
            "fields": [
                {"name": "id", "type": "string", "constraints": {"required": True, "pattern": "A|B"}},
                {"name": "value", "type": "number"},
            ]
        }
    )
    data = [["id", "value"], ["Ax", "１２００"], ["A", "1_200"], ["A", "NaN"]]
    assert Resource(data=data, schema=schema).validate().valid


def test_a_date_column_is_strict() -> None:
    date = Field({"name": "day", "type": "date", "title": "", "title_en": "", "description": "", "description_en": ""})
    assert [rule.code for rule, *_ in judge("2024-1-5", date)] == ["cell-form"]
    assert next(judge("2024-1-5", date))[3].en == "Write 2024-01-05"
    assert not list(judge("2024-01-05", date))


def test_a_pattern_does_not_match_past_a_line_end() -> None:
    column = Field(
        {
            "name": "id",
            "type": "string",
            "title": "",
            "title_en": "",
            "description": "",
            "description_en": "",
            "constraints": {"pattern": "[a-z]+"},
        }
    )
    assert [rule.code for rule, *_ in judge("abc\n", column)] == ["cell-pattern"]


def test_a_type_error_in_a_key_column_gives_no_key_errors(small: Checkout) -> None:
    small.cell("measures", 1, id="Anshi 2021 m01")
    _, found, output = small.check()
    broken = {finding.code for finding in found if finding.file.endswith("measures.csv") and finding.column == "id"}
    assert broken == {"cell-pattern"}, output


def test_the_line_is_physical_after_a_cell_with_line_breaks(small: Checkout) -> None:
    small.cell("measures", 1, summary_zh="一\n二\n三")
    small.cell("measures", 2, kind="nonsense")
    _, found, output = small.check()
    assert {(finding.line, finding.code) for finding in found} >= {(5, "cell-enum")}, output


def test_a_line_break_in_a_cell_is_itself_told(small: Checkout) -> None:
    small.cell("measures", 1, summary_zh="一\n二")
    _, found, _ = small.check()
    assert [finding.code for finding in found] == ["cell-hidden-character"]


def test_many_findings_are_summarised_aloud(small: Checkout) -> None:
    rows = small.read("responsibilities")
    small.write("responsibilities", [rows[0], *([*rows[1][:5], "boss", *rows[1][6:]] for _ in range(500))])
    _, found, output = small.check()
    listed = [finding for finding in found if finding.code == "cell-enum"]
    assert len(listed) == 20
    assert "and 480 more of cell-enum, not listed" in output


def test_the_suggestion_names_the_nearest_value(small: Checkout) -> None:
    small.cell("targets", 1, unit_id="yi-yaun", strength="确保")
    _, _, output = small.check()
    assert "Write yi-yuan?" in output
    assert "Write firm" in output


def test_messages_follow_the_language(small: Checkout) -> None:
    small.cell("targets", 1, strength="确保")
    assert "改为 firm" in small.check("zh")[2]
    assert "Write firm" in small.check("en")[2]


def test_row_rules_wait_until_cells_are_sound(small: Checkout) -> None:
    small.cell("targets", 1, value="1,200")
    catalogue = load(small.root)
    assert {problem.rule.code for problem in problems(catalogue)} == {"cell-form"}
