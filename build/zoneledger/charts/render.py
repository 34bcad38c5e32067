"""From a chart's spec to SVG that may stand in a page under the strict content security policy.

What the renderer returns is not trusted to be clean: every element and attribute that is not known to be harmless stops
the build. So no ``style``, script, address, font or id of the renderer's own can reach a page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree

import vl_convert
from markupsafe import Markup, escape

from zoneledger.problems import Text

#: A larger spec is a sign that rows were put into it instead of sums.
SPEC_LIMIT = 30_000

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


class ChartError(Exception):
    """A chart cannot be published.

    Args:
        message: what is wrong with it.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(f"{message.zh} {message.en}")
        self.message = message


def svg(spec: Mapping[str, Any], key: str, kind: str, title: str, description: str) -> Markup:
    """Draws one chart.

    Args:
        spec: a Vega-Lite spec; its layers' names become class names.
        key: an id that nothing else in the page has; the title's and the description's are made from it.
        kind: a class name's last part, such as ``wide``.
        title: what the drawing is called by a screen reader; unescaped.
        description: the drawing in words; unescaped.

    Raises:
        ChartError: the spec is too large, or the drawing holds something that a page must not.
    """
    size = len(json.dumps(spec, ensure_ascii=False).encode())
    if size > SPEC_LIMIT:
        raise ChartError(
            Text(
                f"图表 {key} 的规格有 {size} 字节，超过 {SPEC_LIMIT}：请先汇总再绘制。",
                f"The spec of chart {key} has {size} bytes, more than {SPEC_LIMIT}: aggregate before drawing.",
            )
        )
    drawn = ElementTree.fromstring(vl_convert.vegalite_to_svg(dict(spec)))
    _, _, width, height = drawn.get("viewBox", "").split()
    inner = "".join(_clean(child, key) for child in drawn)
    safe_key, safe_title, safe_description = escape(key), escape(title), escape(description)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="zl-chart zl-chart--{escape(kind)}" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img" aria-labelledby="{safe_key}-title" aria-describedby="{safe_key}-desc">'
        f'<title id="{safe_key}-title">{safe_title}</title><desc id="{safe_key}-desc">{safe_description}</desc>{inner}</svg>'
    )


def _clean(element: ElementTree.Element, key: str, inherited: Mapping[str, str] = MappingProxyType({})) -> str:
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
        inside = "".join(_clean(child, key, shared) for child in element)
    else:
        inside = str(escape(element.text or "")) + "".join(_clean(child, key) for child in element)
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
