"""``zoneledger check``: its own screen against Frictionless on the same tables, the rules' share, and the second time."""

from __future__ import annotations

import json
from collections.abc import Iterator

from zoneledger.bench.figure import COUNT, MEBIBYTES, RATIO, SECONDS, Figure, Promise
from zoneledger.bench.run import Run
from zoneledger.problems import Text

NAME = "check"
TITLE = Text("检查", "Checking")
#: A million rows stand in about so many plans.
_MILLION_ROWS = 3_125
FIGURES: tuple[Figure, ...] = (
    Figure("screen_cpu", Text("检查全部表格，CPU", "Checking every table, CPU"), SECONDS),
    Figure(
        "screen_peak",
        Text("检查时内存最多", "Most memory while checking"),
        MEBIBYTES,
        (Promise(1536, most=_MILLION_ROWS),),
    ),
    Figure("rows_per_second", Text("每 CPU 秒检查行数", "Rows checked a CPU second"), COUNT),
    Figure(
        "frictionless_cpu",
        Text("同样的表格和规则，改用 Frictionless，CPU", "Same tables and rules with Frictionless, CPU"),
        SECONDS,
    ),
    Figure("frictionless_peak", Text("改用 Frictionless 时内存最多", "Most memory with Frictionless"), MEBIBYTES),
    Figure(
        "ratio",
        Text("Frictionless 与本程序之比", "Frictionless against the program’s own screen"),
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
    """Runs the command with each engine and nothing remembered, then twice with what it may remember."""
    run.tell(Text("检查", "Checking"))
    screen = run.program("check", "--engine", "screen", "--no-cache", accept=_ENDS)
    yield "screen_cpu", screen.cpu
    yield "screen_peak", screen.mebibytes
    yield "rows_per_second", run.checkout.rows() / screen.cpu
    stages = json.loads(run.module("zoneledger.budgets.check_stages", str(run.checkout.root)).said)
    yield "rules_ratio", stages["rules"] / stages["screen"]
    run.tell(Text("再检查一次，让程序记住结果", "Checking again, so that the program remembers"))
    run.program("check", accept=_ENDS)
    yield "warm_cpu", run.program("check", accept=_ENDS).cpu
    run.tell(Text("改用 Frictionless 检查", "Checking with Frictionless"))
    oracle = run.program("check", "--engine", "frictionless", "--no-cache", accept=_ENDS)
    yield "frictionless_cpu", oracle.cpu
    yield "frictionless_peak", oracle.mebibytes
    yield "ratio", oracle.cpu / screen.cpu
