"""``zoneledger check``: the whole command and its judging alone, each against Frictionless; the rules, the second time."""

from __future__ import annotations

import json
from collections.abc import Iterator

from zoneledger.bench.figure import COUNT, HUNDREDTHS, MEBIBYTES, RATIO, SECONDS, Figure, Promise
from zoneledger.bench.run import Run
from zoneledger.problems import Text

NAME = "check"
TITLE = Text("检查", "Checking")
#: A million rows stand in about so many plans.
_MILLION_ROWS = 3_125
#: Bare Frictionless sets up far more than it judges where plans are fewer: the difference would be noise.
_ENOUGH = 50
FIGURES: tuple[Figure, ...] = (
    Figure("screen_cpu", Text("检查全部表格，CPU", "Checking every table, CPU"), SECONDS),
    Figure(
        "screen_peak",
        Text("检查时内存最多", "Most memory while checking"),
        MEBIBYTES,
        (Promise(1536, most=_MILLION_ROWS),),
    ),
    Figure("rows_per_second", Text("每 CPU 秒检查行数", "Rows checked a CPU second"), COUNT),
    Figure("judging_cpu", Text("只判单元格与键，CPU", "Judging cells and keys alone, CPU"), HUNDREDTHS),
    Figure(
        "judging_frictionless_cpu",
        Text("只判单元格与键，改用 Frictionless，CPU", "Judging alone, with Frictionless, CPU"),
        HUNDREDTHS,
    ),
    Figure(
        "judging_ratio",
        Text("只判单元格与键，Frictionless 与本程序之比", "Judging alone, Frictionless against the program’s screen"),
        RATIO,
        (Promise(1, most=999, above=True), Promise(10, least=1_000, above=True)),
    ),
    Figure(
        "judging_bare_ratio",
        Text(
            "只判单元格与键，Frictionless 只用自带的检查，与本程序之比",
            "Judging alone, Frictionless with its own checks only against the program’s screen",
        ),
        RATIO,
    ),
    Figure(
        "frictionless_cpu",
        Text("整条命令，改用 Frictionless，CPU", "The whole command with Frictionless, CPU"),
        SECONDS,
    ),
    Figure("frictionless_peak", Text("改用 Frictionless 时内存最多", "Most memory with Frictionless"), MEBIBYTES),
    Figure(
        "ratio",
        Text("整条命令，Frictionless 与本程序之比", "The whole command, Frictionless against the program’s screen"),
        RATIO,
        (Promise(1, most=999, above=True), Promise(10, least=_MILLION_ROWS, above=True)),
    ),
    Figure(
        "rules_ratio",
        Text("表间规则与逐格检查之比", "Rules beyond the schema against the screen"),
        RATIO,
        (Promise(2),),
    ),
    Figure("warm_cpu", Text("什么都没改，再查一次，CPU", "Checking again with nothing changed, CPU"), SECONDS),
)
#: Findings are no failure of the program.
_ENDS = (0, 1)


def measure(run: Run) -> Iterator[tuple[str, float]]:
    """Runs the command with each engine and nothing remembered, then twice with what it may remember; and each judge alone."""
    run.tell(Text("检查", "Checking"))
    screen = run.program("check", "--engine", "screen", "--no-cache", accept=_ENDS)
    yield "screen_cpu", screen.cpu
    yield "screen_peak", screen.mebibytes
    yield "rows_per_second", run.checkout.rows() / screen.cpu
    stages = json.loads(run.module("zoneledger.budgets.check_stages", str(run.checkout.root)).said)
    yield "rules_ratio", stages["rules"] / stages["screen"]
    run.tell(Text("只判单元格与键", "Judging cells and keys alone"))
    own, frictionless = _judged(run, "screen"), _judged(run, "frictionless")
    yield "judging_cpu", own
    yield "judging_frictionless_cpu", frictionless
    yield "judging_ratio", frictionless / own
    if run.checkout.plans >= _ENOUGH:
        yield "judging_bare_ratio", _judged(run, "bare") / own
    run.tell(Text("再检查一次，让程序记住结果", "Checking again, so that the program remembers"))
    run.program("check", accept=_ENDS)
    yield "warm_cpu", run.program("check", accept=_ENDS).cpu
    run.tell(Text("改用 Frictionless 检查", "Checking with Frictionless"))
    oracle = run.program("check", "--engine", "frictionless", "--no-cache", accept=_ENDS)
    yield "frictionless_cpu", oracle.cpu
    yield "frictionless_peak", oracle.mebibytes
    yield "ratio", oracle.cpu / screen.cpu


def _judged(run: Run, judge: str) -> float:
    """CPU seconds of one judge, in a process of its own."""
    said = json.loads(run.module("zoneledger.bench.judging", str(run.checkout.root), judge).said)
    if said["rows"] != run.checkout.rows() + run.checkout.plans:
        raise ValueError(f"{judge}: {said['rows']}")
    return float(said["cpu"])
