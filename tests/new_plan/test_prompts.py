"""With questions: what is wrong is said at once and asked again; nothing is written before the last answer."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time

import pytest
from newcomer import PLAN, REQUIRED, Newcomer, at_a_terminal

from zoneledger.catalogue import load

#: One line a question, in the order of the schema; an empty line takes what is proposed or leaves it out.
ANSWERS = {
    "id": PLAN,
    "source": "",
    "title.zh": REQUIRED["--title-zh"],
    "title.en": REQUIRED["--title-en"],
    "short_title.zh": "北河方案",
    "short_title.en": "",
    "summary.zh": REQUIRED["--summary-zh"],
    "summary.en": REQUIRED["--summary-en"],
    "doc_number": "北政发〔2023〕1号",
    "issuers.zh": REQUIRED["--issuers-zh"],
    "issuers.en": REQUIRED["--issuers-en"],
    "issuers_basis": "",
    "issued_on": "2023-05-01",
    "published_on": "",
    "jurisdiction": "安石",
    "zone": "",
    "period": "2023/2025",
    "source.first_words": "",
    "source.last_words": "",
    "official_url": "",
    "completeness": "truncated, annex_missing",
    "script": "",
    "status": "in_force",
}


def typed(newcomer: Newcomer, **replaced: str) -> str:
    answers = {**ANSWERS, "source": str(newcomer.source)}
    answers |= {name.replace("__", "."): value for name, value in replaced.items()}
    return "".join(f"{line}\n" for line in answers.values())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_question_is_asked_in_the_language_of_the_person(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    at_a_terminal(monkeypatch)
    result = newcomer.run("new-plan", typed=typed(newcomer), lang=lang)
    assert result.exit_code == 0, result.output
    plan = load(newcomer.root).plan_files[PLAN]
    assert plan["short_title"] == {"zh": "北河方案", "en": REQUIRED["--title-en"]}
    assert (plan["doc_number"], plan["issued_on"], plan["period"]) == ("北政发〔2023〕1号", "2023-05-01", "2023/2025")
    assert (plan["completeness"], plan["status"]) == (["truncated", "annex_missing"], "in_force")
    assert not {"published_on", "zone", "official_url"} & set(plan)
    for part in (
        ("in_force（有效）", "成文日期（可不填", "→ 990100 安石市")
        if lang == "zh"
        else ("in_force (in force)", "issued on (Enter", "→ 990100 Anshi")
    ):
        assert part in result.output
    other = "有效" if lang == "en" else "in force"
    assert other not in result.output


@pytest.mark.parametrize(
    ("key", "wrong", "said"),
    [
        ("id", "Beihe 2023", "write it like"),
        ("id", "anshi-2021", "exists already"),
        ("source", "nowhere.txt", "no such file"),
        ("title.zh", "", "must be filled"),
        ("issued_on", "2023年5月", "write it like"),
        ("jurisdiction", "安什", "990100 安石市"),
        ("completeness", "complete, odd", "Must be one of"),
        ("status", "valid", "Must be one of: in_force (in force)"),
        ("source.first_words", "不在文中的话", "stands 0 times"),
    ],
)
def test_a_wrong_answer_is_asked_again(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch, key: str, wrong: str, said: str
) -> None:
    at_a_terminal(monkeypatch)
    right = {**ANSWERS, "source": str(newcomer.source)}[key]
    result = newcomer.run("new-plan", typed=typed(newcomer, **{key.replace(".", "__"): f"{wrong}\n{right}"}))
    assert result.exit_code == 0, result.output
    (line,) = (line for line in result.output.splitlines() if line.startswith("  ✗"))
    assert said in line
    assert newcomer.run("check").exit_code == 0


def test_what_was_given_is_not_asked(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch)
    assert newcomer.new_plan().exit_code == 0
    asked = newcomer.new_plan(
        "other-2023", typed="\n" * 6 + "安石\n" + "\n" * 9, jurisdiction=None, zone="青石经开区"
    ).output
    assert "GB/T 2260" in asked
    assert "summary in own words" not in asked
    assert "zone, where" not in asked


def test_breaking_off_writes_nothing(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch)
    before = newcomer.files()
    lines = typed(newcomer).splitlines(keepends=True)
    for count in (0, 1, 5, len(lines) - 1):
        assert newcomer.run("new-plan", typed="".join(lines[:count])).exit_code == 1
    assert newcomer.files() == before


def test_an_unknown_city_can_be_registered(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch)
    row = ["990200", "y", "北河市", "Beihe", "city", "prefecture", "123456", "990000"]
    result = newcomer.run("new-plan", typed=typed(newcomer, jurisdiction="\n".join(row)))
    assert result.exit_code == 0, result.output
    assert "prefecture (prefecture)" in result.output
    assert "jurisdictions has no such row" in result.output
    file = newcomer.root / "datasets" / "reference" / "jurisdictions.csv"
    assert file.read_text(encoding="utf-8").endswith("990200,北河市,Beihe,prefecture,990000\n")
    assert newcomer.run("check").exit_code == 0


def test_a_new_zone_lies_in_the_city_registered_a_moment_ago(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words stand for values and names for keys; the zone's city, not yet in any file, is proposed."""
    at_a_terminal(monkeypatch)
    city = ["990200", "y", "北河市", "Beihe", "地级", "石岭省"]
    zone = ["beihe-etdz", "y", "北河经济技术开发区", "Beihe ETDZ", "国家级", "经济技术开发区", "", "", ""]
    newcomer_types = typed(newcomer, jurisdiction="\n".join(city), zone="\n".join(zone))
    result = newcomer.run("new-plan", typed=newcomer_types, lang="zh")
    assert result.exit_code == 0, result.output
    assert "→ prefecture" in result.output
    reference = newcomer.root / "datasets" / "reference"
    assert "990200,北河市,Beihe,prefecture,990000\n" in (reference / "jurisdictions.csv").read_text(encoding="utf-8")
    row = "beihe-etdz,北河经济技术开发区,Beihe ETDZ,national,etdz,990200,,\n"
    assert row in (reference / "zones.csv").read_text(encoding="utf-8")
    assert newcomer.run("check").exit_code == 0


