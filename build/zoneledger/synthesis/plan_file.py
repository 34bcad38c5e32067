"""``plan.yml`` of a synthetic plan, and how it and ``dataset.yml`` are written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from zoneledger.synthesis.draft import Draft
from zoneledger.synthesis.texts import Template

#: Said in every plan, so that nobody who sees one alone is misled.
NOTE = {
    "zh": "合成数据：由程序按已录计划的样式生成，只供测试；地名、单位和数字均非真实。",
    "en": "Synthetic data, made by a program after the manner of the plans entered, for tests only; no place, body or figure is real.",
    "basis": "coding",
}
_MARK = {"zh": "（合成）", "en": " (synthetic)"}
_FIRST, _LAST = "本文为合成数据，没有原文", "以上为合成数据，没有原文"


def content(draft: Draft) -> dict[str, Any]:
    """What the plan says of itself, with keys in the order of the curated files."""
    source = draft.pattern.content
    place = draft.city.place
    shift = draft.shift(draft.pattern)

    def fill(part: Any) -> Any:
        if isinstance(part, list):
            return [fill(entry) for entry in part]
        if isinstance(part, dict):
            made = {}
            for key, entry in part.items():
                english = key == "en"
                is_text = isinstance(entry, Template)
                made[key] = (
                    entry.fill(lambda blank, english=english: draft.name(blank, english, shift))
                    if is_text
                    else fill(entry)
                )
            return made
        return part

    found = {key: fill(part) for key, part in source.items()}
    number = draft.number + 1
    for key in ("title", "short_title", "summary"):
        found[key] = {lang: f"{text}{_MARK[lang]}" for lang, text in found[key].items()}
    found["short_title"] = {lang: f"{text} {number:05d}" for lang, text in found["short_title"].items()}
    found |= {
        "id": draft.id,
        "issuers": [{"zh": f"{place.name_zh}人民政府", "en": f"{place.name_en} People's Government"}],
        "jurisdiction": place.code,
        "source": {
            "file": f"{draft.id}.txt",
            "sha256": sha256(draft.id.encode()).hexdigest(),
            "first_words": _FIRST,
            "last_words": _LAST,
        },
        "notes": [*(_without_url(note) for note in found.get("notes", [])), NOTE],
        "status": _status(draft),
    }
    if "doc_number" in found:
        found["doc_number"] = f"示例发〔{draft.first}〕{number}号"
    if "zone" in found:
        found["zone"] = draft.zone_id
    if "official_url" in found:
        found["official_url"] = f"https://example.org/{draft.id}"
    if draft.last:
        found["period"] = f"{draft.first}/{draft.last}"
    found |= {key: shift.date(found[key]) for key in ("issued_on", "published_on") if key in found}
    return found


def _without_url(note: dict[str, str]) -> dict[str, str]:
    return {key: "https://example.org/note" if key == "url" else text for key, text in note.items()}


def _status(draft: Draft) -> str:
    if not draft.last:
        return "unknown"
    return "expired" if draft.last < int(draft.model.as_of[:4]) else "in_force"


def yaml_text(content: dict[str, Any]) -> str:
    """A nested structure of texts as YAML: blocks, every text in double quotes."""
    return "\n".join(_lines(content)) + "\n"


def _lines(content: Any, depth: int = 0) -> Iterator[str]:
    pad = "  " * depth
    for key, part in content.items():
        if isinstance(part, dict):
            yield f"{pad}{key}:"
            yield from _lines(part, depth + 1)
        elif isinstance(part, list):
            yield f"{pad}{key}:"
            for entry in part:
                if isinstance(entry, dict):
                    first, *rest = _lines(entry, depth + 2)
                    yield f"{pad}  - {first.strip()}"
                    yield from rest
                else:
                    yield f"{pad}  - {json.dumps(entry, ensure_ascii=False)}"
        else:
            yield f"{pad}{key}: {json.dumps(part, ensure_ascii=False)}"
