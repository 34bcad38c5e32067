"""What a cell becomes: the very number, the date with its year, null with a meaning, text that can do no harm."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from contract import read
from hypothesis import given
from hypothesis import strategies as st

from zoneledger import api
from zoneledger.api.columns import DATE, LIST, PERIOD, kind_of
from zoneledger.api.encoding import Json, encode
from zoneledger.api.nulls import is_explained, null_meaning
from zoneledger.catalogue import Catalogue, load
from zoneledger.packages.computed import published_records
from zoneledger.packages.tables import cell

REDACTED = {"edtf": "20XX", "first_day": None, "last_day": None, "year": None}


def rows_of(files: dict[str, bytes], table: str, **options: Any) -> list[dict[str, Any]]:
    """All rows of a table, page after page."""
    found: list[dict[str, Any]] = []
    path: str | None = f"tables/{table}.json"
    while path:
        document = json.loads(files[path], **options)
        found += document["result"]
        path = document["links"]["next"] and document["links"]["next"].partition("/api/v1/")[2]
    return found


def test_every_cell_of_every_table_arrives(catalogue: Catalogue, files: dict[str, bytes]) -> None:
    """Told from the published cells alone, by another way than the one that wrote the files."""
    compared = 0
    for name, records in published_records(catalogue).items():
        schema = catalogue.schemas[name]
        if schema.group == "wide":
            continue
        rows = rows_of(files, name, parse_float=str, parse_int=str)
        assert len(rows) == len(records)
        for row, record in zip(rows, records, strict=True):
            assert row.keys() == schema.by_name.keys()
            for field in schema.fields:
                value, text = row[field.name], cell(record, field)
                if isinstance(value, dict):
                    value = value["edtf"]
                elif isinstance(value, list):
                    value = "|".join(value)
                elif isinstance(value, bool):
                    value = str(value).lower()
                assert value == (text or ("" if kind_of(field) is LIST else None)), (name, row, field.name)
                compared += 1
    assert compared > 30_000


def test_a_plan_holds_its_rows_of_every_table(files: dict[str, bytes], catalogue: Catalogue) -> None:
    for plan_id in catalogue.plan_files:
        document = json.loads(files[f"plans/{plan_id}.json"])
        tables = document["result"]["tables"]
        for name, rows in tables.items():
            assert rows == [row for row in rows_of(files, name) if row["plan_id"] == plan_id]
        assert document["total"] == sum(map(len, tables.values())) > 20
        assert {"targets", "responsibilities", "milestones", "outcomes", "measures"} <= tables.keys()


def test_dates_and_periods_come_with_plain_years(files: dict[str, bytes]) -> None:
    dues = [row["due"] for row in rows_of(files, "targets")]
    expected = {"edtf": "2022-06", "first_day": "2022-06-01", "last_day": "2022-06-30", "year": 2022}
    assert expected in dues and REDACTED in dues and None in dues
    periods = {row["id"]: row["period"] for row in rows_of(files, "plans")}
    assert periods["ganzhou-2020"] == {
        "edtf": "2020/2022", "first_day": "2020-01-01", "first_year": 2020,
        "last_day": "2022-12-31", "last_year": 2022,
    }  # fmt: skip
    assert periods["zunyi"] is None


def test_which_columns_are_dates_periods_and_lists(catalogue: Catalogue) -> None:
    """Told from the schemas' patterns: a column that is taken for another kind would show here."""
    found: dict[str, set[str]] = {}
    for schema in catalogue.schemas.values():
        for field in schema.fields if schema.group != "wide" else ():
            found.setdefault(kind_of(field).name, set()).add(f"{schema.name}.{field.name}")
    assert found[DATE.name] == {
        "plans.issued_on", "plans.published_on", "milestones.due", "projects.due",
        "targets.due", "targets.effective_from", "targets.baseline",
    }  # fmt: skip
    assert found[PERIOD.name] == {
        "plans.period", "outcomes.period", "outcomes.baseline", "outcomes.reported_on", "rejected_evidence.period",
    }  # fmt: skip
    expected = {"plans.completeness", "zones.aliases", "targets.assessment_outcomes", "glossary.variants"}
    assert found[LIST.name] == expected
    assert found["boolean"] == {"responsibilities.list_open"}


def test_null_has_a_meaning_in_every_column(catalogue: Catalogue, answers: dict[str, Any]) -> None:
    unexplained = [
        f"{schema.name}.{field.name}"
        for schema in catalogue.schemas.values()
        for field in schema.fields
        if schema.group != "wide" and not field.required and kind_of(field) is not LIST
        if not is_explained(schema.name, field)
    ]
    assert unexplained == []
    described = {table["name"]: table["fields"] for table in answers["tables.json"]["result"]}
    for name, fields in described.items():
        rows = [row for path, document in answers.items() if path.startswith(f"tables/{name}.json")
                for row in document["result"]]  # fmt: skip
        for field in fields:
            if field["null"] is None:
                assert all(row[field["name"]] is not None for row in rows)
    due = catalogue.schemas["targets"].by_name["due"]
    meaning = null_meaning("targets", due)
    assert meaning is not None and meaning.en == "The source states no deadline."
    assert null_meaning("targets", catalogue.schemas["targets"].by_name["value"]) is None


def test_codes_have_words_in_both_languages(answers: dict[str, Any]) -> None:
    fields = {
        (table["name"], field["name"]): field for table in answers["tables.json"]["result"] for field in table["fields"]
    }
    assert fields["targets", "comparator"]["labels"]["ge"] == {"en": "at least", "zh": "不低于"}
    assert fields["targets", "value"]["labels"] is None
    for (table, name), field in fields.items():
        if field["kind"] == "code":
            used = {row[name] for row in answers[f"tables/{table}.json"]["result"]} - {None}
            assert used <= field["labels"].keys()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=8,
)


@given(VALUES)
def test_what_is_encoded_is_read_back_and_can_do_no_harm(value: Any) -> None:
    text = encode(value)
    assert json.loads(text) == value
    assert not {"<", "\u2028", "\u2029"} & set(text)


def test_a_float_is_refused() -> None:
    for value in (0.1 + 0.2, float("nan"), Decimal("0.1"), {"a": [1.0]}):
        with pytest.raises(TypeError):
            encode(value)
    assert encode({"b": Json("0.3"), "a": None}) == '{"a":null,"b":0.3}'


def test_hostile_cells_stay_text(copy_of_datasets: Path) -> None:
    hostile = '</script><script>alert(1)</script><!--\u2028"\\ 坏'
    file = copy_of_datasets / "datasets" / "reference" / "industries.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    quoted = hostile.replace('"', '""')
    lines[1] = f'{lines[1].split(",")[0]},"{quoted}","{quoted}",'
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    made = dict(api.files(load(copy_of_datasets), "https://example.org/"))
    assert read(made["tables/industries.json"])["result"][0]["name_zh"] == hostile
    for content in made.values():
        assert b"<" not in content and "\u2028".encode() not in content


def test_an_id_that_cannot_name_a_file_is_refused(copy_of_datasets: Path) -> None:
    for name, before in (("agency_types", "\n"), ("organizations", ",")):
        file = copy_of_datasets / "datasets" / "reference" / f"{name}.csv"
        text = file.read_text(encoding="utf-8")
        assert f"{before}administrative-approval," in text
        changed = text.replace(f"{before}administrative-approval,", f"{before}../../escaped,")
        file.write_text(changed, encoding="utf-8")
    with pytest.raises(ValueError, match="escaped"):
        list(api.files(load(copy_of_datasets), "https://example.org/"))
