"""What a document leaves open, and what was and was not proved, stand on the pages in words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from page_reader import PageReader

from zoneledger.audit.receipts import Duties, FaultRun, Figures, Receipt, digests_of
from zoneledger.catalogue import load

PLAN = "anshi-2021"
each_language = pytest.mark.parametrize("prefix", ["", "en/"])


def read(site: Path, path: str) -> PageReader:
    return PageReader.of(site / path / "index.html")


@pytest.fixture(scope="module")
def proved_site(small_root: Path, write: Callable[..., Path]) -> Path:
    """The small dataset's site with a receipt: one figure open, one duty missing, one fault missed, rows changed since."""
    digests = digests_of(load(small_root), PLAN)
    rows = {table: len(found) for table, found in digests.items()}
    receipt = Receipt(
        PLAN, "a.txt", "ab" * 32, rows, rows, rows, digests,
        Figures(31, {"targets": 20}, {"date": 10}, 1), Duties(9, 8), 2, FaultRun(11, {"value": 200}, {"value": 199}),
    )  # fmt: skip
    return write(small_root, {PLAN: (receipt, 4)})


@each_language
def test_targets_say_what_they_lack(site: Path, prefix: str) -> None:
    rows = {
        row.attributes["id"]: row.text
        for row in read(site, f"{prefix}plans/{PLAN}/").all("tr")
        if "id" in row.attributes
    }
    assert (
        "缺：基期、自己的期限、牵头单位" if not prefix else "Lacks: a baseline, a deadline of its own, a lead"
    ) in rows[f"{PLAN}-t010"]
    assert ("缺：责任单位" if not prefix else "Lacks: anyone in charge") in rows[f"{PLAN}-t001"]


@each_language
def test_plan_lists_open_targets_and_measures(site: Path, prefix: str) -> None:
    html = (site / prefix / "plans" / PLAN / "index.html").read_text(encoding="utf-8")
    section = html.split('<h2 id="open">')[1].split("<h2 ")[0]
    for row in ("t006", "t009", "t010", "m05", "m06"):
        assert f'href="#{PLAN}-{row}"' in section
    assert f'href="#{PLAN}-t001"' not in section, "its deadline is stated"
    assert f'href="#{PLAN}-m04"' not in section, "it has a lead"


@each_language
def test_hub_counts_what_is_open(site: Path, prefix: str) -> None:
    rows = [row.text for row in read(site, f"{prefix}plans/").all("tr")]
    (counts,) = [row for row in rows if row.endswith("10 0 3 1 1 9 3 2")]
    assert ("安石市" if not prefix else "Anshi") in counts


@each_language
def test_without_a_receipt_nothing_is_claimed(site: Path, prefix: str) -> None:
    page = read(site, f"{prefix}proof/")
    text = page.text
    assert text.count("尚未核对" if not prefix else "not proved yet") >= 3
    assert "SHA-256" not in text
    assert "100%" not in text


@each_language
def test_receipt_is_shown_with_what_it_left_open(proved_site: Path, prefix: str) -> None:
    for path in ("proof/", f"plans/{PLAN}/"):
        text = read(proved_site, prefix + path).text
        assert "ab" * 32 in text
        for figure in ("31", "99.5%"):
            assert figure in text
    text = read(proved_site, f"{prefix}proof/").text
    assert text.count("还有 1 个没有着落" if not prefix else "1 still open") == 2, "a figure and a duty"
    assert ("此后有 4 行" if not prefix else "still to be checked again: 4") in text
    rows = [row.text for row in read(proved_site, f"{prefix}proof/").all("tr")]
    assert ("数值200199" if not prefix else "value200199") in [row.lower() for row in rows]
    assert "scripts/faults" in text
    assert ("种子 11" if not prefix else "seed 11") in text


@each_language
def test_exclusions_are_folded_into_the_plan_page_with_reasons(site: Path, prefix: str) -> None:
    html = (site / prefix / "plans" / PLAN / "index.html").read_text(encoding="utf-8")
    folded = html.split('id="exclusions"')[1].split("</details>")[0]
    assert 'href="#exclusions"' in html.split('<h2 id="audit">')[1].split("<h2")[0]
    assert "50亿元" in folded
    assert ("门槛" if not prefix else "threshold") in folded


@each_language
def test_settled_readings_are_published(
    small_root: Path, tmp_path: Path, write: Callable[..., Path], prefix: str
) -> None:
    shutil.copytree(small_root, tmp_path, dirs_exist_ok=True)
    targets = tmp_path / "datasets" / "plans" / PLAN / "targets.csv"
    text = targets.read_text(encoding="utf-8")
    noted = text.replace("1500亿元,1,1,,,", "1500亿元,1,1,力度：承上句,Strength: from above,", 1)
    assert noted != text
    targets.write_text(noted, encoding="utf-8")
    site: Path = write(tmp_path)
    for path in ("proof/", f"plans/{PLAN}/"):
        assert ("目前各行与机器读法全部一致" if not prefix else "At present every row agrees") not in read(
            site, prefix + path
        ).text
        assert ("力度：承上句" if not prefix else "Strength: from above") in read(site, prefix + path).text
    assert f"../plans/{PLAN}/#{PLAN}-t002" in {
        link.attributes.get("href") for link in read(site, f"{prefix}proof/").all("a")
    }
