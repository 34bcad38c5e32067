"""Every row of every table can be found, by all the words it holds, in both languages."""

from __future__ import annotations

import pytest

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.schemas import WIDE
from zoneledger.search.records import JOINED, KINDS, Record, records
from zoneledger.search.titles import title

#: Columns that say where a row stands or how it was built; they are not among the words of a row.
POSITIONS = {"locator", "anchor_locator", "rrule", "completeness", "source_sha256"}
#: Pointers whose words are those of another record.
POINTERS = {
    "example_id",
    "plan_id",
    "measure_id",
    "parent_id",
    "target_id",
    "to_target_id",
    "unit_id",
    "default_unit_id",
    "base_unit_id",
}


@pytest.fixture
def found(catalogue: Catalogue) -> dict[tuple[str, str], Record]:
    """Records by kind and identifier, or by kind and title where rows have no identifier."""
    by_title = _unnamed(catalogue)
    return {(r.kind, r.zh[0] if r.kind in by_title else r.key): r for r in records(catalogue)}


def _unnamed(catalogue: Catalogue) -> set[str]:
    return {table for table in KINDS if len(catalogue.schemas[table].primary_key) > 1}


def test_every_table_is_searched(catalogue: Catalogue) -> None:
    # A wide table repeats rows of others.
    assert {*KINDS, *JOINED} == {name for name, schema in catalogue.schemas.items() if schema.group != WIDE}


def test_one_record_a_row(catalogue: Catalogue, found: dict[tuple[str, str], Record]) -> None:
    rows = [_owner(catalogue, table, row) for table in KINDS for row in catalogue.rows(table)]
    assert sorted(found) == sorted(rows)
    assert {kind for kind, _ in rows} == set(KINDS), "the small datasets have a row of every table"


@pytest.mark.parametrize("table", [*KINDS, *JOINED])
def test_rows_are_found_by_each_of_their_cells(
    catalogue: Catalogue, found: dict[tuple[str, str], Record], table: str
) -> None:
    tried = 0
    for row in catalogue.rows(table):
        lines = _lines(found[_owner(catalogue, table, row)])
        for text in _texts(catalogue, table, row):
            assert any(text in line for line in lines), f"{row.file}:{row.line}: {text!r} is not found"
            tried += 1
    # Relations of targets hold no words; everything else must have been tried.
    assert tried > 0 or table == "target_relations"


def _lines(record: Record) -> tuple[str, ...]:
    return (*record.zh, *record.en, *record.plain, record.key)


def _owner(catalogue: Catalogue, table: str, row: Row) -> tuple[str, str]:
    if table in _unnamed(catalogue):
        return table, title(catalogue, table, row).zh
    if table not in JOINED:
        return table, row.text(catalogue.schemas[table].primary_key[0])
    keys = {key.column: key.table for key in catalogue.schemas[table].foreign_keys}
    return keys[JOINED[table]], row.text(JOINED[table])


def _texts(catalogue: Catalogue, table: str, row: Row) -> list[str]:
    """Every word of a row: its cells as they stand, and the names of what it points to."""
    schema = catalogue.schemas[table]
    pointed = {key.column: key.table for key in schema.foreign_keys}
    texts = []
    for column in schema.fields:
        skipped = column.enum or column.type in ("integer", "boolean") or column.name in POSITIONS | POINTERS
        if skipped or row[column.name] is None or column.name == JOINED.get(table):
            continue
        if column.name not in pointed:
            texts.append(" ".join(row.text(column.name).split()))
            continue
        other = catalogue.row(pointed[column.name], row[column.name])
        assert other is not None
        # Of the term that a term points to, its own record speaks.
        texts += [other.text(name) for name in ("name_zh", "name_en") if table != "glossary"]
    return texts if table not in ("indicators", "units") else [text for text in texts if not _is_number(text)]


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def test_figures_are_found_as_printed_and_written_out(found: dict[tuple[str, str], Record]) -> None:
    lines = _lines(found["targets", "anshi-2021-t001"])
    for text in ("1200亿元", "120 billion yuan", "1200", "2023年", "营业收入"):
        assert any(text in line for line in lines), text


def test_notes_and_summary_of_a_plan_are_found(catalogue: Catalogue, found: dict[tuple[str, str], Record]) -> None:
    lines = _lines(found["plans", "anshi-2021"])
    for text in (
        "虚构的计划",
        "An invented plan",
        "以省实际下达任务为准",
        "The annex has a single row",
        "安政办发〔2021〕7号",
    ):
        assert any(text in line for line in lines), text


def test_titles_come_first_in_both_languages(found: dict[tuple[str, str], Record]) -> None:
    duty = found["responsibilities", "anshi-2021-r001"]
    assert duty.zh[0] == "安石市工业和信息化局（牵头）：做强产业"
    assert duty.en[0] == "Anshi Bureau of Industry and Information Technology (lead): Strengthen industry"
    assert found["targets", "anshi-2021-t001"].due == "2023"
    assert all(record.zh[0] and record.en[0] for record in found.values())


def test_names_are_told_from_words(catalogue: Catalogue, found: dict[tuple[str, str], Record]) -> None:
    body = found["organizations", "anshi-tax"]
    row = catalogue.row("organizations", "anshi-tax")
    assert row is not None
    assert {row.text("name_zh"), row.text("short_zh"), row.text("name_en")} <= body.names
    assert row.text("short_zh") in found["agency_types", row.text("agency_type_id")].names, (
        "a type is known by its bodies"
    )
    assert "安石市" in found["plans", "anshi-2021"].names, "a plan is called by its city"
    duty = found["responsibilities", "anshi-2021-r001"]
    assert duty.names == {duty.zh[0], duty.en[0]}
