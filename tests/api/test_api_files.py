"""The files as a host serves them: the same bytes each time, every link leads somewhere, nothing is left over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from lxml import html

from zoneledger import api
from zoneledger.api import paging
from zoneledger.catalogue import Catalogue, load


def addresses(value: Any) -> Iterator[str]:
    """Every address in the links of a file, at any depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("links", "addresses"):
                found = [address for link in inner.values() if link for address in _flat(link)]
                yield from found
            else:
                yield from addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from addresses(inner)


def _flat(link: str | dict[str, str]) -> list[str]:
    return [link] if isinstance(link, str) else list(link.values())


def test_the_same_data_give_the_same_bytes(catalogue: Catalogue, files: dict[str, bytes], site_url: str) -> None:
    assert dict(api.files(catalogue, site_url)) == files
    assert all(content.endswith(b"}\n") for content in files.values())
    assert all(path.endswith(".json") for path in files)


def test_rows_stand_one_a_line(files: dict[str, bytes], catalogue: Catalogue) -> None:
    lines = files["tables/targets.json"].decode().splitlines()
    assert len(lines) == 2 + len(catalogue.rows("targets"))


def test_every_answer_says_what_it_is(answers: dict[str, Any], catalogue: Catalogue, site_url: str) -> None:
    for path, document in answers.items():
        assert document["links"]["self"] == f"{site_url}api/v1/{path}"
        assert document["data_version"] == catalogue.dataset["version"]
        assert document["as_of"] == catalogue.dataset["as_of"]
        assert document["licence"]["name"] == catalogue.dataset["licence"]


def test_every_link_leads_somewhere(answers: dict[str, Any], built_site: Path, site_url: str) -> None:
    """Into the site as it is built: its pages with their anchors, its downloads, the other files of the API."""
    site = built_site / "site"
    linked = {address for document in answers.values() for address in addresses(document)}
    assert len(linked) > 1500
    broken, anchors = [], {}
    for address in sorted(linked):
        assert address.startswith(site_url)
        place, anchor = urldefrag(address.removeprefix(site_url))
        file = site / (f"{place}index.html" if place.endswith("/") or not place else place)
        if not file.is_file():
            broken.append(address)
        elif anchor:
            known = anchors.setdefault(file, set(html.fromstring(file.read_text("utf-8")).xpath("//@id")))
            broken += [address] if anchor not in known else []
    assert broken == []


def test_the_build_writes_these_very_files(files: dict[str, bytes], built_site: Path) -> None:
    top = built_site / "site" / api.FOLDER
    written = {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}
    assert written.keys() == files.keys()
    assert [path for path in files if written[path] != files[path]] == []


@pytest.mark.parametrize("rows", [1, 2, 500])
def test_pages_follow_each_other(small_root: Path, monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    """From the first page along ``next`` every row comes once; ``prev`` leads back the same way."""
    monkeypatch.setattr(paging, "ROWS", rows)
    made = small_files(small_root)
    for path, document in made.items():
        if "/pages/" in path or path == "index.json":
            continue
        way, seen, at = [], 0, path
        while at:
            way.append(at)
            held = _lists(made[at]["result"])
            assert (held and len(held[0]) <= rows) or path.startswith(("plans/", "tables.json"))
            seen += sum(map(len, held))
            assert made[at]["total"] == document["total"]
            at = _path(made[at]["links"]["next"])
        assert seen == document["total"], path
        back, at = [], way[-1]
        while at:
            back.append(at)
            at = _path(made[at]["links"]["prev"])
        assert back == way[::-1]


def small_files(root: Path) -> dict[str, Any]:
    from contract import read

    made = api.files(load(root), "https://example.org/")
    return {path: read(content) for path, content in made if path != "openapi.json"}


def _path(address: str | None) -> str:
    return address.partition("/api/v1/")[2] if address else ""


def _lists(result: Any) -> list[list[Any]]:
    if isinstance(result, list):
        return [result]
    if "tables" in result:
        return list(result["tables"].values())
    return [value for name, value in result.items() if name != "row"]


def test_what_was_written_before_is_gone(small_root: Path, tmp_path: Path) -> None:
    left = tmp_path / api.FOLDER / "plans" / "gone.json"
    left.parent.mkdir(parents=True)
    left.write_text("{}")
    told: list[str] = []
    count = api.write(load(small_root), tmp_path, "https://example.org/", told.append)
    assert not left.exists() and told == ["api/v1/"]
    assert count == len(list(tmp_path.rglob("*.json"))) > 50
