"""What the theme writes against the HTML standard is put right, and a theme that writes something else is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.site.theme_markup import MarkupError, correct, corrected

TOGGLES = (
    '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">'
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">'
)
LABEL = '<label class="md-nav__link" for="__nav_10" id="__nav_10_label" tabindex="">'


def test_only_the_faults_go() -> None:
    other = '<input type="text" autocomplete="off"><label tabindex="0">x</label><p>tabindex=""</p>'
    left = corrected(TOGGLES + LABEL + other, "page")
    assert left.count("autocomplete") == 1 and left.endswith(other)
    assert left.startswith('<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer">')
    assert '<label class="md-nav__link" for="__nav_10" id="__nav_10_label">' in left


@pytest.mark.parametrize("html", ["<p>no toggles</p>", TOGGLES * 2, TOGGLES.replace("autocomplete", "data-x", 1)])
def test_another_theme_is_noticed(tmp_path: Path, html: str) -> None:
    (tmp_path / "index.html").write_text(html)
    with pytest.raises(MarkupError, match=r"index\.html: .*instead of 2"):
        correct(tmp_path)
