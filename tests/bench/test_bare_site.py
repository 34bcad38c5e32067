"""The bare project holds pages like the program's own: as many bytes, and their sample is drawn evenly."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.bench import bare_site, process_tree
from zoneledger.bench.bare_site import Shape


def page(path: Path, rows: int, paragraphs: int) -> Path:
    cells = "".join(
        f"<tr class='x'><th>第{row}行</th><td>工业总产值达到 5000 亿元</td><td></td></tr>" for row in range(rows)
    )
    table = f"<table><tbody>{cells}</tbody></table>" if rows else ""
    text = "<p>各开发区每年报送进展，<a href='#t001'>见下表</a>。</p>" * paragraphs
    path.write_text(
        f"<html><head><style>p{{}}</style></head><body>{text}{table}<script>x()</script></body></html>", "utf-8"
    )
    return path


def test_a_shape_tells_tables_from_text(tmp_path: Path) -> None:
    shape = Shape.of(page(tmp_path / "a.html", rows=10, paragraphs=4))
    assert (shape.rows, shape.cells, shape.blocks) == (10, 3, 4)
    assert shape.size == (tmp_path / "a.html").stat().st_size
    assert 0.5 < shape.tables < 1
    assert "5000" in shape.text
    assert not set("<>#|_*[]") & set(shape.text)
    assert "x()" not in shape.text


def test_pages_are_drawn_evenly_by_size(tmp_path: Path) -> None:
    pages = []
    for number in range(100):
        path = tmp_path / f"{(number * 37) % 100:03}.html"
        path.write_bytes(b"x" * (1000 + number))
        pages.append(path)
    drawn = bare_site.sample(pages, 10)
    assert drawn == bare_site.sample(list(reversed(pages)), 10)
    sizes = [path.stat().st_size for path in drawn]
    assert [(size - 1000) // 10 for size in sizes] == list(range(10))
    assert bare_site.sample(pages[:3], 10) == sorted(pages[:3], key=lambda path: path.stat().st_size)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[int], list[Path]]:
    """Sizes asked for, and the pages that MkDocs made of them."""
    folder = tmp_path_factory.mktemp("bare")
    shapes = [
        Shape(60_000, 40, 30, 5, 0.6, "工业总产值 5000 亿元，各开发区 each zone"),
        Shape(30_000, 80, 0, 0, 0.0, "责任单位：市工信局 lead agency"),
        Shape(200_000, 10, 300, 8, 0.95, "2020 年完成"),
    ]
    probe = folder / "probe"
    bare_site.write(probe, [Shape(1, 1, 0, 0, 0.0, "x")], 0)
    mkdocs = process_tree.module("mkdocs")
    process_tree.run([*mkdocs, "build", "-q", "-f", str(probe / "mkdocs.yml")], folder)
    frame = (probe / "site" / "page-00000" / "index.html").stat().st_size
    bare_site.write(folder / "bare", shapes, frame)
    process_tree.run([*mkdocs, "build", "-q", "-f", str(folder / "bare" / "mkdocs.yml")], folder)
    return [shape.size for shape in shapes], sorted((folder / "bare" / "site").glob("page-*/index.html"))


def test_the_bare_pages_have_the_same_bytes(built: tuple[list[int], list[Path]]) -> None:
    wanted, pages = built
    assert len(pages) == len(wanted)
    for size, made in zip(wanted, pages, strict=True):
        assert abs(made.stat().st_size - size) < 0.02 * size


def test_the_bare_pages_have_the_same_parts_and_no_more(built: tuple[list[int], list[Path]]) -> None:
    html = [made.read_text(encoding="utf-8") for made in built[1]]
    assert [text.count("<tr>") for text in html] == [30, 0, 300]
    assert [text.count("<td>") + text.count("<th>") for text in html] == [150, 0, 2400]
    assert [text.partition("<article")[2].count("<p>") for text in html] == [40, 80, 10]
    assert not any("<ol>" in text or "<blockquote>" in text for text in html)
    assert not any("search" in text.partition("<header")[2].partition("</header>")[0] for text in html)
