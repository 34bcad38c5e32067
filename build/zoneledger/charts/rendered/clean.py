"""What of the renderer's SVG may stand in a page under the strict content security policy.

What the renderer returns is not trusted to be clean, and neither is a stored drawing: every element and attribute that is
not known to be harmless stops the build. So no ``style``, script, address, font or id of another's can reach a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from xml.etree import ElementTree

from markupsafe import escape

from zoneledger.charts.errors import ChartError
from zoneledger.problems import Text

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset({"svg", "g", "path", "line", "text"})
_KEPT = frozenset(
    {
        "d", "fill", "fill-opacity", "font-size", "font-weight", "opacity", "stroke", "stroke-dasharray",
        "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor", "transform", "x1", "x2", "y1", "y2",
    }
)  # fmt: skip
_DROPPED = frozenset(
    {
        "aria-hidden",
        "aria-roledescription",
        "class",
        "font-family",
        "height",
        "pointer-events",
        "role",
        "version",
        "viewBox",
        "width",
    }
)
_DEFAULTS = {"fill-opacity": "1", "opacity": "1", "stroke-dasharray": "", "text-anchor": "start"}
_INHERITED = ("fill", "font-size", "font-weight", "stroke", "stroke-width", "text-anchor")
_LAYER = re.compile(r"(?<!\S)(?P<name>[a-z_]+)_marks(?!\S)")
_NOISE = re.compile(r"(?<![\d.])(-?\d+\.\d{3,})")


def clean(element: ElementTree.Element, key: str, inherited: Mapping[str, str] = MappingProxyType({})) -> str:
    """An element of the renderer's drawing as it may stand in a page.

    Args:
        element: with everything in it.
        key: of the chart, for the message.
        inherited: attributes that the group around it says.

    Raises:
        ChartError: it holds something that a page must not.
    """
    name = element.tag.removeprefix(_SVG)
    if name not in _ELEMENTS:
        raise _unknown(key, f"<{name}>")
    if _is_invisible(element):
        return ""
    attributes = {each: short for each, value in element.items() if (short := _attribute(each, value, key))}
    layer = _LAYER.search(element.get("class", ""))
    if layer:
        attributes["class"] = "zl-chart__" + layer["name"].replace("_", "-")
        shared = _shared(element, key)
        attributes |= shared
        inside = "".join(clean(child, key, shared) for child in element)
    else:
        inside = str(escape(element.text or "")) + "".join(clean(child, key) for child in element)
    own = sorted((each, value) for each, value in attributes.items() if inherited.get(each) != value)
    if name == "g" and not (own and inside):
        return inside
    written = "".join(f' {each}="{escape(value)}"' for each, value in own)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def _shared(layer: ElementTree.Element, key: str) -> dict[str, str]:
    """What all marks of a layer have in common and may inherit from it: half of a drawing's size."""
    marks = [{each: _attribute(each, mark.get(each, ""), key) for each in _INHERITED} for mark in layer]
    return {
        each: value
        for each, value in (marks[0] if marks else {}).items()
        if value and all(m[each] == value for m in marks)
    }


def _is_invisible(element: ElementTree.Element) -> bool:
    return element.get("display") == "none" or element.get("class") in ("background", "foreground")


def _attribute(name: str, value: str, key: str) -> str:
    """An attribute's value as it may be published; empty where it is left out."""
    if name in _DROPPED or value == _DEFAULTS.get(name):
        return ""
    if name not in _KEPT or "url(" in value:
        raise _unknown(key, f'{name}="{value}"')
    return _NOISE.sub(lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), value)


def _unknown(key: str, found: str) -> ChartError:
    return ChartError(
        Text(f"图表 {key} 里有页面不允许的内容：{found}", f"Chart {key} holds what a page must not: {found}")
    )
