"""``zoneledger new-plan``: a plan's folder with headers and a filled ``plan.yml``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from zoneledger.commands.terminal import OK, PROBLEMS, WRONG_USE, lang_option, root_option, show
from zoneledger.layout import Layout
from zoneledger.problems import Report, Text

#: The keys of plan.yml that have an option, and whether it may be repeated; what they allow, the schema says.
#: The tests hold this list against the schema.
KEYS = {
    "title.zh": False,
    "title.en": False,
    "short_title.zh": False,
    "short_title.en": False,
    "summary.zh": False,
    "summary.en": False,
    "doc_number": False,
    "issuers.zh": True,
    "issuers.en": True,
    "issuers_basis": False,
    "issued_on": False,
    "published_on": False,
    "jurisdiction": False,
    "zone": False,
    "period": False,
    "source.first_words": False,
    "source.last_words": False,
    "official_url": False,
    "completeness": True,
    "script": False,
    "status": False,
}


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for key, multiple in reversed(KEYS.items()):
        name = "--" + key.replace(".", "-").replace("_", "-")
        shown = f"plan.yml: {key}" + ("，可重复；may be repeated" if multiple else "")
        command = click.option(name, key.replace(".", "_"), multiple=multiple, help=shown)(command)
    return command


@click.command("new-plan")
@click.argument("plan_id", required=False, metavar="[ID]")
@root_option
@lang_option
@click.option(
    "--source",
    type=click.Path(path_type=Path),
    help="来源文本，UTF-8 纯文本。 The source text, plain text in UTF-8.",
)
@click.option("--yes", is_flag=True, help="不提问，没给的取默认值。 Ask nothing; take the defaults.")
@_options
def new_plan_command(
    plan_id: str | None, root: Path, lang: str, source: Path | None, yes: bool, **options: str | tuple[str, ...] | None
) -> None:
    """新建一份计划。 Begin a plan: its folder, the headers and a filled plan.yml.

    缺什么就问什么；必填的都用选项给出，或没有终端时，不提问。
    Asks for what is missing; asks nothing where every required option is given, or where there is no terminal.
    """
    from zoneledger import check, new_plan
    from zoneledger.catalogue import load
    from zoneledger.check import descriptors
    from zoneledger.new_plan.closing import lines
    from zoneledger.new_plan.interview import Interview

    broken = Report.of(descriptors.lint(Layout(root).schemas))
    if not broken.ok:
        show(broken, lang)
        sys.exit(PROBLEMS)
    catalogue = load(root)
    interview = None if yes or not at_a_terminal() else Interview(catalogue, lang)
    given = {key: _listed(options[key.replace(".", "_")]) for key in KEYS}
    try:
        made = new_plan.make(catalogue, plan_id, source, given, interview)
    except new_plan.Refused as refused:
        for message in (*refused.messages, Text("没有写入任何文件。", "Nothing was written.")):
            click.echo(message.of(lang), err=True)
        sys.exit(WRONG_USE)
    _, report = check.run(root)
    own = Report.of(problem for problem in report.problems if problem.place.file.startswith(made.places))
    if own.problems:
        show(own, lang)
    for line in lines(catalogue, made, own, lang):
        click.echo(line)
    sys.exit(OK)


def at_a_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def _listed(value: str | tuple[str, ...] | None) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)
