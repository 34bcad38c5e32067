"""GB/T 7714, BibTeX and CSL-JSON: each can be read back and says the same as what was cited, whatever it is called."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from bibtex_reader import entry, typeset
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from zoneledger.catalogue import load
from zoneledger.citations import FORMATS, Cited, Citing
from zoneledger.citations.cited import clean
from zoneledger.revision import Repository

COMMIT = "0123456789abcdef0123456789abcdef01234567"
SITE = "https://example.org/ledger/"
ROW = Cited(
    key="zoneledger-p-t001",
    author="ZoneLedger 贡献者",
    title="方案：目标，p-t001",
    container="开发区目标责任台账",
    version="1.0",
    date="2026-01-31",
    address=f"{SITE}plans/p/#p-t001",
    fixed=f"https://example.org/repository/blob/{COMMIT}/datasets/plans/p/targets.csv?plain=1#L2",
    revision=COMMIT[:12],
    lang="zh",
)
ODD = "A & B 50% #1 _x_ {a} }{ ~^ \\textbf{$x$} @misc{ “引” <b>\"'"
texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60).map(clean).filter(bool)


def cite(name: str, cited: Cited, accessed: str = "") -> str:
    return FORMATS[name][1](cited, accessed)


def citing(root: Path, lang: str, revision: str = COMMIT) -> Citing:
    return Citing(load(root), Repository("https://example.org/repository", revision, "main"), SITE, lang)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "zh",
            "ZoneLedger 贡献者. 安石市开发区提质行动方案：目标，anshi-2021-t001[DS/OL]//ZoneLedger 贡献者. 测试台账. 0.0.1版，修订 0123456789ab. "
            "(2026-01-31)[2026-02-03]. https://example.org/ledger/plans/anshi-2021/#anshi-2021-t001.",
        ),
        (
            "en",
            "ZoneLedger contributors. Anshi plan for better zones: targets, row anshi-2021-t001[DS/OL]//ZoneLedger contributors. "
            "Test ledger. Version 0.0.1, revision 0123456789ab. (2026-01-31)[2026-02-03]. "
            "https://example.org/ledger/en/plans/anshi-2021/#anshi-2021-t001.",
        ),
    ],
)
def test_a_row_in_gb_t_7714(small_root: Path, lang: str, expected: str) -> None:
    maker = citing(small_root, lang)
    title = maker.catalogue.dataset["title"][lang]
    row = maker.row("targets", "anshi-2021-t001", "anshi-2021", "datasets/plans/anshi-2021/targets.csv", 2)
    assert cite("gb_t_7714", row, "2026-02-03") == expected.replace("测试台账", title).replace("Test ledger", title)


def test_dataset_plan_and_table_name_what_they_are_part_of(small_root: Path) -> None:
    maker = citing(small_root, "zh")
    whole, plan, table = maker.dataset(), maker.plan("anshi-2021"), maker.table("targets", "schemas/targets.json")
    assert whole.container == "" and plan.container == table.container == whole.title
    assert (whole.address, plan.address) == (SITE, f"{SITE}plans/anshi-2021/")
    assert table.address == f"{SITE}dictionary/#targets"
    for cited in (whole, plan, table):
        assert COMMIT in cited.fixed and cited.revision == COMMIT[:12]
        path = cited.fixed.partition(f"{COMMIT}/")[2].partition("?")[0]
        assert (small_root / path).is_file()
    assert len({whole.key, plan.key, table.key}) == 3
    assert "[引用日期]" in cite("gb_t_7714", whole) and "//" not in cite("gb_t_7714", whole).partition(" https")[0]


def test_outside_a_commit_nothing_pretends_to_be_permanent(small_root: Path) -> None:
    cited = citing(small_root, "en", "data_{2026}").dataset()
    assert cited.revision == "data-2026-uncommitted"
    assert "/data_%7B2026%7D/" in cited.fixed
    for name in FORMATS:
        assert "revision data-2026-uncommitted" in cite(name, cited).lower()


def test_of_an_unknown_revision_nothing_is_said(small_root: Path) -> None:
    cited = citing(small_root, "en", "").dataset()
    assert (cited.fixed, cited.revision) == ("", "")
    for name in FORMATS:
        assert "revision" not in cite(name, cited).lower()


def test_rows_without_a_commit_or_site_still_make_sense() -> None:
    bare = replace(ROW, address="", fixed="", revision="")
    assert cite("gb_t_7714", bare).endswith("1.0版. (2026-01-31)[引用日期].")
    assert {"url", "note", "urldate"} & set(entry(cite("bibtex", bare))[1]) == set()
    assert {"URL", "note", "accessed"} & set(json.loads(cite("csl_json", bare))[0]) == set()


@given(title=texts, container=texts, author=texts)
@example(title=ODD, container=ODD, author=ODD)
@example(title="}", container="{", author="\\")
def test_bibtex_reads_back_to_the_same_words(title: str, container: str, author: str) -> None:
    cited = replace(ROW, title=title, container=container, author=author, address=SITE + "a{b}\\^~c_d#e&f")
    key, fields = entry(cite("bibtex", cited, "2026-02-03"))
    assert key == ROW.key
    assert fields["title"].startswith("{") and fields["author"].startswith("{")
    assert [typeset(fields[name]) for name in ("title", "author")] == [title, author]
    assert typeset("{" + fields["howpublished"] + "}") == container
    assert typeset("{" + fields["note"] + "}") == f"修订 {ROW.revision}：{ROW.fixed}"
    assert unquote(fields["url"]) == cited.address and not set("{}\\^~") & set(fields["url"])
    assert (fields["year"], fields["month"], fields["urldate"]) == ("2026", "jan", "2026-02-03")


@given(title=texts, container=texts)
@example(title=ODD, container=ODD)
def test_csl_json_is_valid_and_reads_back(title: str, container: str) -> None:
    schema = json.loads(Path(__file__).with_name("csl-item.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for accessed in ("", "2026-02-03"):
        items = json.loads(cite("csl_json", replace(ROW, title=title, container=container), accessed))
        assert list(Draft202012Validator(schema).iter_errors(items)) == []
        assert (items[0]["title"], items[0]["container-title"]) == (title, container)
        assert items[0].get("accessed") == ({"date-parts": [[2026, 2, 3]]} if accessed else None)


def test_the_readers_of_these_tests_see_faults() -> None:
    good = cite("bibtex", ROW)
    for broken in (good.replace("{{", "{{{", 1), good.replace("\\#", "#"), good + "}"):
        with pytest.raises(AssertionError):
            typeset("{" + entry(broken)[1]["note"] + "}")
    schema = json.loads(Path(__file__).with_name("csl-item.schema.json").read_text(encoding="utf-8"))
    item = json.loads(cite("csl_json", ROW))
    item[0]["issued"] = {"date-parts": [["2026"]]}
    assert list(Draft202012Validator(schema).iter_errors(item))


def test_the_document_itself(small_root: Path) -> None:
    said = citing(small_root, "zh").document("anshi-2021")
    assert said.endswith("的通知: 安政办发〔2021〕7号[Z], 2021-02-03.")
