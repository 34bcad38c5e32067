"""The figure that an anchor's member points at is the row's value, in the row's unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from zoneledger import figures
from zoneledger.audit import anchors
from zoneledger.audit.anchors import Spot
from zoneledger.audit.findings import at, write
from zoneledger.catalogue import Catalogue, Row
from zoneledger.figures import Figure
from zoneledger.problems import Problem, Rule, Text

RULE = Rule(
    "value-printed",
    Text("数值就是片段中第几个数字，单位相合", "The value is the figure that the anchor points at, in its unit"),
    Text(
        "核对 value、value_max、unit_id 与 member；片段须含该数字及其单位。",
        "Compare value, value_max, unit_id and member; the stretch must hold the figure with its unit.",
    ),
)

#: So much of what follows the stretch is read too, for a unit that it leaves out.
_BEYOND = 12
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_MAGNITUDE = re.compile(r"[十百千]?[万萬亿億]+")
_PERCENT = re.compile(r"[%％]|[个個]百分[点點]")


@dataclass(frozen=True)
class Measured:
    """A printed figure with what its unit says.

    Args:
        figure: the figure.
        magnitude: what the 万 or 亿 after it multiplies it by.
        percent: whether it is a percentage.
    """

    figure: Figure
    magnitude: int
    percent: bool

    def __str__(self) -> str:
        magnitude = "" if self.magnitude == 1 else f" × {self.magnitude}"
        return f"{self.figure}{magnitude}{' %' if self.percent else ''}"


def problems(catalogue: Catalogue, row: Row, spot: Spot) -> Iterator[Problem]:
    """What is wrong with the value and the unit of a row whose anchor is found."""
    found = read(spot)
    member = int(row.number("member") or 1)
    if not found and row.values.get("benchmark") is not None and row["value"] == 0:
        # 高于全省平均 has no figure: the member counts what it is measured against.
        most = anchors.members(row.text("printed"))
        if member > most:
            yield at(row, anchors.MEMBER, "member", Text(f"片段只含 {most} 个。", f"The stretch holds {most}."), write(most))
    elif not found:
        yield at(row, RULE, "printed", Text("片段里读不出数字。", "No figure can be read in the stretch."))
    elif member > len(found):
        message = Text(f"片段只含 {len(found)} 个数字。", f"The stretch holds {len(found)} figure(s).")
        yield at(row, anchors.MEMBER, "member", message, write(len(found)))
    else:
        yield from _compare(catalogue, row, found, member)


def read(spot: Spot) -> list[Measured]:
    """The figures of a stretch, each with the unit that follows it, be it in the stretch or right after it."""
    text = spot.unit.text[spot.start : spot.end + _BEYOND].split("\n")[0]
    own = figures.find(spot.unit.text[spot.start : spot.end])
    after = [figure for figure in figures.find(text) if own and figure.start > own[-1].start]
    measured: list[Measured] = []
    for figure in reversed([*own, *after[:1]]):
        shown, follows = text[figure.start : figure.end], text[figure.end :]
        if measured and figure.scale == 1 and shown[-1].isdecimal() and follows[:1] in tuple("、和及与與或"):
            # 分别达到50、20亿元: what the next figure is counted in holds for a bare one before it.
            measured.append(Measured(figure, measured[-1].magnitude, measured[-1].percent))
            continue
        multiplied = _MAGNITUDE.match(follows) if figure.scale == 1 else None
        percent = bool(_PERCENT.match(follows) or _PERCENT.search(shown) or shown.startswith("百分之"))
        whole = shown in figures.WORDS and figures.WORDS[shown] in (50, 100)
        measured.append(Measured(figure, _product(multiplied.group()) if multiplied else figure.scale, percent or whole))
    return measured[::-1][: len(own)]


def _product(magnitude: str) -> int:
    product = 1
    for char in magnitude:
        product *= _POWERS[char]
    return product


def _compare(catalogue: Catalogue, row: Row, found: list[Measured], member: int) -> Iterator[Problem]:
    unit = catalogue.row("units", row["unit_id"])
    scaled = _MAGNITUDE.match(unit.text("symbol_zh")) if unit else None
    scale = _product(scaled.group()) if scaled else 1
    share = unit is not None and unit["quantity_kind"] == "share"
    wrong = [_differs(row, measured, scale, share) for measured in found]
    column = wrong[member - 1]
    if column is None:
        return
    message = Text(f"第 {member} 个数字印的是 {found[member - 1]}。", f"Figure {member} is printed as {found[member - 1]}.")
    right = [index for index, cell in enumerate(wrong, 1) if cell is None]
    if right:
        yield at(row, RULE, "member", message, write(*right))
    else:
        yield at(row, RULE, column, message)


def _differs(row: Row, measured: Measured, scale: int, share: bool) -> str | None:
    """The column that does not agree with a figure; None where all agree."""
    if measured.percent != share:
        return "unit_id"
    for column, printed in (("value", measured.figure.low), ("value_max", measured.figure.high)):
        stored = row.number(column)
        if (stored is None) != (printed is None):
            return column
        if stored is not None and printed is not None and Fraction(str(stored)) * scale != printed * measured.magnitude:
            return column
    return None
