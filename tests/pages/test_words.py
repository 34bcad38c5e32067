"""Interface words: the same in both languages, none unused, none missing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from zoneledger.pages.words import keys, load_words


def test_each_word_stands_in_both_languages(root: Path, tmp_path: Path) -> None:
    folder = root / "site" / "theme" / "words"
    assert load_words(folder)["zh"]["home"]["by_plan"] == "各计划"
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    english = tmp_path / "en.yml"
    english.write_text(english.read_text(encoding="utf-8").replace("  by_plan: The plans\n", ""), encoding="utf-8")
    with pytest.raises(ValueError, match=r"home\.by_plan"):
        load_words(tmp_path)


def test_placeholders_agree(root: Path) -> None:
    words = load_words(root / "site" / "theme" / "words")
    for name in keys(words["zh"]):
        zh, en = (lookup(words[lang], name) for lang in ("zh", "en"))
        # A sentence may leave a figure to its badge; it may never name one the program does not fill in.
        assert set(re.findall(r"\{(\w+)\}", zh)) == set(re.findall(r"\{(\w+)\}", en)), name


def test_no_word_is_unused(root: Path) -> None:
    theme = root / "site" / "theme"
    sources = [*(theme / "templates").rglob("*.html"), *(root / "build" / "zoneledger" / "pages").glob("*.py")]
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    for name in keys(load_words(theme / "words")["zh"]):
        group, _, last = name.rpartition(".")
        table = group in ("dictionary.groups", "dictionary.types", "oddities.meanings")
        used = table or f"w.{name}" in text or f'words["{last}"]' in text
        assert used, name


def lookup(words: dict[str, object], name: str) -> str:
    found: object = words
    for part in name.split("."):
        assert isinstance(found, dict)
        found = found[part]
    return str(found)
