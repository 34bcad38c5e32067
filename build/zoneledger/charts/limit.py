"""How large a chart's spec may be."""

from __future__ import annotations

from zoneledger.charts.errors import ChartError
from zoneledger.problems import Text

#: A larger spec is a sign that rows were put into it instead of sums.
SPEC_LIMIT = 30_000


def check(written: str, key: str, live: bool = False) -> None:
    """Stops a spec that is too large.

    Args:
        written: the spec as JSON.
        key: of the chart, for the message.
        live: whether it is that of a live form.

    Raises:
        ChartError: it is.
    """
    size = len(written.encode())
    if size > SPEC_LIMIT:
        kind = Text("动态规格", "live spec") if live else Text("规格", "spec")
        raise ChartError(
            Text(
                f"图表 {key} 的{kind.zh}有 {size} 字节，超过 {SPEC_LIMIT}：请先汇总再绘制。",
                f"The {kind.en} of chart {key} has {size} bytes, more than {SPEC_LIMIT}: aggregate before drawing.",
            )
        )
