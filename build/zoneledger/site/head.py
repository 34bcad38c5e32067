"""What a page says of itself to machines: its title in a tab, the card of a shared link, structured data, its files.

Sources: Open Graph protocol, https://ogp.me/; JSON-LD 1.1, section 7 (data in HTML); HTML, "Restrictions for contents of
script elements". A block of JSON-LD is data: no browser runs it, and the content security policy has no say in it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from zoneledger.problems import Text

#: How the site is called beside a page's own title.
SITE = Text("开发区目标责任台账", "ZoneLedger")
LOCALES = Text("zh_CN", "en_GB")
LICENSE = Text(
    "https://creativecommons.org/licenses/by/4.0/deed.zh-hans", "https://creativecommons.org/licenses/by/4.0/deed.en"
)
#: Columns that search engines and tabs show of a title; a Han character takes two.
TITLE_ROOM = 60

#: Width and height of a preview image, in pixels: what every reader of Open Graph tags shows whole.
PREVIEW_SIZE = (1200, 630)

#: Characters of markup, line separators, and those that hide or turn round the text beside them.
_ACTING = re.compile("[<>&\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Image:
    """A preview image.

    Args:
        address: absolute.
        alt: what it shows, for those who cannot see it.
    """

    address: str
    alt: str


@dataclass(frozen=True)
class File:
    """A file with the page's data.

    Args:
        address: absolute, or relative to the page.
        media_type: such as ``text/csv``.
        describes: whether it describes the data instead of holding them.
    """

    address: str
    media_type: str
    describes: bool = False


@dataclass(frozen=True)
class Head:
    """A page's head beyond what the frame has anyway.

    Args:
        lang: ``zh`` or ``en``.
        address: of the page, absolute.
        title: of the page, unescaped, without the site's name.
        description: one or two sentences, unescaped.
        image: its preview; none where no image was drawn.
        article: whether the page is about one thing (a plan, an indicator) rather than a way in.
        graph: structured data, one mapping a thing.
        files: what can be fetched instead of the page.
    """

    lang: str
    address: str
    title: str
    description: str
    image: Image | None = None
    article: bool = False
    graph: Sequence[Node] = ()
    files: Sequence[File] = ()


def tab_title(title: str, lang: str) -> str:
    """A title for tabs and search results: the page first, then the site, where there is room for both."""
    site = SITE.of(lang)
    long = columns(title) + columns(site) + 3 > TITLE_ROOM
    return title if site in title or long else f"{title} - {site}"


def preview_address(path: str, lang: str) -> str:
    """Where a page's preview image lies below the site's root.

    Args:
        path: the page's path in its language's tree: ``plans/ganzhou-2020/``, or empty for the home page.
        lang: ``zh`` or ``en``.
    """
    return f"social/{path.rstrip('/') or 'index'}.{lang}.png"


def columns(text: str) -> int:
    """How wide a text is, in columns: a Han character takes two."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def render(head: Head) -> Markup:
    """The elements of a head."""
    other = "en" if head.lang == "zh" else "zh"
    properties = [
        ("og:type", "article" if head.article else "website"),
        ("og:site_name", SITE.of(head.lang)),
        ("og:title", head.title),
        ("og:description", head.description),
        ("og:url", head.address),
        ("og:locale", LOCALES.of(head.lang)),
        ("og:locale:alternate", LOCALES.of(other)),
    ]
    if head.image:
        properties += [
            ("og:image", head.image.address),
            ("og:image:type", "image/png"),
            ("og:image:width", str(PREVIEW_SIZE[0])),
            ("og:image:height", str(PREVIEW_SIZE[1])),
            ("og:image:alt", head.image.alt),
        ]
    card = "summary_large_image" if head.image else "summary"
    parts = [f'<meta property="{name}" content="{escape(value)}">' for name, value in properties]
    parts += [f'<meta name="twitter:card" content="{card}">', f'<link rel="license" href="{LICENSE.of(head.lang)}">']
    parts += [_link(file) for file in head.files]
    if head.graph:
        parts.append(f'<script type="application/ld+json">{script_json(_document(head.graph))}</script>')
    return Markup("\n    ".join(parts))


def _link(file: File) -> str:
    # the blank in rel keeps the theme's script from taking the file for another language of the site
    relation = "describedby" if file.describes else "alternate "
    return f'<link rel="{relation}" type="{escape(file.media_type)}" href="{escape(file.address)}">'


def _document(graph: Sequence[Node]) -> dict[str, Any]:
    return {"@context": "https://schema.org", **(graph[0] if len(graph) == 1 else {"@graph": list(graph)})}


def script_json(value: object) -> str:
    """JSON that may stand in a ``script`` element: nothing in it ends the element, opens a comment, ends a line or acts unseen."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
