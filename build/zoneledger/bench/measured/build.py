"""``zoneledger build`` from nothing: CPU, memory, and what comes of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from zoneledger.bench import checkouts
from zoneledger.bench.figure import (
    COUNT,
    KILOBYTES,
    MEBIBYTES,
    MEGABYTES,
    MILLISECONDS,
    PROCESSES,
    RATIO,
    SECONDS,
    Figure,
    Promise,
)
from zoneledger.bench.run import Run
from zoneledger.layout import Layout
from zoneledger.problems import Text
from zoneledger.scale import Scale

NAME = "build"
TITLE = Text("从零生成全站", "Building everything from nothing")
FIGURES: tuple[Figure, ...] = (
    Figure("cpu", Text("生成，CPU", "Building, CPU"), SECONDS, (Promise(300, most=1000),)),
    Figure("peak", Text("内存最多", "Most memory"), MEBIBYTES, (Promise(2048, most=1000),)),
    Figure("cpu_a_plan", Text("每份计划，CPU", "CPU a plan"), MILLISECONDS),
    Figure(
        "simple_a_plan",
        Text("一律从简，每份计划，CPU", "Every plan made simply, CPU a plan"),
        MILLISECONDS,
    ),
    Figure(
        "growth",
        Text("一律从简，每份计划与上一个规模之比", "Every plan made simply, CPU a plan against the size before"),
        RATIO,
        (Promise(1.2, least=1000),),
    ),
    Figure("processes", Text("平均同时工作的进程", "Processes at work, on average"), PROCESSES),
    Figure("files", Text("文件", "Files"), COUNT),
    Figure("megabytes", Text("全站", "The whole site"), MEGABYTES),
    Figure("pages", Text("网页", "HTML pages"), COUNT),
    Figure("largest_page", Text("最大的网页", "Largest HTML page"), KILOBYTES, (Promise(500),)),
)


def measure(run: Run) -> Iterator[tuple[str, float]]:
    """Builds the checkout with nothing there, and weighs the site."""
    run.tell(Text("从零生成全站", "Building everything from nothing"))
    run.forget()
    usage = run.program("build")
    yield "cpu", usage.cpu
    yield "peak", usage.mebibytes
    yield "cpu_a_plan", usage.cpu / run.checkout.plans * 1000
    yield "processes", usage.cpu / usage.wall
    sizes = [(path.suffix, path.stat().st_size) for path in run.checkout.site.rglob("*") if path.is_file()]
    pages = [size for suffix, size in sizes if suffix == ".html"]
    yield "files", len(sizes)
    yield "megabytes", sum(size for _, size in sizes) / 1e6
    yield "pages", len(pages)
    yield "largest_page", max(pages) / 1000
    if run.checkout.synthetic:  # curated plans come in one number only
        simple = _made_simply(run, usage.cpu) / run.checkout.plans * 1000
        yield "simple_a_plan", simple
        if smaller := run.smaller.get(f"{NAME}.simple_a_plan"):
            yield "growth", simple / smaller


def _made_simply(run: Run, cpu: float) -> float:
    """CPU seconds of building every plan as simply as very many are built, so that sizes can be compared.

    Args:
        run: of which the checkout is built once more where it holds few plans.
        cpu: what building it took as it is.
    """
    if run.checkout.plans > max(vars(Scale.of(Layout(run.checkout.root))).values()):
        return cpu
    run.tell(Text("各份计划一律从简，再从零生成", "Building everything from nothing, every plan made simply"))
    out = run.scratch / "simple"
    with checkouts.made_simply(run.checkout):
        cpu = run.program("build", "--out", str(out)).cpu
    shutil.rmtree(out)
    return cpu
