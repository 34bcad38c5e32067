"""What checking and building cost at several sizes: ``python -m zoneledger.commands.bench``."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import click

from zoneledger.bench import checkouts, table
from zoneledger.bench.facts import facts
from zoneledger.bench.measured import MEASURED, Measured
from zoneledger.bench.measuring import Measuring
from zoneledger.bench.record import Record
from zoneledger.commands.terminal import OK, PROBLEMS, lang_option, progress, root_option
from zoneledger.layout import Layout
from zoneledger.problems import Text
from zoneledger.synthesis.names import MAX_PLANS

NAMES = tuple(measured.NAME for measured in MEASURED)
#: Ten thousand plans take long: they are measured on request.
SIZES = (100, 1_000)


def _chosen(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[Measured, ...]:
    names = [name.strip() for name in value.split(",")] if value else list(NAMES)
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        known = ", ".join(NAMES)
        raise click.BadParameter(f"没有 {', '.join(unknown)}；有 {known} / no {', '.join(unknown)}; there are {known}")
    return tuple(measured for measured in MEASURED if measured.NAME in names)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("plans", nargs=-1, type=click.IntRange(1, MAX_PLANS))
@root_option
@lang_option
@click.option(
    "--only",
    callback=_chosen,
    default="",
    metavar="NAME,…",
    help=f"只量这几项：{'、'.join(NAMES)}。 Measure these things alone.",
)
@click.option(
    "--json",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="结果另存为 JSON；一边量一边写。 Write the figures there as well, as they are found.",
)
@click.option(
    "--add", is_flag=True, help="保留 JSON 文件里已有的数。 Keep the figures that the JSON file holds already."
)
@click.option(
    "--verify",
    is_flag=True,
    help="每改一处之后，与从零生成逐个文件比较。 Compare each incremental build with a full one.",
)
@click.option("--keep", is_flag=True, help="保留 dist/bench/ 里的数据与网站。 Keep the data and sites in dist/bench/.")
def main(
    plans: tuple[int, ...], root: Path, lang: str, only: tuple[Measured, ...], file: Path | None, **flags: bool
) -> None:
    """量出检查与生成网站要多少 CPU 和内存，与承诺并列。PLANS 是计划数，默认为本仓库的份数、100 和 1000。

    Measures what checking and building cost, beside what is promised. PLANS are numbers of plans; by default as many as
    this checkout holds, 100 and 1000. The checkout's own number measures a copy of it, any other plans made up by
    scripts/synthesize.

    \b
    退出码 Exit codes: 0 已量完 all measured · 1 有的没量成 something could not be measured · 2 用法不对 wrong use
    """

    def tell(message: Text) -> None:
        progress(message, lang)

    def found() -> None:
        if file is not None:
            record.write(file)

    # ended from outside, it ends what it started, as it does after Ctrl+C
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    record = _record(root, file, flags["add"])
    measuring = Measuring(only, record, tell, found, flags["verify"])
    whole = True
    for count in sorted(set(plans or (checkouts.own_plans(root), *SIZES))):
        folder = Layout(root).dist / "bench" / str(count)
        try:
            whole &= measuring.size(root, count, folder)
        finally:
            if not flags["keep"]:
                checkouts.remove(folder)
    for line in table.lines(record, lang):
        click.echo(line)
    sys.exit(OK if whole else PROBLEMS)


def _record(root: Path, file: Path | None, add: bool) -> Record:
    """An empty record, or the one that is to be added to.

    Raises:
        click.BadParameter: it was measured on other code or another machine.
    """
    record = Record(facts(root))
    if not add:
        return record
    if file is None or not file.is_file():
        raise click.BadParameter(
            "要与 --json 合用，文件须已存在 / needs --json with a file that exists", param_hint="--add"
        )
    try:
        there = Record.read(file)
    except ValueError as error:
        raise click.BadParameter(
            f"{file.name} 不是本命令写的 / was not written by this command", param_hint="--json"
        ) from error
    if not there.same_setting(record):
        raise click.BadParameter(
            "那些数是在别的代码或别的机器上量的，不能放在一起 / those figures come from other code or another machine",
            param_hint="--add",
        )
    return there


if __name__ == "__main__":
    main()
