"""Each ready question: its number is recomputed by a plain scan, and its link leads to exactly those rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from page_rows import article, csv_of, links_of, rows_of
from scan import Datasets

from zoneledger.facets.questions import QUESTIONS
from zoneledger.facets.sheets import SHEETS

Answer = dict[str, list[str]]
each_language = pytest.mark.parametrize("prefix", ["", "en/"])


def due_2022(data: Datasets, site: Path) -> Answer:
    tables = ("targets", "milestones")
    return {table: [row["id"] for row in data.rows(table) if row["due"].startswith("2022")] for table in tables}


def led_by_industry(data: Datasets, site: Path) -> Answer:
    bodies = {row["id"] for row in data.reference("organizations") if row["agency_type_id"] == "industry-it"}
    rows = data.rows("responsibilities")
    return {"responsibilities": [r["id"] for r in rows if r["role"] == "lead" and r["organization_id"] in bodies]}


def per_mu(data: Datasets, site: Path) -> Answer:
    """By the indicators' own names, not by their units: per mu is what they say."""
    named = {row["id"] for row in data.reference("indicators") if re.search(r"\bper mu\b", row["name_en"])}
    named |= {row["id"] for row in data.reference("indicators") if "mu of" in row["name_en"]}
    return {"targets": [row["id"] for row in data.rows("targets") if row["indicator_id"] in named]}


def stretch_only(data: Datasets, site: Path) -> Answer:
    paired = set()
    for plan in data.plans:
        path = data.folder / "plans" / plan / "target_relations.csv"
        for row in csv_of(path) if path.is_file() else []:
            paired |= {row["from_target_id"]} if row["relation"] == "stretch_of" else set()
    return {"targets": [r["id"] for r in data.rows("targets") if r["strength"] == "stretch" and r["id"] not in paired]}


def no_lead(data: Datasets, site: Path) -> Answer:
    measures = {row["id"]: row for row in data.rows("measures")}
    above = {row["parent_id"] for row in measures.values()}
    led = {row["measure_id"] for row in data.rows("responsibilities") if row["role"] == "lead"}

    def unled(measure: str) -> bool:
        while measure:
            if measure in led:
                return False
            measure = measures[measure]["parent_id"]
        return True

    work = [row for row in measures.values() if row["kind"] in ("action", "measure", "safeguard")]
    return {"measures": [row["id"] for row in work if row["id"] not in above and unled(row["id"])]}


def judged(data: Datasets, site: Path) -> Answer:
    """From the published table, whose verdicts have tests of their own."""
    with (site / "data" / "all" / "targets.csv").open(encoding="utf-8", newline="") as lines:
        return {"targets": [r["id"] for r in csv.DictReader(lines) if r["assessment"] != "not_assessable"]}


SCANS: dict[str, Callable[[Datasets, Path], Answer]] = {
    "due-2022": due_2022,
    "led-by-industry": led_by_industry,
    "per-mu": per_mu,
    "stretch-only": stretch_only,
    "no-lead": no_lead,
    "judged": judged,
}
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)


def test_every_question_has_a_scan() -> None:
    assert [question.id for question in QUESTIONS] == list(SCANS)


@each_question
@each_language
def test_the_hub_gives_the_number_and_the_link_leads_to_the_rows(
    site: Path, data: Datasets, question: object, prefix: str
) -> None:
    name, page = question.id, question.page  # type: ignore[attr-defined]
    wanted = SCANS[name](data, site)
    assert all(wanted.values()), name
    place, _, anchor = page.partition("#")
    hub = f"{prefix}questions/"
    assert f"{prefix}{place}" in links_of(site, hub)
    entry = re.search(
        rf'<dt><a href="[./]*{re.escape(page)}">.*?</dt>\s*<dd>(.*?)<br>', article(site, hub), re.DOTALL
    )
    assert entry, name
    assert [int(n) for n in re.findall(r"\d+", entry[1])] == [len(ids) for ids in wanted.values()], name
    if anchor:
        shown = re.search(rf'<h2 id="{anchor}">.*?(?=<h2|</article>)', article(site, f"{prefix}{place}"), re.DOTALL)
        assert shown and all(re.search(rf"#{row}\b", shown[0]) for ids in wanted.values() for row in ids)
        rows = set(re.findall(r"plans/[a-z0-9-]+/#([a-z0-9-]+-t\d+)", shown[0]))
        assert rows == {row for ids in wanted.values() for row in ids}
    else:
        shown_rows = rows_of(site, f"{prefix}{place}")
        assert {table: sorted(ids) for table, ids in shown_rows.items()} == {t: sorted(i) for t, i in wanted.items()}


@each_question
def test_answers_can_be_downloaded(site: Path, data: Datasets, question: object) -> None:
    name, page = question.id, question.page  # type: ignore[attr-defined]
    if name == "judged":
        return
    for table, ids in SCANS[name](data, site).items():
        assert [row["id"] for row in csv_of(site / page / SHEETS[table].file)] == ids


@each_language
def test_the_hub_lists_all_and_says_what_each_counts(site: Path, prefix: str) -> None:
    links, text = links_of(site, f"{prefix}questions/"), article(site, f"{prefix}questions/")
    for question in QUESTIONS:
        assert f"{prefix}{question.page.partition('#')[0]}" in links
        assert f'id="{question.id}"' in text
    assert f"{prefix}questions/" in links_of(site, prefix)
    assert f"{prefix}questions/" in links_of(site, f"{prefix}explore/")
