"""The command ``zoneledger``: check, audit, build, serve."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from zoneledger import __version__
from zoneledger.layout import Layout, is_checkout
from zoneledger.problems import Report, Text

OK, PROBLEMS, WRONG_USE = 0, 1, 2


def default_language() -> str:
    """``zh`` where the environment asks for Chinese or says nothing, else ``en``."""
    asked = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "zh")
    return "en" if asked.lower().startswith("en") else "zh"


def _root(_context: click.Context, _parameter: click.Parameter, value: Path) -> Path:
    root = value.resolve()
    if not is_checkout(root):
        raise click.BadParameter(f"{value} 中没有 datasets/ 与 schemas/ / has no datasets/ and schemas/")
    return root


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    callback=_root,
    help="仓库的顶层文件夹，默认当前文件夹。 The checkout's top folder; the current one by default.",
)
lang_option = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default=default_language,
    help="消息的语言，默认取自环境。 Language of messages; from the environment by default.",
)


def show(report: Report, lang: str) -> None:
    """Prints a report to standard output."""
    from zoneledger import report as text

    for line in text.lines(report, lang):
        click.echo(line)


def progress(message: str) -> None:
    """Says on standard error what is being done."""
    click.echo(message, err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """开发区目标责任台账：检查数据、核对原文、生成网站与数据包。

    ZoneLedger: checks the data, proves it against the sources, builds the site and its downloads.

    \b
    zoneledger check                      检查 datasets/    check the data
    zoneledger audit --sources DIR        与原文核对        prove every anchor in the sources
    zoneledger build                      生成 dist/        build the site and the downloads
    zoneledger serve                      本机预览          build, show on localhost, rebuild on change

    \b
    退出码 Exit codes: 0 正常 ok · 1 数据有问题 problems in the data · 2 用法不对 wrong use
    """


@main.command("check")
@root_option
@lang_option
def check_command(root: Path, lang: str) -> None:
    """检查数据。 Check every table against its schema and the rules beyond it."""
    from zoneledger import check

    _, report = check.run(root)
    show(report, lang)
    sys.exit(OK if report.ok else PROBLEMS)


@main.command("audit")
@root_option
@lang_option
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="存放来源文本的文件夹。 The folder that holds the source texts.",
)
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
def audit_command(root: Path, lang: str, sources: Path, plans: tuple[str, ...], **flags: bool) -> None:
    """与原文核对。 Find every anchor, figure and duty in the source texts and write receipts."""
    from zoneledger import audit, check
    from zoneledger.audit import faults

    if flags["open"]:
        _list_open(root, sources, plans)
        return
    catalogue, report = check.run(root)
    if catalogue is None or not report.ok:
        show(report, lang)
        click.echo(
            Text("与原文的核对尚未进行：请先改正以上错误。", "Not audited yet: mend the errors above first.").of(lang)
        )
        sys.exit(PROBLEMS)
    unknown = [plan for plan in plans if plan not in catalogue.plan_files]
    if unknown:
        raise click.BadParameter(", ".join(unknown), param_hint="--plan")
    result = audit.run(catalogue, sources, plans or None)
    show(result.report, lang)
    if flags["faults"]:
        result = faults.measured(result, [faults.run(catalogue, sources, plan_id) for plan_id in sorted(result.proved)])
    for plan_id, receipt in result.receipts.items():
        progress(f"{plan_id}: {receipt.summary}")
    if not flags["dry_run"]:
        audit.write_receipts(result, Layout(root))
    sys.exit(OK if result.report.ok else PROBLEMS)


def _list_open(root: Path, sources: Path, plans: tuple[str, ...]) -> None:
    """Prints the open figures of plans, each with the line of exclusions.csv that would name it and the words around it."""
    from zoneledger import audit
    from zoneledger.catalogue import load

    catalogue = load(root)
    left = 0
    for plan_id in plans or catalogue.plan_files:
        try:
            found = audit.open_figures(catalogue, sources, plan_id)
        except (KeyError, ValueError) as error:
            raise click.UsageError(f"{plan_id}: {error}") from error
        left += len(found)
        for figure in found:
            click.echo(f"{plan_id}\t{figure.line}\t{figure.fragment}")
    progress(f"{left}")
    sys.exit(PROBLEMS if left else OK)


@main.command("build")
@root_option
@lang_option
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="输出文件夹，默认 dist/。 Output; dist/ by default."
)
def build_command(root: Path, lang: str, out: Path | None) -> None:
    """生成网站与数据包。 Check, then build the site and the downloads into dist/."""
    from zoneledger import build
    from zoneledger.site.markdown import RenderError

    try:
        report = build.run(root, out or Layout(root).dist, lambda text: progress(text.of(lang)))
    except RenderError as error:
        click.echo(str(error))
        progress("dist/ 未改动 / dist/ is unchanged")
        sys.exit(PROBLEMS)
    if not report.ok:
        show(report, lang)
        progress("dist/ 未改动 / dist/ is unchanged")
    sys.exit(OK if report.ok else PROBLEMS)


@main.command("serve")
@root_option
@lang_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="端口。 Port.")
def serve_command(root: Path, lang: str, port: int) -> None:
    """本机预览。 Build, open on localhost, and rebuild when something changes."""
    from zoneledger import serve

    serve.run(root, port, lang)
