"""A glyph's program, run: the outline it draws, as the ``d`` of an SVG path in font units.

Source: Adobe Technical Note #5177, *The Type 2 Charstring Format*. Hints, which only sharpen small sizes, are skipped.
"""

from __future__ import annotations

from collections.abc import Sequence

from zoneledger.social.compact_font import CompactFont

_RETURN, _ENDCHAR = 11, 14
_STEMS, _MASKS = (1, 3, 18, 23), (19, 20)
_CALLS = (10, 29)


def outline(font: CompactFont, glyph: int) -> str:
    """The path of a glyph, y upwards.

    Args:
        font: holds the glyph's program.
        glyph: its number.

    Raises:
        ValueError: the program uses an operator that no font of ours does.
    """
    pen = _Pen()
    _Run(font, glyph, pen).program(font.programs[glyph])
    return pen.path


class _Pen:
    """Where the drawing stands, and what has been drawn."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._x = self._y = 0.0

    @property
    def path(self) -> str:
        return "".join(self._parts) + ("Z" if self._parts else "")

    def move(self, x: float, y: float) -> None:
        self._to("ZM" if self._parts else "M", x, y)

    def line(self, x: float, y: float) -> None:
        self._to("L", x, y)

    def curve(self, *steps: float) -> None:
        """Three steps of x and y, each from the point before."""
        self._parts.append(f"c{steps[0]:g} {steps[1]:g}")
        x, y = steps[0], steps[1]
        for across, up in ((steps[2], steps[3]), (steps[4], steps[5])):
            x, y = x + across, y + up
            self._parts.append(f" {x:g} {y:g}")
        self._x, self._y = self._x + x, self._y + y

    def _to(self, letter: str, x: float, y: float) -> None:
        self._x, self._y = self._x + x, self._y + y
        self._parts.append(f"{letter}{self._x:g} {self._y:g}")


class _Run:
    """One glyph's program under way: its stack of numbers, and how many stems its masks speak of."""

    def __init__(self, font: CompactFont, glyph: int, pen: _Pen) -> None:
        self._subroutines = {10: font.subroutines(glyph), 29: font.global_subroutines}
        self._pen = pen
        self._stack: list[float] = []
        self._stems = 0

    def program(self, code: bytes) -> bool:
        """Runs a program or a subroutine; whether the glyph is done."""
        place = 0
        while place < len(code):
            first = code[place]
            place += 1
            if first >= 32 or first == 28:
                place = self._number(code, place, first)
            elif first == _RETURN:
                return False
            elif first == _ENDCHAR:
                return True
            elif first in _CALLS:
                routines = self._subroutines[first]
                if self.program(routines[int(self._stack.pop()) + _bias(routines)]):
                    return True
            elif first in _STEMS or first in _MASKS:
                self._stems += len(self._stack) // 2
                self._stack.clear()
                place += (self._stems + 7) // 8 if first in _MASKS else 0
            elif first == 12:
                _flex(self._pen, code[place], self._stack)
                self._stack.clear()
                place += 1
            else:
                _draw(self._pen, first, self._stack)
                self._stack.clear()
        return False

    def _number(self, code: bytes, place: int, first: int) -> int:
        """Puts a number on the stack; where the next one begins."""
        if first == 28:
            self._stack.append(int.from_bytes(code[place : place + 2], "big", signed=True))
            return place + 2
        if first == 255:
            self._stack.append(int.from_bytes(code[place : place + 4], "big", signed=True) / 65536)
            return place + 4
        if first <= 246:
            self._stack.append(first - 139)
            return place
        sign, base = (1, 247) if first <= 250 else (-1, 251)
        self._stack.append(sign * ((first - base) * 256 + code[place] + 108))
        return place + 1


def _bias(routines: Sequence[bytes]) -> int:
    return 107 if len(routines) < 1240 else 1131 if len(routines) < 33900 else 32768


def _draw(pen: _Pen, operator: int, args: list[float]) -> None:  # noqa: C901
    match operator:
        # a first number too many is the glyph's width
        case 21:
            pen.move(*args[-2:])
        case 22:
            pen.move(args[-1], 0)
        case 4:
            pen.move(0, args[-1])
        case 5:
            _lines(pen, args)
        case 6 | 7:
            for turn, step in enumerate(args):
                pen.line(*((step, 0) if (operator == 6) == (turn % 2 == 0) else (0, step)))
        case 8:
            _curves(pen, args)
        case 24:
            _curves(pen, args[:-2])
            pen.line(*args[-2:])
        case 25:
            _lines(pen, args[:-6])
            _curves(pen, args[-6:])
        case 26 | 27:
            _straight_curves(pen, args, upright=operator == 26)
        case 30 | 31:
            _turning_curves(pen, args, upright=operator == 30)
        case _:
            raise ValueError(f"operator {operator}")


def _lines(pen: _Pen, args: list[float]) -> None:
    for place in range(0, len(args), 2):
        pen.line(*args[place : place + 2])


def _curves(pen: _Pen, args: list[float]) -> None:
    for place in range(0, len(args), 6):
        pen.curve(*args[place : place + 6])


def _straight_curves(pen: _Pen, args: list[float], upright: bool) -> None:
    """Curves that begin and end in the same direction; a first number too many bends the first one's beginning."""
    bent = args[0] if len(args) % 4 else 0
    rest = args[len(args) % 4 :]
    for place in range(0, len(rest), 4):
        a, b, c, d = rest[place : place + 4]
        pen.curve(*((bent, a, b, c, 0, d) if upright else (a, bent, b, c, d, 0)))
        bent = 0


def _turning_curves(pen: _Pen, args: list[float], upright: bool) -> None:
    """Curves that turn a corner each; a last number too many bends the last one's end."""
    last = len(args) // 4 * 4 - 4
    for place in range(0, last + 4, 4):
        a, b, c, d = args[place : place + 4]
        bent = args[-1] if place == last and len(args) % 4 else 0
        pen.curve(*((0, a, b, c, d, bent) if upright else (a, 0, b, c, bent, d)))
        upright = not upright


def _flex(pen: _Pen, operator: int, args: list[float]) -> None:
    """Two curves in one operator."""
    match operator, args:
        case 35, [*steps, _]:
            _curves(pen, steps)
        case 34, [a, b, c, d, e, f, g]:
            _curves(pen, [a, 0, b, c, d, 0, e, 0, f, -c, g, 0])
        case 36, [a, b, c, d, e, f, g, h, i]:
            _curves(pen, [a, b, c, d, e, 0, f, 0, g, h, i, -(b + d + h)])
        case 37, [*steps, last]:
            x, y = sum(steps[0::2]), sum(steps[1::2])
            _curves(pen, [*steps, *((last, -y) if abs(x) > abs(y) else (-x, last))])
        case _:
            raise ValueError(f"operator 12 {operator}")
