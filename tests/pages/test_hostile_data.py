"""Whatever stands in a cell is shown and does nothing."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from page_reader import PageReader

#: Markup, template syntax, Markdown, quotes, a slot of the shell, a right-to-left override, a zero-width space.
MARKUP = (
    "<script>alert(1)</script>{{7*7}}{% raw %}{#x\"'><img src=x onerror=alert(1)>"
    "[x](javascript:alert(1))&lt;zl-slot-title<!-- zl:body -->"
)
HOSTILE = MARKUP + "\u202e\u200b"
SHOWN = MARKUP + "\ufffd\ufffd"


@pytest.fixture(scope="module")
def hostile_site(small_root: Path, tmp_path_factory: pytest.TempPathFactory, write: Callable[[Path], Path]) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    shutil.copytree(small_root, root, dirs_exist_ok=True)
    for file in root.glob("datasets/**/*.csv"):
        poison(file, json.loads((root / "schemas" / f"{file.stem}.json").read_text(encoding="utf-8")))
    plan = root / "datasets" / "plans" / "anshi-2021" / "plan.yml"
    quoted = json.dumps(HOSTILE)
    lines = []
    for line in plan.read_text(encoding="utf-8").splitlines():
        key = line.split(":")[0].strip(" -")
        lines.append(line.split(":")[0] + ": " + quoted if key in ("zh", "en", "doc_number") else line)
    text = "\n".join(lines).replace("https://example.org/anshi-2021", json.dumps('https://x.example/"><script>'))
    plan.write_text(text + "\n", encoding="utf-8")
    return write(root)


def poison(file: Path, schema: dict[str, Any]) -> None:
    """Fills every free-text cell of a table with hostile text, and every address with a script; keys stay unique."""
    fields = {field["name"]: field for field in schema["fields"]}
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    keys = {name for key in (schema["primaryKey"], *schema.get("uniqueKeys", ())) for name in key}
    for number, row in enumerate(rows):
        for name in row:
            limits = fields[name].get("constraints", {})
            if str(limits.get("pattern", "")).startswith("https?"):
                row[name] = "javascript:alert(1)"
            elif fields[name]["type"] == "string" and "pattern" not in limits and "enum" not in limits:
                row[name] = f"{HOSTILE}{number}" if name in keys else HOSTILE
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(fields) if not rows else list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def scripts(page: PageReader) -> set[tuple[str, str, str]]:
    """The type, id and file of each script; one that is written into the page has no file."""
    found = [element.attributes for element in page.all("script")]
    return {(of.get("type", ""), of.get("id", ""), of.get("src", "").rpartition("../")[2]) for of in found}


def test_nothing_acts(site: Path, hostile_site: Path) -> None:
    pages = sorted(hostile_site.rglob("index.html"))
    assert len(pages) == len(list(site.rglob("index.html")))
    # What a page loads depends on what stands on it; nothing else is ever loaded or run.
    own = set[tuple[str, str, str]]().union(*(scripts(PageReader.of(path)) for path in site.rglob("index.html")))
    for path in pages:
        page = PageReader.of(path)
        tame = PageReader.of(site / path.relative_to(hostile_site))
        assert scripts(page) <= own, path
        assert len(page.all("img")) == len(tame.all("img")), path
        for element in page.elements:
            assert not [name for name in element.attributes if name.startswith("on")], path
            address = element.attributes.get("href", "")
            assert not address.lower().lstrip().startswith(("javascript:", "data:")), path
        text = path.read_text(encoding="utf-8")
        assert not set(text) & set("\u202e\u200b"), path


def test_text_is_shown_as_it_is(hostile_site: Path) -> None:
    for path in ("plans/anshi-2021/", "en/plans/anshi-2021/", "agencies/industry-it/", "plans/", "dictionary/", ""):
        assert " ".join(SHOWN.split()) in PageReader.of(hostile_site / path / "index.html").text, path


def test_contents_list_and_title_are_inert(hostile_site: Path) -> None:
    page = PageReader.of(hostile_site / "plans" / "anshi-2021" / "index.html")
    assert page.all("title")[0].text.startswith(SHOWN)
    assert page.all("h1")[0].text == SHOWN


def test_id_that_leaves_the_site_is_refused(small_root: Path, tmp_path: Path, write: Callable[[Path], Path]) -> None:
    shutil.copytree(small_root, tmp_path, dirs_exist_ok=True)
    reference = tmp_path / "datasets" / "reference"
    for name in ("agency_types", "organizations"):
        file = reference / f"{name}.csv"
        text = re.sub(r"\bindustry-it\b(?<!anshi-industry-it),", "../../../escaped,", file.read_text(encoding="utf-8"))
        assert "../../../escaped," in text
        file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="path"):
        write(tmp_path)
