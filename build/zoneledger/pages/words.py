"""Interface words, ``site/theme/words/{zh,en}.yml``; words of tables, columns and values come from the schemas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Words = dict[str, Any]
#: Safe loading in C, where it is there: a tenth of a second less at every start.
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def load_words(folder: Path) -> dict[str, Words]:
    """The interface words by language.

    Args:
        folder: holds ``zh.yml`` and ``en.yml``.

    Raises:
        ValueError: one language lacks a word that the other has.
    """
    read = {lang: (folder / f"{lang}.yml").read_text(encoding="utf-8") for lang in ("zh", "en")}
    words = {lang: yaml.load(text, _LOADER) for lang, text in read.items()}  # noqa: S506
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
