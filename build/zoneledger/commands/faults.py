"""Plants faults and prints how many the audit catches: ``python -m zoneledger.commands.faults``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from zoneledger.audit import faults
from zoneledger.audit.faults import Dose, PlanRun
from zoneledger.audit.faults.names import NAMES
from zoneledger.catalogue import load
from zoneledger.commands.terminal import OK, PROBLEMS, lang_option, progress, root_option
from zoneledger.problems import Text

HEAD = Text("种类\t埋设\t发现\t比例", "kind\tplanted\tcaught\trate")
TOTAL = Text("合计", "total")
UNEXPLAINED = Text("未能解释", "unexplained")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@root_option
@lang_option
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="存放来源文本的文件夹。 The folder that holds the source texts.",
)
@click.option("--plan", "plans", multiple=True, help="只查该计划，可重复。 Only this plan; may be repeated.")
@click.option("--seed", default=Dose.seed, show_default=True, help="随机种子，相同则埋设相同。 The same seed plants the same faults.")
@click.option("--figures", default=Dose.figures, show_default=True, help="每个计划插入多少个数字。 Figures put into each text.")
@click.option("--cells", default=Dose.cells, show_default=True, help="每个计划改动多少处表格。 Slips put into each plan's tables.")
def main(root: Path, lang: str, sources: Path, plans: tuple[str, ...], **numbers: int) -> None:
    """用埋设的错误检验核对：在内存中的副本里插入数字、改动表格，看核对能发现多少。

    Tests the audit by faults: puts figures into the texts and slips into the tables, in memory, and counts what it catches.

    \b
    退出码 Exit codes: 0 插入的数字全部发现、改动发现 99% 以上且其余都有解释 all figures and 99 % of the slips caught, the rest explained
                      1 否则 otherwise · 2 用法不对 wrong use
    """
    catalogue = load(root)
    unknown = [plan for plan in plans if plan not in catalogue.plan_files]
    if unknown:
        raise click.BadParameter(", ".join(unknown), param_hint="--plan")
    runs = []
    for plan_id in plans or catalogue.plan_files:
        progress(plan_id)
        try:
            runs.append(faults.run(catalogue, sources, plan_id, Dose(**numbers)))
        except ValueError as error:
            click.echo(str(error))
            sys.exit(PROBLEMS)
    for line in lines(runs, lang):
        click.echo(line)
    sys.exit(OK if all(run.good for run in runs) else PROBLEMS)


def lines(runs: list[PlanRun], lang: str) -> Iterator[str]:
    """The result as text: a table by kind with its total, then each fault that was missed, with the reason."""
    planted: Counter[str] = sum((Counter(run.summary.planted) for run in runs), Counter())
    caught: Counter[str] = sum((Counter(run.summary.caught) for run in runs), Counter())
    yield HEAD.of(lang)
    for kind in planted:
        yield _line(NAMES[kind] if lang == "zh" else kind, planted[kind], caught[kind])
    yield _line(TOTAL.of(lang), planted.total(), caught.total())
    for run in runs:
        for miss in run.misses:
            yield f"{run.plan_id}: {miss.fault}: {(miss.reason or UNEXPLAINED).of(lang)}"


def _line(name: str, planted: int, caught: int) -> str:
    return f"{name}\t{planted}\t{caught}\t{caught / planted:.2%}"


if __name__ == "__main__":
    main()
