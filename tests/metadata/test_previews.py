"""Preview images: nothing overflows, nothing is missing, and the same card gives the same bytes on any machine."""

from __future__ import annotations

import hashlib
import os
import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from zoneledger.catalogue import Catalogue
from zoneledger.charts import Shelf
from zoneledger.social import Card, Key, images, png, svg, write, write_kept
from zoneledger.social.lines import wrap
from zoneledger.social.typeface import MISSING, Typeface, sans, serif

CARD = Card("ZoneLedger 开发区目标责任台账", "行动计划", "赣州开发区三年倍增方案(2020—2022)", (Key("34", "量化目标"),))
LONG = "Leader in charge of the field on the Administrative Committee of Quanzhou Taiwanese Investment Zone " * 9
SCRIPT = """
import hashlib
from zoneledger.social import Card, Key, png
card = Card("ZoneLedger 开发区目标责任台账", "行动计划", "赣州开发区三年倍增方案(2020—2022)", (Key("34", "量化目标"),))
print(hashlib.sha256(png(card)).hexdigest())
"""


def test_an_image_is_what_a_shared_link_needs() -> None:
    image = png(CARD)
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">LLBB", image[16:26]) == (1200, 630, 8, 3)
    assert 8_000 < len(image) <= 30_000


def test_the_machines_fonts_have_no_say(tmp_path: Path) -> None:
    """Where no font can be found and no setting read, the bytes are the same."""
    environment = {"FONTCONFIG_FILE": str(tmp_path / "none"), "HOME": str(tmp_path), "LANG": "C", "PYTHONUTF8": "1"}
    path = os.pathsep.join(entry for entry in sys.path if entry)
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True, text=True, check=True, env={**environment, "PYTHONPATH": path},
    )  # fmt: skip
    assert run.stdout.strip() == hashlib.sha256(png(CARD)).hexdigest()
    drawing = etree.fromstring(svg(CARD).encode())
    assert not drawing.xpath("//*[local-name()='text' or @font-family]")


@pytest.mark.parametrize("title", [LONG, "一二三四五六七八九十" * 20, "x" * 400, "（" * 90, "长" * 9 + "word" * 40, "", "  "])
@pytest.mark.parametrize("size", [60, 82])
def test_no_line_overflows(title: str, size: int) -> None:
    lines = wrap(title, serif(), size, 1048, 3)
    assert 1 <= len(lines) <= 3
    assert max(serif().width(line, size) for line in lines) <= 1048
    if serif().width(title, size) > 3 * 1048:
        assert lines[-1].endswith(("…", "..."))
    else:
        assert "".join(lines).replace(" ", "") == title.replace(" ", "")


def test_lines_break_where_a_reader_expects() -> None:
    assert wrap("to the end of it", serif(), 60, serif().width("to the end", 60), 3) == ["to the end", "of it"]
    room = serif().width("赣州方案", 60)
    assert wrap("赣州方案，二零", serif(), 60, room, 3) == ["赣州方", "案，二零"]
    assert wrap("赣州方(二零)", serif(), 60, room, 3) == ["赣州方", "(二零)"]
    assert wrap("赣州方案二零二零年", serif(), 60, room, 2)[-1].endswith("…")


def test_a_card_stays_within_its_frame() -> None:
    drawing = etree.fromstring(svg(Card("站" * 90, "类" * 90, LONG, tuple(Key("9" * 40, "字" * 90) for _ in range(5)))).encode())
    for group in drawing.xpath("//*[local-name()='g' and contains(@transform, 'scale') and @fill]"):
        x, scale = (float(part) for part in (group.get("transform").split("(")[1].split()[0],
                                            group.get("transform").split("scale(")[1].split()[0]))  # fmt: skip
        last = max(float(glyph.get("transform")[10:-1]) for glyph in group)
        assert 0 <= x < x + (last + 500) * scale <= 1200
    assert len(drawing.xpath("//*[local-name()='g' and @fill]")) <= 2 + 3 + 6


def test_hostile_text_is_drawn_as_text() -> None:
    for text in ("<script>", "&amp;", "\u202e\u0000\u200b", "\U0001f600", "]]>"):
        assert png(Card(text, text, text, (Key(text, text),)))
    assert serif().shown("甲\U0001f600") == f"甲{MISSING}"


@pytest.mark.parametrize("face", [serif(), sans()], ids=["serif", "sans"])
def test_every_character_of_the_names_can_be_drawn(face: Typeface, published: Catalogue) -> None:
    texts = [
        row.text(column)
        for table, name in (("plans", "short_title"), ("indicators", "name"), ("agency_types", "name"))
        for row in published.rows(table)
        for column in (f"{name}_zh", f"{name}_en")
    ]
    assert len(texts) > 300
    assert {char for text in texts for char in text if not face.glyph(char)} == set()
    assert face.glyph(MISSING)
    assert face.glyph("\ue000") == 0


def test_latin_text_gets_latin_quotes() -> None:
    assert serif().advance("’") == serif().em
    assert serif().shown("China’s “zones”") == "China's \"zones\""
    assert serif().shown("“三年再翻番”") == "“三年再翻番”"


def test_outlines_are_those_of_the_font() -> None:
    """The box of a glyph with a known shape: the full-width bar 一 and the full stop."""
    assert sans().em == 1000
    assert sans().advance("一") == 1000
    assert 200 < sans().advance(".") < 350
    path = sans().path("一")
    assert path.startswith("M") and path.endswith("Z")
    assert sans().path(" ") == ""
    for char in "赣州開發區Ägj&§①":
        assert serif().path(char)


def test_equal_cards_are_written_alike(tmp_path: Path) -> None:
    told: list[str] = []
    write({"social/a.zh.png": CARD, "social/plans/b.zh.png": CARD}, tmp_path, told.append)
    assert (tmp_path / "social/a.zh.png").read_bytes() == (tmp_path / "social/plans/b.zh.png").read_bytes() == png(CARD)
    assert told == ["social/", "social/plans/"]


def test_what_was_drawn_before_is_written_without_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, other = Shelf(tmp_path / "shelf"), replace(CARD, title="另一张")
    drawn = png(CARD, shelf)
    monkeypatch.setattr(images, "vega", None)
    rest = write_kept({"social/a/b.zh.png": CARD, "social/c.zh.png": other}, tmp_path, shelf)
    assert rest == {"social/c.zh.png": other}
    assert (tmp_path / "social/a/b.zh.png").read_bytes() == drawn
    assert not (tmp_path / "social/c.zh.png").exists()
