"""``zoneledger fix``: data files into their canonical form, what is certain repaired, the rest explained."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zoneledger.commands.terminal import (
    OK,
    PROBLEMS,
    lang_option,
    names_argument,
    require_schemas,
    root_option,
    selected,
)
from zoneledger.layout import Layout
from zoneledger.problems import Text

if TYPE_CHECKING:
    from zoneledger.fix import Outcome, Repair

SHOWN_OF_A_KIND = 20


@click.command("fix")
@root_option
@lang_option
@click.option(
    "--check",
    "--dry-run",
    "dry",
    is_flag=True,
    help="只说会改什么，不写文件；有要改的就以 1 退出。 Say what would change, write nothing; exit with 1 if anything would.",
)
@click.option(
    "--restore",
    "columns",
    multiple=True,
    metavar="COLUMN",
    help="该列中已空或无法复原的单元格取上次提交的值，可重复。"
    " Take the committed value where this column lost its own; may be repeated.",
)
@names_argument
def fix_command(root: Path, lang: str, dry: bool, columns: tuple[str, ...], names: tuple[str, ...]) -> None:
    """整理并修复数据文件。 Put data files into canonical form; repair what is certain, explain what is not.

    不写文件名就处理全部数据。被 Excel 改坏的编码、换行、分隔符、日期、数字和布尔值，能断定的改回，不能断定的说明原因。

    Without names, all data. Encodings, line ends, separators, dates, numbers and booleans that a spreadsheet
    rewrote are put right where that is certain, and explained where it is not.
    """
    from zoneledger import fix
    require_schemas(root, lang)
    layout = Layout(root)
    selection = selected(root, names, lang)
    _refuse_unknown(layout, columns, lang)
    human = written = 0
    for outcome in fix.repaired(layout, selection.files, frozenset(columns)):
        if outcome.changed and not dry:
            try:
                fix.write(outcome)
            except OSError as error:
                raise click.FileError(outcome.file, str(error)) from error
        written += outcome.changed
        human += len(outcome.left)
        for line in _told(outcome, lang, dry):
            click.echo(line)
    click.echo(_summary(written, human, dry).of(lang))
    sys.exit(PROBLEMS if human or (dry and written) else OK)


def _refuse_unknown(layout: Layout, columns: tuple[str, ...], lang: str) -> None:
    from zoneledger.catalogue import load_schemas

    known = {name for schema in load_schemas(layout.schemas).values() for name in schema.columns}
    unknown = [column for column in columns if column not in known]
    if unknown:
        message = Text(f"没有 {', '.join(unknown)} 这一列", f"no table has a column {', '.join(unknown)}")
        raise click.BadParameter(message.of(lang), param_hint="--restore")


def _told(outcome: Outcome, lang: str, dry: bool) -> Iterator[str]:
    """What was done to one file, line by line, then what is left; beyond twenty of a kind their number."""
    from zoneledger.report import text

    shown: Counter[str] = Counter()
    for repair in sorted(outcome.repairs, key=lambda repair: repair.place.line):
        shown[repair.rule.code] += 1
        if shown[repair.rule.code] <= SHOWN_OF_A_KIND:
            yield _repair(repair, lang, dry)
    for code, count in sorted(shown.items()):
        if count > SHOWN_OF_A_KIND:
            more = count - SHOWN_OF_A_KIND
            yield Text(f"……另有 {more} 处 {code}，同样处理。", f"… and {more} more of {code}, treated alike.").of(lang)
    for problem in outcome.left:
        yield from text.one(problem, lang)


def _repair(repair: Repair, lang: str, dry: bool) -> str:
    from zoneledger.report.printable import safe, visible

    place = repair.place
    where = ":".join(filter(None, [place.file, str(place.line) if place.line else "", place.column]))
    done = (Text("可修复", "to fix") if dry else Text("已修复", "fixed")).of(lang)
    change = f"{safe(repair.before, lang)} → {safe(repair.after, lang)}" if repair.before or repair.after else ""
    said = " ".join(filter(None, [change, repair.message.of(lang)])) or repair.rule.title.of(lang)
    return f"{visible(where)} {done} [{repair.rule.code}] {said}"


def _summary(written: int, human: int, dry: bool) -> Text:
    files = f"{written} file{'s' * (written != 1)}"
    done = Text(f"会改写 {written} 个文件", f"{files} would change") if dry else Text(f"改写 {written} 个文件", f"{files} fixed")
    return Text(f"{done.zh}，{human} 处待人处理。", f"{done.en}, {human} left for you.")
