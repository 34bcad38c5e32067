"""The oracles of the campaign can say no: each is shown what it must not let pass."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from fuzzing.commands import Command
from fuzzing.oracles import ending, files, published, repaired, spoken
from fuzzing.sandbox import Outcome

SOUND = b"datasets/x.csv:2:id error [cell-form] Wrong.\n"


def outcome(code: int | None = 1, out: bytes = SOUND, err: bytes = b"", signal: str = "", cpu: float = 0.1) -> Outcome:
    return Outcome(code, signal, cpu, 100, out, err)


def command(form: str = "text") -> Command:
    return Command("check", (), form)


def test_a_sound_run_passes() -> None:
    assert not list(ending.complaints(outcome(), 10))
    assert not list(spoken.complaints(outcome(), command()))


@pytest.mark.parametrize(
    "ended",
    [
        outcome(code=70),
        outcome(code=71),
        outcome(code=None, signal="SIGXCPU"),
        outcome(code=None, signal="SIGALRM"),
        outcome(err=b"Traceback (most recent call last):\nKeyError: x\n"),
        outcome(cpu=11),
    ],
)
def test_a_bad_ending_is_told(ended: Outcome) -> None:
    assert list(ending.complaints(ended, 10))


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("text", b"1 error.\n"),
        ("text", SOUND + b"\x1b[2J\n"),
        ("text", SOUND + "a\u202eb\n".encode()),
        ("text", SOUND + b"::stop-commands::x\n"),
        ("text", SOUND + b"##[error]x\n"),
        ("text", b"\xff"),
        ("github", b"::error title=x::y\n"),
        ("github", b"::error file=a.csv,title=cell-form%3A x::y\n::add-mask::x\n"),
        ("json", b'{"problems": []}'),
        ("json", b"{"),
        ("markdown", b"| `cell-form` |\n<script>\n"),
        ("markdown", b"| `cell-form` |\n@somebody\n"),
    ],
)
def test_bad_words_are_told(form: str, said: bytes) -> None:
    assert list(spoken.complaints(outcome(out=said), command(form)))


def test_markdown_inside_code_passes() -> None:
    said = b"| `cell-form` |\n\n````text\n<script> @x ```\n````\n"
    assert not list(spoken.complaints(outcome(out=said), command("markdown")))


def test_a_change_outside_the_output_is_told(tmp_path: Path) -> None:
    before = files.picture(tmp_path)
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "x").touch()
    assert not list(files.complaints(before, files.picture(tmp_path), "dist"))
    (tmp_path / "dist2").touch()
    assert len(list(files.complaints(before, files.picture(tmp_path), "dist"))) == 1


def test_a_lost_cell_and_a_second_change_are_told() -> None:
    before = {"datasets/x.csv": b"a,b\n1,2\n"}
    assert list(repaired.complaints(before, {"datasets/x.csv": b"a,b\n1,\n"}, {"datasets/x.csv": b"a,b\n1,\n"}))
    assert list(repaired.complaints(before, before, {"datasets/x.csv": b"a,b\n"}))
    assert list(repaired.complaints(before, {}, {}))
    assert not list(repaired.complaints(before, before, before))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of one page, one drawing and one table, and the checkout it was built from."""
    known = {(tag, name) for tag in ("html", "head", "title", "body", "p", "a", "svg", "text") for name in ("", "href", "id")}
    monkeypatch.setattr(published, "_vocabulary", lambda: (frozenset(known), frozenset()))
    served, data = tmp_path / "site", tmp_path / "datasets" / "reference"
    (served / "data" / "all").mkdir(parents=True)
    data.mkdir(parents=True)
    for folder in (served / "data" / "all", data):
        (folder / "units.csv").write_text("id\n=1+1\n", encoding="utf-8")
    with zipfile.ZipFile(served / "data" / "all.zip", "w") as archive:
        archive.writestr("units.csv", "id\n=1+1\n")
    (served / "x.json").write_text(json.dumps({"a": "\u202e"}), encoding="utf-8")
    return served


def page(site: Path, body: str) -> list[str]:
    (site / "index.html").write_text(f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>", encoding="utf-8")
    return list(published.complaints(site.parent, site))


def test_text_alone_passes(site: Path) -> None:
    assert page(site, '<p>&lt;script&gt;zlhostile&lt;/script&gt; <a href="https://x.example/?a=javascript:1">x</a></p>') == []


@pytest.mark.parametrize(
    "body",
    [
        "<script>zlhostile(1)</script>",
        "<p onclick=zlhostile()>x</p>",
        "<p style=color:red>x</p>",
        "<a href='java\tscript:zlhostile(1)'>x</a>",
        "<a href='//x.example'>x</a>",
        "<a href=data:text/html,x>x</a>",
        "<iframe></iframe>",
        "<svg><foreignObject><p>x</p></foreignObject></svg>",
        "<svg><text><script>1</script></text></svg>",
        "<zlhostile></zlhostile>",
        "<p class=x>x</p>",
        "<base href=x>",
    ],
)
def test_what_acts_is_told(site: Path, body: str) -> None:
    assert page(site, body)


def test_a_changed_cell_and_bad_json_are_told(site: Path) -> None:
    (site / "data" / "all" / "units.csv").write_text("id\n'=1+1\n", encoding="utf-8")
    assert len(page(site, "")) == 2
    (site / "x.json").write_text('{"a": NaN}', encoding="utf-8")
    assert len(page(site, "")) == 3
