"""``zoneledger build`` from nothing: CPU, memory, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator

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
from zoneledger.problems import Text

NAME = "build"
TITLE = Text("从零生成全站", "Building everything from nothing")
FIGURES: tuple[Figure, ...] = (
    Figure("cpu", Text("生成，CPU", "Building, CPU"), SECONDS, (Promise(300, most=1000),)),
    Figure("peak", Text("内存最多", "Most memory"), MEBIBYTES, (Promise(2048, most=1000),)),
    Figure("cpu_a_plan", Text("每份计划，CPU", "CPU a plan"), MILLISECONDS),
    Figure(
        "growth",
        Text("与上一个规模的每份计划之比", "CPU a plan against the size before"),
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
    a_plan = usage.cpu / run.checkout.plans
    yield "cpu_a_plan", a_plan * 1000
    if smaller := run.smaller.get(f"{NAME}.cpu_a_plan"):
        yield "growth", a_plan * 1000 / smaller
    yield "processes", usage.cpu / usage.wall
    sizes = [(path.suffix, path.stat().st_size) for path in run.checkout.site.rglob("*") if path.is_file()]
    pages = [size for suffix, size in sizes if suffix == ".html"]
    yield "files", len(sizes)
    yield "megabytes", sum(size for _, size in sizes) / 1e6
    yield "pages", len(pages)
    yield "largest_page", max(pages) / 1000
