"""A plan that is too long for one page: its longest sections stand on further pages, ``plans/<id>/2/`` and so on.

The first page keeps the heading of each section, with the way to its parts. It also keeps an anchor for every row that stands
on another page: addresses such as ``plans/<id>/#<row>`` hold for any plan, and whoever follows one needs no script to go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from zoneledger.pages.blocks import ID, section
from zoneledger.pages.pager import HEAVIEST, Pager
from zoneledger.pages.renderer import Renderer, headings
from zoneledger.pages.section_index import SectionIndex, index
from zoneledger.pages.sheet_filling import Filler, Piece
from zoneledger.site.shell import Page
from zoneledger.views.plan import PlanView

#: Bytes of what stands around the text of a page: its frame, its contents list, its head and its dialogs.
FRAME = 54_000
#: Bytes of the text of a page up to which a plan has a single one.
WHOLE = HEAVIEST - FRAME
#: Bytes of the text that the first page of a longer plan keeps, and of each further page.
FIRST, FURTHER = 420_000, 300_000
#: Rows of other pages for which the first one keeps an anchor at most.
POINTED = 4_000
#: Sections in the order in which they leave the first page; those not named here never do.
_LEAVING = (
    *("duties", "targets", "provisions", "results", "outline", "rejected-evidence", "oddities", "steering"),
    *("judging", "deadlines", "open", "headline", "audit"),
)
#: Bytes of a section that is worth a page of its own.
_WORTH = 4_000

_SECTION = re.compile(r'(?=<h2 id=")')
_SECTION_ID = re.compile(r'<h2 id="([^"]+)"')
_LINK = re.compile(r'(\shref=")#([^"]+)(?=")')
_UPWARDS = re.compile(r'(\s[\w-]+=")(?=\.\./)')


@dataclass(frozen=True)
class Spread:
    """A plan's text on its pages.

    Args:
        kept: sections of the first page by their ids, the first without one; none for those that left it.
        left: what the first page keeps of the others.
        further: the text of each further page.
    """

    kept: Mapping[str, str | None]
    left: Mapping[str, SectionIndex]
    further: Sequence[str]


def is_long(bodies: Mapping[str, str]) -> bool:
    """Whether a plan's text is too long for one page in any language."""
    return max(len(body.encode()) for body in bodies.values()) > WHOLE


def long_pages(
    renderers: Mapping[str, Renderer],
    plan_id: str,
    view: PlanView,
    bodies: Mapping[str, str],
    values: Mapping[str, object],
) -> Iterator[tuple[str, Page]]:
    """The pages of a long plan in each language.

    Args:
        renderers: what renders pages, by language.
        plan_id: the plan.
        view: the same as its page shows it.
        bodies: the text of a single page, by language.
        values: what the template of that page was filled with.
    """
    found = spread(plan_id, bodies, {lang: str(one.words["plan_sheet"]["more"]) for lang, one in renderers.items()})
    pager = Pager(1, 1 + len(found["zh"].further), f"plans/{plan_id}/")
    homes = _homes(found["zh"])
    for lang, renderer in renderers.items():
        title, folder = view.summary.short_title.of(lang), str(values["folder"])
        first = _first(renderer, found[lang], pager, homes)
        yield lang, renderer.finished(first, pager.folder, title, view.about.of(lang), folder)
        for number, text in enumerate(found[lang].further, start=2):
            at, words = pager.at(number), renderer.words["plan_sheet"]
            named = {"title": title, "number": number, "last": pager.last}
            titles = [heading.text.removesuffix(words["more"]) for heading in headings(text) if heading.level == 2]
            parts = str(renderer.words["comma"]).join(titles)
            shown = {**values, "pager": at, "text": Markup(text), "parts": parts}
            heading, about = at.named(renderer.words, title), words["description"].format(parts=parts, **named)
            body = renderer.body("plan_sheet.html", at.address(number), title=heading, plan_title=title, **shown)
            page = renderer.finished(_linked(body, number, homes), at.address(number), heading, about, folder)
            yield lang, page


