"""Facts of plans are told as they are computed, and what is made from them is made again only where one of them differs."""

from __future__ import annotations

import csv
import json
import pkgutil
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

import zoneledger
from zoneledger.assessment import assessments
from zoneledger.catalogue import Catalogue, load
from zoneledger.catalogue.facts import Fact, Facts, fact
from zoneledger.catalogue.restriction import Restrictions
from zoneledger.pages import PageContext
from zoneledger.parts.facts import FACTS, extract, informed, save
from zoneledger.parts.kept import Kept
from zoneledger.parts.store import Part, Store
from zoneledger.revision import Repository
from zoneledger.site.shell import Page
from zoneledger.views.glossary import glossary

ROOT = Path(__file__).resolve().parents[2]
CONTEXT = PageContext(Repository("https://example.org/repository", "0123456789abcdef" * 3, "main"), "https://example.org/")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The curated plans; of two of them a target is said to be coded otherwise than its clause reads, as none is now."""
    root = tmp_path_factory.mktemp("real")
    for name in ("datasets", "schemas"):
        shutil.copytree(ROOT / name, root / name)
    for plan in ("ganzhou-2020", "wuhan-donghu"):
        file = root / "datasets/plans" / plan / "targets.csv"
        with file.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        rows[-1] |= {"reading_note_zh": "力度：承上句", "reading_note_en": "Strength: from above"}
        with file.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return load(root)


@pytest.fixture(scope="module")
def parts(real: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Part]:
    """Parts of the curated plans with nothing in them but their facts, each made from a catalogue of its plan alone."""
    store, cut = Store(tmp_path_factory.mktemp("facts")), Restrictions(real)
    return {plan: store.make(plan, partial(save, cut.to([plan]), plan)) for plan in real.plan_files}


@pytest.mark.parametrize("each", FACTS, ids=lambda each: each.name)
def test_what_is_told_is_what_is_computed(each: Fact[Any], real: Catalogue, parts: dict[str, Part]) -> None:
    known, said = informed(real, parts), 0
    for plan in real.plan_files:
        computed = each(real, plan)
        assert each(known, plan) == computed
        said += bool(computed)
    assert said, "a fact of no plan would compare nothing"


def test_spots_of_every_shape_are_told(real: Catalogue) -> None:
    """With and without a row, a note, a reading and an address."""
    (each,) = (each for each in FACTS if each.name == "oddities")
    spots = [spot for plan in real.plan_files for spot in each(real, plan)]
    places = [spot.provenance for spot in spots]
    assert {bool(place) for place in places} == {True, False}
    assert {bool(place.note) for place in places if place} == {True, False}


def test_assessments_and_the_glossary_are_the_same_from_facts(real: Catalogue, parts: dict[str, Part]) -> None:
    known = informed(real, parts)
    assert any(one.findings for one in assessments(real).values())
    assert list(assessments(known).items()) == list(assessments(real).items())
    assert glossary(known) == glossary(real)
    assert known.facts and known.facts.asked == {"fates", "quotations"}


@fact(list)
def strengths(catalogue: Catalogue, plan_id: str) -> list[str]:
    """Says little of what it reads."""
    return sorted({row.text("strength") for row in catalogue.rows("targets", plan_id) if row["value"]})


def make(catalogue: Catalogue, _: PageContext) -> Iterator[tuple[str, Page]]:
    said = [strengths(catalogue, plan) for plan in catalogue.plan_files]
    yield "zh", Page("a/", "名", "说明", Markup("<p>{}</p>").format(said))


def kept(folder: Path, catalogue: Catalogue, says: str) -> Kept:
    known = replace(catalogue, facts=Facts(lambda name, plan: [says, name, plan]))
    return Kept(folder, known, CONTEXT, "", facts=lambda name: f"{name} {says}")


def test_a_fact_counts_as_read_and_not_what_it_was_computed_from(small_root: Path, tmp_path: Path) -> None:
    root = tmp_path / "checkout"
    for name in ("datasets", "schemas"):
        shutil.copytree(small_root / name, root / name)
    known = kept(tmp_path, load(root), "one")
    ((_, page),) = known.pages("kind", make)
    assert "one" in page.body and "strengths" in page.body
    noted = json.loads((tmp_path / "kind" / "read.json").read_bytes())["said"]
    assert noted["facts"] == ["strengths"]
    assert "targets" not in noted["columns"]
    known.value("other", lambda _: 0)
    assert json.loads((tmp_path / "other" / "read.json").read_bytes())["said"]["facts"] == [], "each notes its own"
    file = root / "datasets/plans" / next(iter(load(root).plan_files)) / "targets.csv"
    text = file.read_text(encoding="utf-8")
    assert ",firm," in text
    file.write_text(text.replace(",firm,", ",stretch,"), encoding="utf-8")
    assert kept(tmp_path, load(root), "one").digest("kind"), "the fact says what it said"
    assert not kept(tmp_path, load(root), "two").digest("kind")


def test_who_was_told_nothing_computes_and_notes_the_columns(small_root: Path, tmp_path: Path) -> None:
    list(Kept(tmp_path, load(small_root), CONTEXT, "").pages("kind", make))
    noted = json.loads((tmp_path / "kind" / "read.json").read_bytes())["said"]
    assert noted["facts"] == []
    assert {"strength", "value"} <= set(noted["columns"]["targets"])


def test_every_fact_of_the_program_is_listed() -> None:
    """One that is not would be asked for in vain as soon as plans' parts tell facts."""
    names = [each.name for each in pkgutil.walk_packages(zoneledger.__path__, "zoneledger.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    found = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, Fact)}
    assert {each.name for each in found.values()} == {each.name for each in FACTS}
    assert len(found) == len(FACTS) > 3


def test_every_fact_has_an_extract_of_its_own(parts: dict[str, Part]) -> None:
    names = {extract(each.name) for each in FACTS}
    assert len(names) == len(FACTS)
    assert all(set(part.digests) == names for part in parts.values())
