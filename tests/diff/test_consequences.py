"""Every page and archive whose content an edit changes is in the list: the small dataset, edited and written."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pages_written import written
from row_edits import file_of, header_of, pointed_elsewhere, rows_of, text_edited

from zoneledger.diff import Difference

Files = dict[str, bytes]
Written = tuple[dict[str, str], dict[str, dict[str, bytes]]]
PLAN = "datasets/plans/anshi-2021/"
TABLES = sorted(
    path.relative_to(path.parents[2]).as_posix()
    for path in (Path(__file__).parents[1] / "fixtures" / "small" / "datasets").glob("**/*.csv")
)


@pytest.fixture(scope="module")
def site(small_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("consequences")
    shutil.copytree(small_root, root, dirs_exist_ok=True)
    return root


@pytest.fixture(scope="module")
def before(site: Path, unedited: Files) -> Written:
    return written(site, unedited)


@pytest.fixture
def missed(
    site: Path,
    unedited: Files,
    before: Written,
    differ: Callable[[Files, Files], Difference],
) -> Callable[[Files], tuple[set[str], Difference]]:
    """What an edited version changes beyond what the difference says; something must change at all."""

    def found(files: Files) -> tuple[set[str], Difference]:
        after = written(site, files)
        difference = differ(unedited, files)
        changed = [
            {name for name in old | new if old.get(name) != new.get(name)}
            for old, new in zip(before, after, strict=True)
        ]
        assert any(changed), "the edit shows nowhere, so this proves nothing"
        return (changed[0] - set(difference.pages)) | (changed[1] - set(difference.downloads)), difference

    return found


def test_tables_are_all_there() -> None:
    assert len(TABLES) > 20


@pytest.mark.parametrize("table", TABLES)
def test_edited_row(
    missed: Callable[[Files], tuple[set[str], Difference]], site: Path, files: Files, table: str
) -> None:
    path = next(path for path in files if path.endswith(f"/{table}") or path.endswith(table))
    schema = json.loads((site / "schemas" / f"{Path(table).stem}.json").read_text(encoding="utf-8"))
    rows = rows_of(files[path])
    at = min(1, len(rows) - 1)
    others = {Path(name).stem: data for name, data in files.items() if name.endswith(".csv")}
    keys = {name: [next(iter(row.values())) for row in rows_of(data)] for name, data in others.items()}
    edited = text_edited(pointed_elsewhere(rows[at], schema, keys), schema)
    if edited == rows[at]:
        del rows[at]
    else:
        rows[at] = edited
    files[path] = file_of(rows, header_of(files[path]))
    beyond, _ = missed(files)
    assert not beyond


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("zh: 安石市开发区提质行动方案\n", "zh: 改\n"),
        ("以省实际下达任务为准", "改"),
        ("period: 2021/2023", "period: 2021/2024"),
        ("zh: 虚构的计划", "zh: 改"),
    ],
)
def test_edited_plan_file(
    missed: Callable[[Files], tuple[set[str], Difference]], files: Files, old: str, new: str
) -> None:
    files[f"{PLAN}plan.yml"] = files[f"{PLAN}plan.yml"].replace(old.encode(), new.encode())
    beyond, difference = missed(files)
    assert not beyond and difference.documents


def test_edited_dataset_file(missed: Callable[[Files], tuple[set[str], Difference]], files: Files) -> None:
    path = "datasets/dataset.yml"
    files[path] = files[path].replace(b"as_of: 20", b"as_of: 19", 1)
    beyond, _ = missed(files)
    assert not beyond


def test_rows_in_another_order(missed: Callable[[Files], tuple[set[str], Difference]], files: Files) -> None:
    path = f"{PLAN}targets.csv"
    files[path] = file_of(rows_of(files[path])[::-1], header_of(files[path]))
    beyond, difference = missed(files)
    assert not beyond
    assert difference.format_only == (path,)


def test_pages_that_have_nothing_to_do_with_it_are_not_listed(
    files: Files, unedited: Files, differ: Callable[[Files, Files], Difference]
) -> None:
    path = f"{PLAN}exclusions.csv"
    rows = rows_of(files[path])
    rows[0]["note_zh"] += "改"
    files[path] = file_of(rows, header_of(files[path]))
    pages = differ(unedited, files).pages
    assert "plans/anshi-2021/" in pages
    assert not [page for page in pages if page.startswith(("organizations/", "indicators/", "zones/", "agencies/"))]


def test_form_alone_changes_no_page(
    files: Files, unedited: Files, differ: Callable[[Files, Files], Difference]
) -> None:
    path = f"{PLAN}targets.csv"
    files[path] = b"\xef\xbb\xbf" + files[path].replace(b"\n", b"\r\n")
    difference = differ(unedited, files)
    assert (difference.format_only, difference.pages, difference.downloads) == ((path,), (), ())


def test_every_page_of_the_site_is_known(
    before: Written, files: Files, unedited: Files, differ: Callable[..., Difference]
) -> None:
    files["datasets/dataset.yml"] = files["datasets/dataset.yml"].replace(b"as_of: 20", b"as_of: 19", 1)
    pages = set(differ(unedited, files).pages)
    assert pages == set(before[0]), "a page made of all plans belongs into OVERVIEWS of zoneledger.diff.consequences"
