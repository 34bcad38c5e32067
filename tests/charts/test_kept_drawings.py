"""Drawings kept from build to build: the same bytes with and without them, and nothing comes into a page by them."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from small_plan import PLAN

from zoneledger import charts, vega
from zoneledger.catalogue import Catalogue
from zoneledger.charts import ChartError, Figures, Pen, Shelf
from zoneledger.social import Card, Key, images, png


class Renderer:
    """Counts what the renderer is asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        for name in ("svg", "png"):
            monkeypatch.setattr(vega, name, self._counting(getattr(vega, name)))

    def _counting(self, draw: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def counted(asked: Any) -> Any:
            self.calls += 1
            return draw(asked)

        return counted


@pytest.fixture
def renderer(monkeypatch: pytest.MonkeyPatch) -> Renderer:
    return Renderer(monkeypatch)


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_no_build_asked_for_in_a_month_is_removed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for name in ("aa1", "bb2", "bb3"):
        shelf.put(name, b"drawing")
    for name in ("aa/1", "bb/2"):
        os.utime(tmp_path / name, (1, 1))
    assert shelf.get("bb2") == b"drawing"
    assert shelf.clear() == 1
    assert [shelf.get(name) for name in ("aa1", "bb2", "bb3")] == [None, b"drawing", b"drawing"]
    assert Shelf().clear() == 0


def test_a_second_build_draws_nothing(
    small: Catalogue, small_figures: Figures, tmp_path: Path, renderer: Renderer
) -> None:
    pen = Pen(shelf=Shelf(tmp_path))
    assert charts.plan_figures(small, PLAN, pen) == small_figures.plans[PLAN]
    assert renderer.calls == len(entries(tmp_path)) == 4 * len(small_figures.plans[PLAN])
    assert charts.plan_figures(small, PLAN, pen) == small_figures.plans[PLAN]
    assert renderer.calls == 4 * len(small_figures.plans[PLAN])


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:40],
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: content[:32] + zlib.compress(b"<svg viewBox='0 0 1 1'/>"),
        lambda content: sha256(b"<svg").digest() + zlib.compress(b"<svg"),
    ],
    ids=["empty", "cut", "flipped", "exchanged", "no drawing"],
)
def test_damaged_drawings_are_made_anew(
    damage: Callable[[bytes], bytes], small: Catalogue, small_figures: Figures, tmp_path: Path
) -> None:
    pen = Pen(shelf=Shelf(tmp_path))
    charts.plan_figures(small, PLAN, pen)
    for path in entries(tmp_path):
        path.write_bytes(damage(path.read_bytes()))
    assert charts.plan_figures(small, PLAN, pen) == small_figures.plans[PLAN]


def test_a_drawing_put_there_by_another_is_cleaned(small: Catalogue, tmp_path: Path) -> None:
    pen = Pen(shelf=Shelf(tmp_path))
    charts.plan_figures(small, PLAN, pen)
    content = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'
    for path in entries(tmp_path):
        path.write_bytes(sha256(content).digest() + zlib.compress(content))
    with pytest.raises(ChartError, match="<script>"):
        charts.plan_figures(small, PLAN, pen)


def test_a_preview_is_drawn_once(tmp_path: Path, renderer: Renderer) -> None:
    shelf, card = Shelf(tmp_path), Card("ZoneLedger", "计划", "示例", (Key("3", "个目标"),))
    assert png(card) == png(card, shelf) == png(card, shelf)
    assert renderer.calls == 2
    png(Card("ZoneLedger", "计划", "示例", (Key("4", "个目标"),)), shelf)
    assert renderer.calls == 3
    entries(tmp_path)[0].write_bytes(b"?")
    assert png(card, shelf) == png(card)


def test_a_kept_preview_is_found_by_its_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, card = Shelf(tmp_path), Card("ZoneLedger", "计划", "示例", (Key("3", "个目标"),))
    image = png(card, shelf)
    monkeypatch.setattr(images, "svg", lambda _: pytest.fail("its outlines are not even laid out"))
    assert png(card, shelf) == image


def test_a_preview_that_another_program_drew_is_drawn_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, card = Shelf(tmp_path), Card("ZoneLedger", "计划", "示例")
    shelf.put(images._name(card), b"drawn")
    assert png(card, shelf) == b"drawn"
    monkeypatch.setattr(images, "_maker", lambda: "another")
    assert images.kept(card, shelf) is None


def test_whatever_draws_previews_has_a_say_in_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sources of the package, and of what it imports beside its shelf and the image's size, which are in the name."""
    sources = Path(images.__file__).parent.glob("*.py")
    found = {name for path in sources for name in re.findall(r"^from (zoneledger[.\w]* import .*)$", path.read_text(), re.M)}
    assert {name for name in found if not name.startswith("zoneledger.social")} == {
        "zoneledger import vega",
        "zoneledger.charts import lettering",
        "zoneledger.charts.lettering import one_line",
        "zoneledger.charts.shelf import Shelf",
        "zoneledger.site.head import PREVIEW_SIZE",
    }
    names, read = set(), Path.read_bytes
    for changed in (None, "card.py", "typeface.py", "lettering.py", "vega.py"):
        with monkeypatch.context() as patch:
            patch.setattr(Path, "read_bytes", lambda path, name=changed: read(path) + b"#" * (path.name == name))
            names.add(images._maker.__wrapped__())
    assert len(names) == 5


def test_no_half_entry_is_ever_left(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    name = "ab" * 32
    for content in (b"first", b"second"):
        shelf.put(name, content)
        assert shelf.get(name) == content
    assert len(entries(tmp_path)) == 1
    assert Shelf().get(name) is None
