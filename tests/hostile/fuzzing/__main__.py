"""Spoils checkouts and prints what the commands made of them: ``scripts/fuzz``."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import click

from fuzzing import speed
from fuzzing.campaign import Campaign, Verdict
from fuzzing.mutators import MUTATORS
from fuzzing.oracles import published

#: So many failing inputs are shown; their number is always told.
_SHOWN = 40


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--count", default=1000, show_default=True, help="输入的数目。 How many inputs.")
@click.option("--seed", default=Campaign.seed, show_default=True, help="随机种子。 The same seed makes the same inputs.")
@click.option("--builds", default=Campaign.builds, show_default=True, help="每多少个输入完整生成一次。 One whole build in so many; 0: none.")
@click.option("--only", type=click.Choice(list(MUTATORS)), default=None, help="只用这一种。 Only this kind.")
@click.option("--jobs", default=os.cpu_count() or 1, show_default=True, help="同时几个进程。 How many at a time.")
@click.option("--case", "number", type=int, help="只重现这一个输入并显示输出。 Only this input, with all that is printed.")
def main(only: str | None, number: int | None, **numbers: int) -> None:
    """随机破坏一份小数据集，看各命令是否都能从容应对。

    Spoils a small checkout at random and sees whether every command bears it.

    \b
    退出码 Exit codes: 0 全部经受住 all is borne · 1 有经不住的 something is not · 2 用法不对 wrong use
    """
    campaign = Campaign(numbers["seed"], numbers["builds"], only or "")
    speed.warm()
    if number is not None:
        sys.exit(_one(campaign, number))
    if campaign.builds:
        published.learn()
    began = time.monotonic()
    with ProcessPoolExecutor(numbers["jobs"], mp_context=get_context("fork")) as pool:
        verdicts = []
        for verdict in pool.map(campaign.judge, range(numbers["count"]), chunksize=4):
            verdicts.append(verdict)
            if verdict.complaints:
                click.echo(f"{verdict.number}: {verdict.kind}: {verdict.command}: {'; '.join(verdict.complaints)}", err=True)
            if len(verdicts) % 500 == 0:
                click.echo(f"{len(verdicts)} …", err=True)
    for line in lines(verdicts, campaign):
        click.echo(line)
    used = sum(verdict.outcome.cpu for verdict in verdicts)
    click.echo(f"CPU {used:.0f} s ({used / max(1, len(verdicts)):.3f} s each), {time.monotonic() - began:.0f} s by the clock, seed {campaign.seed}")
    sys.exit(any(verdict.complaints for verdict in verdicts))


def lines(verdicts: list[Verdict], campaign: Campaign) -> Iterator[str]:
    """A table by kind of input, then every failing input with how to reproduce it."""
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups["(combined)" if " + " in verdict.kind else verdict.kind].append(verdict)
    yield f"{'kind':<18}{'inputs':>8}{'exit 0':>8}{'exit 1':>8}{'exit 2':>8}{'failing':>9}{'CPU max':>9}{'MiB max':>9}"
    for name, group in [*sorted(groups.items()), ("total", verdicts)]:
        codes = Counter(verdict.outcome.code for verdict in group)
        failing = sum(bool(verdict.complaints) for verdict in group)
        cpu, memory = (max((getattr(verdict.outcome, what) for verdict in group), default=0) for what in ("cpu", "memory"))
        yield f"{name:<18}{len(group):>8}{codes[0]:>8}{codes[1]:>8}{codes[2]:>8}{failing:>9}{cpu:>8.1f}s{memory:>9.0f}"
    failing_inputs = [verdict for verdict in verdicts if verdict.complaints]
    for verdict in failing_inputs[:_SHOWN]:
        yield ""
        yield f"{verdict.number}: {verdict.kind}: {verdict.command}"
        yield from (f"    {note}" for note in verdict.notes)
        yield from (f"  ! {complaint}" for complaint in verdict.complaints)
        only = f" --only '{campaign.only}'" if campaign.only else ""
        yield f"  scripts/fuzz --seed {campaign.seed} --builds {campaign.builds}{only} --case {verdict.number}"
    if len(failing_inputs) > _SHOWN:
        yield f"… {len(failing_inputs) - _SHOWN} more"


def _one(campaign: Campaign, number: int) -> int:
    verdict = campaign.judge(number)
    for line in lines([verdict], campaign):
        click.echo(line)
    for name, printed in (("out", verdict.outcome.out), ("err", verdict.outcome.err)):
        click.echo(f"--- {name}")
        click.echo(printed.decode("utf-8", "backslashreplace")[-6000:])
    return int(bool(verdict.complaints))


if __name__ == "__main__":
    main()
