"""Whatever a file holds: repairing twice changes nothing more, and no cell vanishes."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from zoneledger.catalogue import load_schemas
from zoneledger.fix.canonical import csv_bytes
from zoneledger.fix.findings import Outcome
from zoneledger.fix.table_file import repair_table

SCHEMAS = load_schemas(Path(__file__).resolve().parents[2] / "schemas")
TABLES = ("targets", "responsibilities", "references", "exclusions", "jurisdictions")

ODD = st.sampled_from(
    [
        *("2022/6/1", "2022/6/15", "1/6/2022", "Jun-21", "21-Jun", "44348", "1E+05", "3.60E+05", "1,200", "1.200,5"),
        *("5000.0", "TRUE", "#NAME?", "“x-m01”", "360000.0", "２０２２", " \u3000", "e\u0301", "\u200b", "a;b"),
        *('say "x"', "(1)", "2-1", "%"),
    ]
)
CELLS = st.one_of(ODD, st.text(alphabet="ab1.,;\"\r\n\u200b\u0301e县", max_size=4))


def rows_of(name: str) -> st.SearchStrategy[list[dict[str, str]]]:
    """Rows with a few filled cells each, any in any column."""
    row = st.dictionaries(st.sampled_from(SCHEMAS[name].columns), CELLS, max_size=5)
    return st.lists(row, min_size=1, max_size=4)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A table's name and a file for it, with the schema's header and any cells, saved in some way or other."""
    name = draw(st.sampled_from(TABLES))
    header = draw(st.permutations(SCHEMAS[name].columns))
    out = io.StringIO(newline="")
    ends, mark = draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from([",", ";", "\t"]))
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer = csv.writer(out, lineterminator=ends, delimiter=mark, quoting=quoting)
    writer.writerow(header)
    writer.writerows([row.get(column, "") for column in header] for row in draw(rows_of(name)))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
    return name, out.getvalue().encode(encoding, errors="replace")


def repaired(name: str, content: bytes, folder: Path) -> Outcome:
    path = folder / f"{name}.csv"
    path.write_bytes(content)
    outcome = Outcome(f"datasets/{name}.csv", path)
    repair_table(outcome, folder, SCHEMAS[name])
    assert outcome.after is not None
    return outcome


@given(files())
@settings(max_examples=100, deadline=None)
def test_twice_changes_nothing_more(tmp_path_factory: object, file: tuple[str, bytes]) -> None:
    folder = tmp_path_factory.mktemp("once")  # type: ignore[attr-defined]
    first = repaired(*file, folder)
    second = repaired(file[0], first.after or b"", folder)
    assert second.after == first.after
    assert second.repairs == []
    places = [(problem.rule.code, problem.place.column, problem.value) for problem in first.left]
    assert sorted(places) == sorted((p.rule.code, p.place.column, p.value) for p in second.left)


def _written(cell: str) -> str:
    return unicodedata.normalize("NFC", cell).replace("\r\n", "\n").replace("\r", "\n")


@given(st.sampled_from(TABLES).flatmap(lambda name: st.tuples(st.just(name), rows_of(name))))
@settings(max_examples=60, deadline=None)
def test_the_canonical_form_keeps_every_cell(table: tuple[str, list[dict[str, str]]]) -> None:
    name, cells = table
    schema = SCHEMAS[name]
    content = csv_bytes(schema, cells)
    header, *lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    assert tuple(header) == schema.columns
    wanted = [[_written(row.get(name, "")) for name in schema.columns] for row in cells]
    assert sorted(lines) == sorted(wanted)
    assert csv_bytes(schema, [dict(zip(header, line, strict=True)) for line in lines]) == content
