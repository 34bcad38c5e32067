"""The comment's part on what the check found wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from zoneledger.problems import Text
from zoneledger.review.addresses import Addresses, link
from zoneledger.review.markdown import code, prose

MOST_SHOWN = 40

_SEVERITY = {"error": Text("错误", "Error"), "warning": Text("提醒", "Warning")}
_DETAILS = {"allowed": Text("允许", "Allowed"), "fix": Text("改法", "Fix")}


def headline(content: dict[str, Any], lang: str) -> str:
    """How much was found, in a few words."""
    errors, warnings = int(content["errors"]), int(content["warnings"])
    if not errors and not warnings:
        return Text("数据检查通过", "The data pass every check").of(lang)
    en = f"Data check: {errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
    return Text(f"数据检查：{errors} 个错误，{warnings} 个提醒", en).of(lang)


def items(content: dict[str, Any], addresses: Addresses, lang: str) -> Iterator[str]:
    """One list item for each problem, errors first; the first of every kind come before any second is listed.

    Args:
        content: problems.json, validated; every text in it is untrusted.
        addresses: where links lead.
        lang: ``zh`` or ``en``.
    """
    seen: Counter[str] = Counter()
    ranked = []
    for index, problem in enumerate(content["problems"]):
        ranked.append((problem["severity"], seen[problem["code"]], index))
        seen[problem["code"]] += 1
    # "error" sorts before "warning".
    for _, index in sorted((severity, index) for severity, _, index in sorted(ranked)[:MOST_SHOWN]):
        yield "\n".join(_lines(content["problems"][index], addresses, lang))


def left_out(content: dict[str, Any]) -> int:
    """How many problems ``items`` passes over, those that the check itself did not list included."""
    counted = int(content["errors"]) + int(content["warnings"])
    return max(0, max(counted, len(content["problems"])) - MOST_SHOWN)


def _lines(problem: dict[str, Any], addresses: Addresses, lang: str) -> Iterator[str]:
    file, line, column = problem["file"], int(problem["line"]), problem.get("column", "")
    place = link(code(f"{file}:{line}" if line else file), addresses.line(file, line))
    rule = link(code(problem["code"], 60), addresses.rule(problem["code"], lang))
    head = [f"**{_SEVERITY[problem['severity']].of(lang)}**", rule, place, code(column, 60) if column else ""]
    yield "- " + " ".join(filter(None, head))
    yield "  " + prose(problem["message"][lang])
    if problem.get("value"):
        yield f"  {Text('值', 'Value').of(lang)}{Text('：', ': ').of(lang)}{code(problem['value'])}"
    for key, word in _DETAILS.items():
        told = problem.get(key, {}).get(lang, "")
        if told.strip():
            yield f"  {word.of(lang)}{Text('：', ': ').of(lang)}{prose(told)}"
