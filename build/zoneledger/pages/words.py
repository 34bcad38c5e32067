"""Interface words, ``site/theme/words/{zh,en}.yml``; words of tables, columns and values come from the schemas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Words = dict[str, Any]


def load_words(folder: Path) -> dict[str, Words]:
    """The interface words by language.

    Args:
        folder: holds ``zh.yml`` and ``en.yml``.

    Raises:
        ValueError: one language lacks a word that the other has.
    """
    words = {lang: yaml.safe_load((folder / f"{lang}.yml").read_text(encoding="utf-8")) for lang in ("zh", "en")}
    missing = keys(words["zh"]) ^ keys(words["en"])
    if missing:
        raise ValueError(f"words in one language only: {', '.join(sorted(missing))}")
    return words


def keys(words: Words, prefix: str = "") -> set[str]:
    """Every word's name, the levels joined by dots."""
    found: set[str] = set()
    for name, value in words.items():
        found |= keys(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name}
    return found
