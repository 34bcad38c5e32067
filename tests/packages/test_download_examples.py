"""The examples of the downloads page run: on the packages and the interface of this checkout, with paths for addresses."""

from __future__ import annotations

import contextlib
import io
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from publishing import Published

from zoneledger import api
from zoneledger.packages import FORMATS
from zoneledger.pages.download_examples import PYTHON, SHELL, SQL, Example, examples

ADDRESS = "https://example.org/zl/"
LANGUAGES = ("zh", "en")
KEYS = (*(form.id for form in FORMATS), "api")


@pytest.fixture(scope="module")
def site(real: Published) -> Path:
    top = real.data.parent / "examples"
    if not top.exists():
        top.mkdir()
        (top / "data").symlink_to(real.data)
        for path, content in api.files(real.catalogue, ADDRESS):
            if path == "tables/targets.json":
                (top / "api/v1/tables").mkdir(parents=True)
                (top / "api/v1" / path).write_bytes(content)
    return top


def run(example: Example, site: Path) -> tuple[dict[str, Any], list[tuple[Any, ...]]]:
    """What a program's names are afterwards, or the rows a query gives."""
    local = site.as_uri() if "urllib" in example.code else str(site)
    code = example.code.replace(ADDRESS, f"{local}/")
    assert "http" not in code.replace("urllib", "")
    if example.language == PYTHON:
        names: dict[str, Any] = {}
        with contextlib.redirect_stdout(io.StringIO()) as said:
            exec(code, names)
        return {**names, "said": said.getvalue()}, []
    if example.language == SHELL:
        command = [str(Path(sys.executable).with_name(code.split()[0])), *code.split()[1:]]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        return {"code": done.returncode, "said": done.stdout}, []
    if example.tool == "DuckDB":
        with duckdb.connect() as database:
            return {}, database.execute(code).fetchall()
    file = site / "data" / example.tool.split()[1]
    with contextlib.closing(sqlite3.connect(file)) as database:
        return {}, database.execute(code).fetchall()


def test_without_an_index_none_is_shown_that_asks_it() -> None:
    assert any("fulltext" in one.code for one in examples(ADDRESS, "zh")["sqlite"])
    found = examples(ADDRESS, "zh", searchable=False)["sqlite"]
    assert found and not any("fulltext" in one.code for one in found)


def test_every_format_and_the_interface_have_examples() -> None:
    for lang in LANGUAGES:
        assert set(examples(ADDRESS, lang)) == set(KEYS)
        assert {one.language for found in examples(ADDRESS, lang).values() for one in found} == {PYTHON, SQL, SHELL}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_examples_run_and_give_the_targets(real: Published, site: Path, key: str, lang: str) -> None:
    targets = len(list(real.catalogue.rows("targets")))
    for example in examples(ADDRESS, lang)[key]:
        names, rows = run(example, site)
        if "targets" in names:
            assert len(names["targets"]) == targets
        elif example.language == SHELL:
            assert (names["code"], "INVALID" in names["said"]) == (0, False), names["said"][-2000:]
        elif key == "api":
            assert names["said"].startswith(f"{targets} ")
        elif "GROUP BY" in example.code:
            assert sum(number for _, number in rows) == targets
            assert all(city for city, _ in rows)
        else:
            assert rows
            assert all("亩均税收" in text for _, text in rows)


def test_without_an_address_files_are_named_alone() -> None:
    assert 'read_csv("data/all/targets_wide.csv")' in examples("", "zh")["csv"][0].code
