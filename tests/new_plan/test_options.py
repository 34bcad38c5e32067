"""Without questions: everything is taken from options, judged at once, and written whole or not at all."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from newcomer import PLAN, REQUIRED, Newcomer

from zoneledger.catalogue import load
from zoneledger.commands.new_plan import KEYS, new_plan_command
from zoneledger.new_plan.defaults import USUAL
from zoneledger.new_plan.questions import questions


def test_makes_the_folder_with_headers_and_a_filled_plan(newcomer: Newcomer) -> None:
    result = newcomer.new_plan()
    assert result.exit_code == 0, result.output
    catalogue = load(newcomer.root)
    assert not catalogue.problems
    plan = catalogue.plan_files[PLAN]
    assert plan["title"] == plan["short_title"] == {"zh": REQUIRED["--title-zh"], "en": REQUIRED["--title-en"]}
    assert (plan["jurisdiction"], plan["script"], plan["status"]) == ("990100", "hans", "unknown")
    assert (plan["completeness"], plan["issuers_basis"]) == (["complete"], "printed")
    assert plan["source"]["file"] == "beihe-2023.txt"
    assert plan["source"]["first_words"] == "北河市开发区提升行动方案（2023—20"
    assert plan["source"]["last_words"] == "市发改委牵头落实。"
    tables = {name for name, schema in catalogue.schemas.items() if schema.group == "plan"}
    assert {path.name for path in newcomer.folder.iterdir()} == {"plan.yml", *(f"{name}.csv" for name in tables)}
    for name in tables:
        text = (newcomer.folder / f"{name}.csv").read_text(encoding="utf-8")
        assert list(csv.reader([text])) == [list(catalogue.schemas[name].columns)]
        assert text.endswith("\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_says_what_to_do_next_and_check_is_content(newcomer: Newcomer, lang: str) -> None:
    said = newcomer.new_plan(lang=lang).output
    for part in (
        f"datasets/plans/{PLAN}/measures.csv",
        "zoneledger check",
        f"zoneledger audit --sources {newcomer.source.parent.as_posix()} --plan {PLAN} --open",
        "zoneledger serve",
        f"https://zoneledger.github.io/zoneledger/{'en/' if lang == 'en' else ''}contribute/#add",
        "990100",
    ):
        assert part in said
    checked = newcomer.run("check", lang=lang)
    assert checked.exit_code == 0
    assert ("0 个错误，0 个提醒。" if lang == "zh" else "0 errors, 0 warnings.") in checked.output
    assert ("现在没有错误" if lang == "zh" else "no errors now") in said


def test_guides_named_exist(newcomer: Newcomer, root: Path) -> None:
    said = newcomer.new_plan().output
    pages = [word.split("/zoneledger/")[1] for word in said.split() if word.startswith("https://zoneledger.github.io")]
    assert len(pages) == 3
    for page in pages:
        name, _, anchor = page.removeprefix("en/").partition("#")
        folder = root / "site" / "pages" / "en"
        file = folder / f"{name.strip('/')}.md"
        file = file if file.is_file() else folder / name / "index.md"
        assert not anchor or f"{{#{anchor}}}" in file.read_text(encoding="utf-8")


def test_every_fault_is_told_at_once_and_nothing_written(newcomer: Newcomer) -> None:
    before = newcomer.files()
    result = newcomer.new_plan(
        title_en=None, status="open", completeness="complete,odd", issued_on="2020/1/1", zone="不知名开发区"
    )
    assert result.exit_code == 2
    for part in (
        "--title-en",
        "--status",
        "in_force (in force)",
        "--completeness",
        "--issued-on",
        "--zone",
        "Nothing was written",
    ):
        assert part in result.output
    assert "--short-title-en" not in result.output
    assert newcomer.files() == before


def test_nothing_given_and_nobody_to_ask(newcomer: Newcomer) -> None:
    for arguments in (["new-plan"], ["new-plan", "--yes"]):
        result = newcomer.run(*arguments, typed="")
        assert result.exit_code == 2
        assert all(option in result.output for option in ("ID", "--source", *REQUIRED))


@pytest.mark.parametrize(
    "plan_id",
    ["../evil", "a/b", "..", ".hidden", "Beihe", "北河", "a--b", "-a-", "a b", "a\nb", "", "x" * 300, "anshi-2021"],
)
def test_ids_that_cannot_be(newcomer: Newcomer, plan_id: str) -> None:
    before = newcomer.files()
    result = newcomer.run("new-plan", "--source", str(newcomer.source), *sum(REQUIRED.items(), ()), "--", plan_id)
    assert result.exit_code == 2
    assert newcomer.files() == before
    assert sorted(path.name for path in newcomer.root.parent.iterdir()) == ["checkout", "texts"]


def test_an_id_once_used_is_not_used_again(newcomer: Newcomer) -> None:
    receipts = newcomer.root / "datasets" / "receipts"
    receipts.mkdir()
    (receipts / f"{PLAN}.json").write_text("{}", encoding="utf-8")
    result = newcomer.new_plan()
    assert (result.exit_code, "used before" in result.output) == (2, True)
    assert not newcomer.folder.exists()


@pytest.mark.parametrize("kind", ["folder", "file", "dangling link"])
def test_never_overwrites(newcomer: Newcomer, kind: str) -> None:
    if kind == "folder":
        newcomer.folder.mkdir()
    elif kind == "file":
        newcomer.folder.write_text("mine", encoding="utf-8")
    else:
        newcomer.folder.symlink_to(newcomer.root / "nowhere")
    result = newcomer.new_plan()
    assert (result.exit_code, "exists already" in result.output) == (2, True)
    assert not (newcomer.folder / "plan.yml").exists()


def test_a_disk_that_refuses_leaves_nothing(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    before = newcomer.files()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    result = newcomer.new_plan()
    assert (result.exit_code, "No space left on device" in result.output) == (2, True)
    assert newcomer.files() == before
    assert [path.name for path in newcomer.folder.parent.iterdir()] == ["anshi-2021"]


def test_the_folder_is_readable_by_all(newcomer: Newcomer) -> None:
    newcomer.new_plan()
    assert newcomer.folder.stat().st_mode & 0o055 == 0o055


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"\xb1\xb1\xba\xd3", "a.txt", "not UTF-8"),
        (b"text", "a b.txt", "Rename the file"),
        (None, "none.txt", "no such file"),
        (b"", "empty.txt", "--source-first-words"),
    ],
)
def test_sources_that_cannot_be(newcomer: Newcomer, content: bytes | None, name: str, said: str) -> None:
    path = newcomer.source.parent / name
    if content is not None:
        path.write_bytes(content)
    result = newcomer.new_plan(source=str(path))
    assert (result.exit_code, said in result.output) == (2, True), result.output


def test_words_must_stand_in_the_source_once(newcomer: Newcomer) -> None:
    result = newcomer.new_plan(source_first_words="行动方案的开头", source_last_words="2025年")
    assert result.exit_code == 2
    assert "It stands 0 times" in result.output
    assert "It stands 2 times" in result.output


def test_several_issuers_in_pairs(newcomer: Newcomer) -> None:
    assert newcomer.new_plan(issuers_zh="甲市政府；乙市政府").exit_code == 2
    result = newcomer.new_plan(issuers_zh="甲市政府；乙市政府", issuers_en="Jia government; Yi government")
    assert result.exit_code == 0
    issuers = load(newcomer.root).plan_files[PLAN]["issuers"]
    assert issuers == [{"zh": "甲市政府", "en": "Jia government"}, {"zh": "乙市政府", "en": "Yi government"}]


def test_broken_schemas_are_told_before_anything(newcomer: Newcomer) -> None:
    (newcomer.root / "schemas" / "targets.json").write_text("{", encoding="utf-8")
    assert newcomer.new_plan().exit_code == 1
    assert not newcomer.folder.exists()


def test_options_cover_the_schema(newcomer: Newcomer) -> None:
    """Every value plan.yml can hold has its option, save what the source file tells and what is written by hand."""
    asked = questions(load(newcomer.root))
    assert [question.key for question in asked if question.key != "id"] == list(KEYS)
    options = {name for parameter in new_plan_command.params for name in parameter.opts}
    assert {question.option for question in asked if question.key != "id"} <= options
    schema = json.loads((newcomer.root / "schemas" / "plan.schema.json").read_text(encoding="utf-8"))
    left = set(schema["properties"]) - {question.key.split(".")[0] for question in asked}
    assert left == {"notes", "overriding_notes"}
    for question in asked:
        assert question.title.zh
        assert question.title.en
        assert set(question.labels) == set(question.rule.get("enum", ()))
        assert KEYS.get(question.key, False) == question.many
        if question.key in USUAL:
            assert USUAL[question.key] in question.rule["enum"]


def test_labels_of_completeness_are_those_of_the_site(newcomer: Newcomer) -> None:
    from zoneledger.views.oddities import COMPLETENESS

    (asked,) = (question for question in questions(load(newcomer.root)) if question.key == "completeness")
    assert dict(asked.labels) == COMPLETENESS


def test_the_first_plan_of_all(newcomer: Newcomer) -> None:
    """A folder ``plans`` that is missing is made."""
    shutil.rmtree(newcomer.folder.parent)
    assert newcomer.new_plan().exit_code == 0
