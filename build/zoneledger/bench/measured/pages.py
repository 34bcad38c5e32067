"""Generated pages against bare mkdocs-material with as many pages of the same bytes, on a sample."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from zoneledger.bench import bare_site
from zoneledger.bench.bare_site import Shape
from zoneledger.bench.figure import COUNT, MILLISECONDS, RATIO, Figure, Promise
from zoneledger.bench.process_tree import Usage
from zoneledger.bench.run import Run
from zoneledger.problems import Text

NAME = "pages"
TITLE = Text("网页，与裸 mkdocs-material 相比", "Pages, against bare mkdocs-material")
FIGURES: tuple[Figure, ...] = (
    Figure("own", Text("本程序生成的网页，每页 CPU", "The program’s generated pages, CPU a page"), MILLISECONDS),
    Figure(
        "material",
        Text("字节相同的裸 mkdocs-material 网页，每页 CPU", "Bare mkdocs-material pages of the same bytes, CPU a page"),
        MILLISECONDS,
    ),
    Figure(
        "ratio", Text("本程序与 mkdocs-material 之比", "The program against mkdocs-material"), RATIO, (Promise(0.5),)
    ),
    Figure("sample", Text("抽取的网页", "Pages in the sample"), COUNT),
    Figure("bytes", Text("两边字节之比", "Bytes of the two sides’ pages"), RATIO),
)
_SAMPLE = 300


def measure(run: Run) -> Iterator[tuple[str, float]]:
    """Writes all generated pages, then a sample of them again as a bare project, and compares the CPU a page."""
    run.tell(Text("只生成网页", "Making the pages alone"))
    own = run.scratch / "own"
    spent = float(run.module("zoneledger.budgets.own_pages", str(run.checkout.root), str(own)).said)
    pages = list(own.rglob("*.html"))
    drawn = bare_site.sample(pages, _SAMPLE)
    shapes = [Shape.of(page) for page in drawn]
    run.tell(Text(f"用裸 mkdocs-material 生成 {len(drawn)} 页", f"Making {len(drawn)} pages with bare mkdocs-material"))
    material, size = _bare(run, shapes)
    a_page = spent / len(pages)
    yield "own", a_page * 1000
    yield "material", material * 1000
    yield "ratio", a_page / material
    yield "sample", len(drawn)
    yield "bytes", sum(shape.size for shape in shapes) / size
    shutil.rmtree(own)


def _bare(run: Run, shapes: Sequence[Shape]) -> tuple[float, int]:
    """CPU seconds a page, without what an empty project takes, and the bytes of all pages."""
    empty, whole = run.scratch / "empty", run.scratch / "bare"
    probe = Shape(1, 1, 0, 0, 0.0, "x")
    bare_site.write(empty, [probe], 0)
    fixed = _built(run, empty)
    page = empty / "site" / "page-00000" / "index.html"
    bare_site.write(whole, shapes, page.stat().st_size)
    usage = _built(run, whole)
    written = sum(path.stat().st_size for path in (whole / "site").glob("page-*/index.html"))
    shutil.rmtree(empty)
    shutil.rmtree(whole)
    return (usage.cpu - fixed.cpu) / max(1, len(shapes) - 1), written


def _built(run: Run, project: Path) -> Usage:
    return run.module("mkdocs", "build", "--quiet", "--config-file", str(project / "mkdocs.yml"))