def spread(plan_id: str, bodies: Mapping[str, str], more: Mapping[str, str]) -> Mapping[str, Spread]:
    """Divides the text of a plan.

    Args:
        plan_id: the plan.
        bodies: its text by language.
        more: what a section's heading says besides where it goes on, by language.
    """
    sections = {lang: _sections(body) for lang, body in bodies.items()}
    leaving = _leaving(plan_id, sections)
    filler = Filler(FURTHER, {lang: text.encode() for lang, text in more.items()})
    for key in (key for key in sections["zh"] if key in leaving):
        filler.put(Piece({lang: section(parts[key].encode()) for lang, parts in sections.items()}))
    room = POINTED
    for key in leaving:
        rows = leaving[key]["zh"].rows[:room]
        room -= len(rows)
        leaving[key] = {lang: found.only(len(rows)) for lang, found in leaving[key].items()}
    return {
        lang: Spread(
            kept={key: None if key in leaving else text for key, text in parts.items()},
            left={key: found[lang] for key, found in leaving.items()},
            further=[_upwards(page[lang].decode()) for page in filler.pages],
        )
        for lang, parts in sections.items()
    }


def _sections(body: str) -> dict[str, str]:
    """The sections of a page by their ids; what stands before the first has none."""
    first, *others = _SECTION.split(body)
    found = {"": first}
    for text in others:
        match = _SECTION_ID.match(text)
        assert match is not None
        found[match[1]] = text
    return found


def _leaving(plan_id: str, sections: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, SectionIndex]]:
    """The sections that leave the first page, no more than must, by their ids; what each leaves behind, by language."""

    def weight(key: str) -> int:
        return max(len(parts[key].encode()) for parts in sections.values())

    total, leaving = sum(map(weight, sections["zh"])), dict[str, dict[str, SectionIndex]]()
    for key in _LEAVING:
        if total <= FIRST:
            break
        if key in sections["zh"] and weight(key) > _WORTH:
            leaving[key] = {lang: index(plan_id, parts[key]) for lang, parts in sections.items()}
            total -= weight(key) - max(found.weight for found in leaving[key].values())
    return leaving


def _homes(found: Spread) -> dict[str, int]:
    """The page of each anchor; of one that stands on several, the first of them."""
    homes = {key: 1 for text in found.kept.values() if text is not None for key in ID.findall(text)}
    homes |= dict.fromkeys(filter(None, found.kept), 1)
    for number, text in enumerate(found.further, start=2):
        for key in ID.findall(text):
            homes.setdefault(key, number)
    return homes


def _first(renderer: Renderer, found: Spread, pager: Pager, homes: Mapping[str, int]) -> str:
    parts = []
    for key, text in found.kept.items():
        if text is not None:
            parts.append(text)
            continue
        left = found.left[key]
        pages = [number for number, page in enumerate(found.further, start=2) if f'<h2 id="{key}"' in page]
        values = {"section": key, "left": left, "pages": pages, "homes": homes}
        parts.append(renderer.body("plan/elsewhere.html", pager.folder, **values))
    steps = renderer.body("plan/steps.html", pager.folder, pager=pager, below=False)
    below = renderer.body("plan/steps.html", pager.folder, pager=pager, below=True)
    return _linked("".join(parts).replace("</h1>\n", f"</h1>\n{steps}", 1) + below, 1, homes)


def _linked(text: str, number: int, homes: Mapping[str, int]) -> str:
    """Leads the links to anchors that stand on another page there."""
    own = set(ID.findall(text)) if number > 1 else set()

    def led(match: re.Match[str]) -> str:
        page = homes.get(match[2], number)
        if page == number or match[2] in own:
            return match[0]
        return f"{match[1]}{'../' if number > 1 else ''}{f'{page}/' if page > 1 else ''}#{match[2]}"

    return _LINK.sub(led, text)


def _upwards(text: str) -> str:
    """Relative addresses of a page, for one that lies a folder deeper."""
    return _UPWARDS.sub(r"\1../", text)
