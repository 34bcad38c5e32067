"""A build that takes from the last one what did not change gives the same bytes as one that starts from nothing."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

from built_checkout import Checkout

from zoneledger.bench import checkouts


def same(copy: Checkout) -> dict[str, str]:
    """Builds into the folder of the last build and from nothing; no file may differ."""
    kept, fresh = copy.build(), copy.fresh()
    assert len(fresh) > 500
    assert sorted(name for name in kept.keys() | fresh.keys() if kept.get(name) != fresh.get(name)) == []
    return kept


def parts(copy: Checkout) -> dict[str, float]:
    """When each part was made."""
    folder = copy.root / "dist" / "cache" / "parts"
    return {path.name: (path / "part.json").stat().st_mtime for path in folder.iterdir()}


def kinds(copy: Checkout) -> dict[str, float]:
    """When each kind of pages over all plans was made."""
    (folder,) = (copy.root / "dist" / "cache" / "kept").iterdir()
    return {path.name: (path / "made").stat().st_mtime for path in folder.iterdir()}


def gathered(copy: Checkout) -> dict[str, dict[str, float]]:
    """When each piece of each gathering was made, by the gathering's name and the piece's key."""
    found: dict[str, dict[str, float]] = {}
    for path in (copy.root / "dist" / "cache" / "gathered").glob("*/*/*/part.json"):
        found.setdefault(path.parent.parent.name, {})[path.parent.name] = path.stat().st_mtime
    return found


def edited(copy: Checkout, plan: str, column: str, more: str) -> str:
    """Adds something to the first filled cell of a column of a plan's measures; gives what stands there now."""
    file = f"datasets/plans/{plan}/measures.csv"
    with (copy.root / file).open(encoding="utf-8", newline="") as rows:
        old = next(row[column] for row in csv.DictReader(rows) if row[column])
    copy.replace(file, old, f"{old}{more}")
    return f"{old}{more}"


def test_an_edited_summary(copy: Checkout, built: Checkout) -> None:
    """No hub shows it: only those are made again that name files of its size, or count the rows changed since an audit."""
    before, together, plan = kinds(copy), gathered(copy), copy.plans[1]
    summary = edited(copy, plan, "summary_en", " As ever.")
    now = same(copy)
    assert now[f"plans/{plan}/index.html"] != built.site()[f"plans/{plan}/index.html"]
    assert summary in (copy.root / f"dist/site/en/plans/{plan}/index.html").read_text(encoding="utf-8")
    made = {name for name, time in kinds(copy).items() if before[name] != time}
    assert made == {"downloads", "explorer", "proof"}
    documents = {name for name, time in gathered(copy).items() if together[name] != time and name.startswith("documents-")}
    # the head of the home page names the archive with its size; the explorers' pages, made again, say the same
    assert documents == {f"documents-{name}" for name in ("home", "downloads", "proof")}


def test_an_edited_figure(copy: Checkout, built: Checkout) -> None:
    """It is drawn nowhere, and no duty says it; hubs go by facts of plans that it does not alter.

    Hundreds of pages show rows of the plan, a few of them this one: of these alone the documents are written again.
    """
    before, together = kinds(copy), gathered(copy)
    edit = checkouts.edit_value(checkouts.Checkout(copy.root, len(copy.plans), synthetic=True))
    with (copy.root / f"datasets/plans/{edit.plan}/targets.csv").open(encoding="utf-8", newline="") as rows:
        (row,) = (row for row in csv.DictReader(rows) if row["printed"] == edit.text)
    now, page = same(copy), f"indicators/{row['indicator_id']}/index.html"
    assert now[page] != built.site()[page]
    made = {name for name, time in kinds(copy).items() if before[name] != time}
    assert {"facet", "indicator"} <= made
    assert made <= {"agency", "downloads", "explorer", "facet", "indicator", "proof", "question", "results"}
    after = gathered(copy)
    again = {name for name, time in after.items() if together[name] != time}
    assert {"explorer-targets", "facets-targets", "api-targets"} <= again
    assert again.isdisjoint({"charts", "compare", "explorer-duties", "facets-measures", "api-measures"})
    for name in ("documents-indicator", "documents-facet"):
        assert len(after[name]) == len(together[name]) > 30
        assert 0 < len(after[name].items() - together[name].items()) < 6, name
    calendars = len(after["calendars"].items() - together["calendars"].items())
    assert 0 < calendars < len(after["calendars"]) == len(together["calendars"])


