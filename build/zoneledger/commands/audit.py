"""``zoneledger audit``: the data against the source texts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zoneledger.commands.terminal import (
    OK,
    PROBLEMS,
    format_option,
    lang_option,
    progress,
    require_schemas,
    root_option,
    show,
)
from zoneledger.layout import Layout
from zoneledger.problems import Report, Text


@click.command("audit")
@root_option
@lang_option
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="存放来源文本的文件夹。 The folder that holds the source texts.",
)
@format_option
@click.option("--plan", "plans", multiple=True, help="只核对该计划，可重复。 Only this plan; may be repeated.")
@click.option("--dry-run", is_flag=True, help="不写回执。 Write no receipts.")
@click.option(
    "--open", is_flag=True, help="只列出尚未录入或排除的数字。 Only list the figures neither in a row nor excluded."
)
@click.option(
    "--faults",
    is_flag=True,
    help="另埋设错误检验，比例写入回执。 Also plant faults; receipts record how many are caught.",
)
def audit_command(root: Path, lang: str, sources: Path, plans: tuple[str, ...], form: str, **flags: bool) -> None:
    """与原文核对。 Find every anchor, figure and duty in the source texts and write receipts."""
    from zoneledger import audit, check
    from zoneledger.audit import faults

    if flags["open"]:
        _list_open(root, lang, sources, plans)
        return
    catalogue, report = check.run(root)
    if catalogue is None or not report.ok:
        show(report, lang, root, form, as_of=catalogue.as_of if catalogue else "")
        progress(
            Text("与原文的核对尚未进行：请先改正以上错误。", "Not audited yet: mend the errors above first."), lang
        )
        sys.exit(PROBLEMS)
    unknown = [plan for plan in plans if plan not in catalogue.plan_files]
    if unknown:
        raise click.BadParameter(", ".join(unknown), param_hint="--plan")
    result = audit.run(catalogue, sources, plans or None)
    show(result.report, lang, root, form, as_of=catalogue.as_of)
    if flags["faults"]:
        result = faults.measured(result, [faults.run(catalogue, sources, plan_id) for plan_id in sorted(result.proved)])
    for plan_id, receipt in result.receipts.items():
        progress(Text(f"{plan_id}：核到出处 {receipt.summary}", f"{plan_id}: anchors found {receipt.summary}"), lang)
    if not flags["dry_run"]:
        audit.write_receipts(result, Layout(root))
    sys.exit(OK if result.report.ok else PROBLEMS)


def _list_open(root: Path, lang: str, sources: Path, plans: tuple[str, ...]) -> None:
    """Prints the open figures of plans, each with the line of exclusions.csv that would name it and the words around it."""
    from zoneledger import audit
    from zoneledger.catalogue import load

    require_schemas(root, lang)
    catalogue = load(root)
    # Rows may be unfinished here, but what cannot be read at all would make every figure of it look open.
    unread = Report.of(catalogue.problems)
    if not unread.ok:
        show(unread, lang, root)
        sys.exit(PROBLEMS)
    left = 0
    for plan_id in plans or catalogue.plan_files:
        try:
            found = audit.open_figures(catalogue, sources, plan_id)
        except (KeyError, ValueError) as error:
            raise click.UsageError(f"{plan_id}: {error}") from error
        left += len(found)
        for figure in found:
            click.echo(f"{plan_id}\t{figure.line}\t{figure.fragment}")
    if left:
        columns = Text(
            "每行三段，以制表符隔开：计划；可以原样贴进 exclusions.csv 的一行；原文的上下文。",
            "Each line, parted by tabs: the plan; a row that may be pasted into exclusions.csv; the words around it.",
        )
        progress(columns, lang)
    progress(Text(f"还没有着落的数字：{left}", f"Figures not yet accounted for: {left}"), lang)
    sys.exit(PROBLEMS if left else OK)
