"""A figure as an SVG file of its own: with its finding, its source, its licence and colours that need no page."""

from __future__ import annotations

import re

from markupsafe import escape

from zoneledger.catalogue import Catalogue
from zoneledger.charts import lettering
from zoneledger.charts.figure import Figure
from zoneledger.charts.theme import LIGHT
from zoneledger.problems import Text

_MARGIN, _TITLE, _SMALL = 24, 18, 12
#: Fonts of the pages and of common systems; a reader's own is used, none is inside.
FONTS = (
    "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Segoe UI', "
    "'Helvetica Neue', Arial, sans-serif"
)
_LICENCES = {"CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")}
_WIDE = re.compile(
    r'<svg [^>]*class="zl-chart zl-chart--wide" viewBox="0 0 (?P<wide>[\d.]+) (?P<high>[\d.]+)"[^>]*>'
    r"<title[^>]*>.*?</title><desc[^>]*>.*?</desc>(?P<inside>.*?)</svg>",
    re.DOTALL,
)
_VARIABLE = re.compile(r"var\((--[a-z0-9-]+)\)")


def svg(figure: Figure, catalogue: Catalogue, lang: str) -> str:
    """The wide drawing of a figure, framed by its words.

    Args:
        figure: a drawn figure.
        catalogue: for the name, the licence and the date of the data.
        lang: ``zh`` or ``en``.
    """
    drawing = _WIDE.search(figure.svg[lang])
    assert drawing, "every figure has a wide drawing"
    wide, high = float(drawing["wide"]), float(drawing["high"])
    credited, licence = credit(catalogue), _licence(catalogue)[1]
    title = lettering.wrap(figure.title.of(lang), wide, _TITLE)
    about = lettering.wrap(figure.description.of(lang), wide, _SMALL)
    below = lettering.wrap(credited.of(lang), wide, _SMALL)
    words, y = [], float(_MARGIN)
    for lines, font, style in (
        (title, _TITLE, f'font-weight="bold" fill="{LIGHT["--chart-fg"]}"'),
        (about, _SMALL, f'fill="{LIGHT["--chart-muted"]}"'),
    ):
        for line in lines:
            y += font * 1.45
            words.append(_line(line, y - font * 0.4, font, style))
        y += 8
    top = y + 8
    y = top + high + 12
    for line in below:
        y += _SMALL * 1.45
        words.append(_line(line, y - _SMALL * 0.4, _SMALL, f'fill="{LIGHT["--chart-muted"]}"'))
    inside = _VARIABLE.sub(lambda found: LIGHT[found[1]], drawing["inside"])
    across, down = f"{wide + 2 * _MARGIN:g}", f"{y + _MARGIN:.0f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" width="{across}" height="{down}"'
        f' role="img" lang="{"zh-Hans" if lang == "zh" else "en"}" font-family="{escape(FONTS)}">'
        f"<title>{escape(figure.title.of(lang))}</title><desc>{escape(figure.description.of(lang))}</desc>"
        f"<metadata>{escape(credited.of(lang))} {licence}</metadata>"
        f'<path d="M0,0h{across}v{down}h-{across}Z" fill="{LIGHT["--zl-page"]}"/>{"".join(words)}'
        f'<g transform="translate({_MARGIN},{top:g})">{inside}</g></svg>\n'
    )


def _line(text: str, y: float, size: int, style: str) -> str:
    return f'<text x="{_MARGIN}" y="{y:.1f}" font-size="{size}" {style}>{escape(text)}</text>'


def credit(catalogue: Catalogue) -> Text:
    """Whose data a figure shows, of which day, under which licence."""
    about, licence = catalogue.dataset, _licence(catalogue)[0]
    title, day = about["title"], about["as_of"]
    return Text(
        f"{title['zh']}（ZoneLedger）{about['version']}版，数据截至{day}，{licence} 许可。",
        f"{title['en']}, version {about['version']}, data as of {day}, licence {licence}.",
    )


def _licence(catalogue: Catalogue) -> tuple[str, str]:
    """The licence's name and its address."""
    key = str(catalogue.dataset["licence"])
    return _LICENCES.get(key, (key, ""))