def test_an_edited_cell(copy: Checkout, built: Checkout) -> None:
    before, plan, together = parts(copy), copy.plans[1], gathered(copy)
    title = edited(copy, plan, "title_zh", "甲")
    now = same(copy)
    assert title in (copy.root / f"dist/site/plans/{plan}/index.html").read_text(encoding="utf-8")
    other = f"plans/{copy.plans[0]}/index.html"
    assert now[other] == built.site()[other]
    made = [key for key, time in parts(copy).items() if before.get(key) != time]
    assert made, "the plan's part is made anew"
    assert len(before) - len(made) >= len(copy.plans) - 1, "those of other plans are not"
    again = {name for name, time in gathered(copy).items() if together[name] != time}
    assert {"facets-measures", "api-measures"} <= again, "what holds the title is gathered anew"
    kept = {"compare", "charts", "explorer-targets", "facets-projects", "api-targets", "api-responsibilities"}
    assert kept <= set(together)
    assert again.isdisjoint(kept)


def test_an_edited_strength(copy: Checkout, built: Checkout) -> None:
    """It is counted: charts over all plans and hubs show another number."""
    before, file = gathered(copy), copy.root / f"datasets/plans/{copy.plans[0]}/targets.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    place, related = header.index("strength"), file.with_name("target_relations.csv").read_text(encoding="utf-8")
    row = next(row for row in rows if row[place] and row[header.index("id")] not in related)
    old, row[place] = row[place], "firm" if row[place] == "stretch" else "stretch"
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([header, *rows])
    now, was = same(copy), built.site()
    assert gathered(copy)["charts"] != before["charts"]
    for strength in (old, row[place]):
        assert now[f"strengths/{strength}/index.html"] != was[f"strengths/{strength}/index.html"]
    assert any(now[name] != was[name] for name in was if name.startswith("charts/"))


def test_nothing_changed(copy: Checkout, built: Checkout) -> None:
    """The site's files are names of the parts' own: a build writes into none of them."""
    before, together = parts(copy), gathered(copy)
    assert len(together) > 10
    for _ in range(2):
        assert copy.build() == built.site()
        assert parts(copy) == before
        assert gathered(copy) == together


def test_a_new_plan(copy: Checkout, more: Path) -> None:
    """It brings rows of shared lists that stand before those of other plans."""
    shutil.rmtree(copy.root / "datasets")
    shutil.copytree(more, copy.root / "datasets")
    now = same(copy)
    assert {f"plans/{plan}/index.html" for plan in copy.plans} <= now.keys()


def test_a_deleted_plan(copy: Checkout, more: Path, tmp_path: Path) -> None:
    few = tmp_path / "few"
    shutil.copytree(copy.root / "datasets", few)
    shutil.rmtree(copy.root / "datasets")
    shutil.copytree(more, copy.root / "datasets")
    (gone,) = set(copy.plans) - {path.name for path in (few / "plans").iterdir()}
    assert any(gone in name for name in copy.build())
    shutil.rmtree(copy.root / "datasets")
    shutil.copytree(few, copy.root / "datasets")
    assert not any(gone in name for name in same(copy))


def test_a_changed_shared_list(copy: Checkout, built: Checkout) -> None:
    with (copy.root / "datasets/reference/agency_types.csv").open(encoding="utf-8", newline="") as rows:
        name = next(csv.DictReader(rows))["name_zh"]
    copy.replace("datasets/reference/agency_types.csv", name, f"{name}乙")
    now = same(copy)
    assert now["compare/names.json"] != built.site()["compare/names.json"]


def test_a_changed_schema(copy: Checkout) -> None:
    path = copy.root / "schemas" / "targets.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    schema["title"], schema["title_en"] = "量化的目标", "quantified targets"
    path.write_text(json.dumps(schema, ensure_ascii=False, indent=2), encoding="utf-8")
    same(copy)
    assert "量化的目标" in (copy.root / "dist/site/dictionary/index.html").read_text(encoding="utf-8")


def test_a_changed_template(copy: Checkout, built: Checkout) -> None:
    template = copy.root / "site/theme/templates/plan.html"
    template.write_text(template.read_text(encoding="utf-8") + "<p>一句新话</p>\n", encoding="utf-8")
    now = same(copy)
    page = f"plans/{copy.plans[0]}/index.html"
    assert now[page] != built.site()[page]


def test_without_what_was_kept_it_is_the_same(copy: Checkout, built: Checkout) -> None:
    """Deleted in pieces, damaged, or whole."""
    folders = sorted((copy.root / "dist" / "cache" / "parts").iterdir())
    shutil.rmtree(folders[0])
    for file in (path for path in folders[1].rglob("*") if path.is_file()):
        file.write_bytes(file.read_bytes()[:10])
    together = sorted((copy.root / "dist" / "cache" / "gathered").glob("*/*"))
    assert len(together) > 10
    for number, folder in enumerate(together):
        if number % 2:
            shutil.rmtree(folder)
        for file in (path for path in folder.rglob("*") if path.is_file()):
            file.write_bytes(file.read_bytes()[:-1])
    for name in ("charts", "kept"):
        for file in (path for path in (copy.root / "dist" / "cache" / name).rglob("*") if path.is_file()):
            file.write_bytes(b"damaged")
    assert copy.build() == built.site()
