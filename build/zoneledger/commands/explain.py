"""``zoneledger explain``: what a rule is for and how it is kept, without the site."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import click

from zoneledger.commands.terminal import lang_option
from zoneledger.problems import Rule, Text


@click.command("explain")
@lang_option
@click.argument("code", required=False)
def explain_command(code: str | None, lang: str) -> None:
    """讲解一条规则；不写规则名则列出全部。 Explain a rule; without a name, list them all."""
    from zoneledger.rulebook import RULES

    if code is None:
        for line in _listed(lang):
            click.echo(line)
        return
    if code not in RULES:
        near = difflib.get_close_matches(code, RULES, 1)
        asked = Text(f"；是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else Text("", "")
        message = Text(f"没有规则 {code}{asked.zh}", f"there is no rule {code}{asked.en}")
        raise click.UsageError(message.of(lang))
    for line in _explained(RULES[code], lang):
        click.echo(line)


def _listed(lang: str) -> Iterator[str]:
    from zoneledger.rulebook import STAGES

    for stage in STAGES:
        yield stage.title.of(lang)
        for rule in stage.rules:
            yield f"    {rule.code}: {rule.title.of(lang)}"


def _explained(rule: Rule, lang: str) -> Iterator[str]:
    from zoneledger.report import wording
    from zoneledger.report.text import one
    from zoneledger.rulebook import example, stage_of

    stage, found = stage_of(rule.code), example(rule)
    yield f"{rule.code}: {rule.title.of(lang)}"
    yield f"{wording.SEVERITY[rule.severity].of(lang)} · {stage.title.of(lang)}"
    if rule.why.of(lang):
        yield ""
        yield rule.why.of(lang)
    yield ""
    yield f"{wording.FIX.of(lang)}: {rule.tip.of(lang)}"
    if found is not None:
        yield ""
        yield Text("例（虚构的计划）：", "Example (an invented plan):").of(lang)
        yield from (f"    {line}" for line in one(found, lang))
