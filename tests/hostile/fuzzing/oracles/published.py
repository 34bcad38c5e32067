"""What a build wrote: cells are text and nothing else in every page and drawing, and themselves in every download."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import html

from fuzzing.payloads import MARK
from fuzzing.sound_site import built

#: What a page may point at: itself, the site, and the web.
_SCHEMES = ("http:", "https:", "mailto:", "webcal:")
_ADDRESSES = ("href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcset")
#: Elements that no page of ours has in any state.
_NEVER = {"base", "embed", "foreignobject", "frame", "iframe", "object", "style", "math", "animate", "set", "image", "feimage"}


def complaints(root: Path, site: Path) -> Iterator[str]:
    """What is wrong with a site that was built from a hostile checkout.

    Args:
        root: the checkout.
        site: the folder that is served.
    """
    for path in sorted(site.rglob("*.html")):
        yield from _page(path, path.relative_to(site).as_posix())
    for path in sorted(site.rglob("*.json")):
        yield from _round_trip(path, path.relative_to(site).as_posix())
    yield from _tables(root, site)


def learn() -> None:
    """Builds the sound site now, so that processes forked later need not."""
    _vocabulary()


@cache
def _vocabulary() -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """Every attribute of every element, and every script, that the sound dataset's site has."""
    attributes: set[tuple[str, str]] = set()
    scripts: set[str] = set()
    for path in built().rglob("*.html"):
        for element in _elements(path):
            attributes |= {(str(element.tag), name) for name in ("", *element.attrib)}
            scripts |= {_script(element)} if element.tag == "script" else set()
    return frozenset(attributes), frozenset(scripts)


def _elements(path: Path) -> Iterator[html.HtmlElement]:
    tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    yield from (element for element in tree.iter() if isinstance(element.tag, str))


def _script(element: html.HtmlElement) -> str:
    # the text of our own data blocks differs from page to page; its kind does not
    return f"{element.get('src', '').rsplit('/', 1)[-1]} {element.get('type', '')} {'' if element.get('type') else element.text or ''}"


def _page(path: Path, shown: str) -> Iterator[str]:
    attributes, scripts = _vocabulary()
    told = set()
    for element in _elements(path):
        tag = str(element.tag)
        if tag.lower() in _NEVER or (tag == "script" and _script(element) not in scripts):
            told.add(f"{shown}: <{tag}> {ascii(_script(element))[:80]}")
        for name, value in element.attrib.items():
            if name.lower().startswith("on") or name in ("style", "srcdoc") or MARK in name:
                told.add(f"{shown}: <{tag} {name}>")
            elif (tag, name) not in attributes and (tag, "") in attributes and not name.startswith(("aria-", "data-")):
                told.add(f"{shown}: new attribute <{tag} {name}>")
            if name in _ADDRESSES and _acts(value):
                told.add(f"{shown}: <{tag} {name}={ascii(value)[:60]}>")
        if (tag, "") not in attributes:
            told.add(f"{shown}: new element <{tag}>")
    yield from sorted(told)[:5]


def _acts(address: str) -> bool:
    plain = "".join(char for char in address if char.isprintable() and not char.isspace()).lower()
    scheme, colon, _ = plain.partition(":")
    return plain.startswith(("//", "\\")) or bool(colon and scheme.isidentifier() and f"{scheme}:" not in _SCHEMES)


def _round_trip(path: Path, shown: str) -> Iterator[str]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        json.dumps(content, ensure_ascii=False, allow_nan=False).encode()
    except ValueError as error:
        yield f"{shown}: {error}"


def _tables(root: Path, site: Path) -> Iterator[str]:
    """Every published table holds the very cells of the datasets; a spreadsheet's guard would change what a plan says."""
    archive = zipfile.ZipFile(site / "data" / "all.zip")
    zipped = {Path(name).name: name for name in archive.namelist()}
    for published in sorted((site / "data" / "all").glob("*.csv")):
        raw = published.read_bytes()
        if archive.read(zipped[published.name]) != raw:
            yield f"{published.name}: the archive holds another"
        rows = list(csv.reader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))
        given = [row for path in sorted(root.glob(f"datasets/*/**/{published.name}")) for row in _cells(path, rows[0])]
        if given and [{name: cell for name, cell in zip(rows[0], row, strict=True) if name in given[0]} for row in rows[1:]] != given:
            yield f"{published.name}: its cells are not those of the datasets"


def _cells(path: Path, published: list[str]) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return [{name: cell for name, cell in row.items() if name in published} for row in csv.DictReader(stream)]
