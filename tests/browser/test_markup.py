"""Every page of the site is valid HTML in the eyes of the Nu Html Checker."""

from __future__ import annotations

from pathlib import Path

from page_checks import markup_errors


def test_no_page_breaks_the_standard(built_site: Path) -> None:
    assert markup_errors(built_site / "site") == []


def test_a_planted_fault_is_seen(built_site: Path, tmp_path: Path) -> None:
    sound = (built_site / "site" / "about" / "index.html").read_text("utf-8")
    assert "</h1>" in sound
    page = tmp_path / "index.html"
    page.write_text(sound.replace("</h1>", "</h1><p><div>x</div></p>", 1), "utf-8")
    (error,) = markup_errors(page)
    assert error.startswith("1 × No “p” element in scope")