def test_the_words_of_a_value_stand_for_it(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch)
    result = newcomer.run("new-plan", typed=typed(newcomer, status="有效"), lang="zh")
    assert (result.exit_code, load(newcomer.root).plan_files[PLAN]["status"]) == (0, "in_force")
    assert "如 2020/2022" in result.output


def test_a_list_that_cannot_be_written_takes_the_folder_back(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_a_terminal(monkeypatch)
    before = newcomer.files()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("zoneledger.new_plan.reference.register", refuse)
    row = ["990200", "y", "北河市", "Beihe", "prefecture", "990000"]
    result = newcomer.run("new-plan", typed=typed(newcomer, jurisdiction="\n".join(row)))
    assert (result.exit_code, "Permission denied" in result.output) == (2, True)
    assert newcomer.files() == before


def test_at_a_real_terminal(newcomer: Newcomer) -> None:
    """A pseudo-terminal: the command asks there, and only there."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "zoneledger", "new-plan", "--root", str(newcomer.root), "--lang", "zh"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    running = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
    os.close(slave)
    os.write(master, typed(newcomer).encode())
    said, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([master], [], [], 0.2)[0]:
            try:
                said += os.read(master, 65536)
            except OSError:
                break
        elif running.poll() is not None:
            break
    os.close(master)
    assert running.wait(10) == 0, said.decode()
    assert "接下来" in said.decode()
    assert newcomer.folder.is_dir()


def test_without_a_terminal_it_never_waits(newcomer: Newcomer) -> None:
    """A pipe that stays open and says nothing."""
    command = [sys.executable, "-m", "zoneledger", "new-plan", PLAN, "--root", str(newcomer.root)]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert running.wait(60) == 2
    assert not newcomer.folder.exists()
