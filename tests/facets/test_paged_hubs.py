"""Long lists on several pages: every row stands on exactly one of them, and the pages lead to each other both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from zoneledger.catalogue import load
from zoneledger.facets import KINDS, taking
from zoneledger.pages import (
    agency,
    agency_bodies,
    agency_summed,
    dictionary,
    facet_hub,
    indicator,
    oddities,
    organizations,
    plans,
    proof,
    results,
    zones,
)
from zoneledger.pages.context import PageContext
from zoneledger.pages.pager import HEAVIEST, Pager, parted, starts
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.templates import Templates
from zoneledger.pages.words import load_words
from zoneledger.revision import Repository
from zoneledger.site.shell import Page
from zoneledger.views.dictionary import dictionary as view_of_dictionary
from zoneledger.views.duty_index import duty_index
from zoneledger.views.oddities import marks

LANGUAGES = ("zh", "en")


@pytest.fixture(scope="module")
def renderers(root: Path) -> dict[str, Renderer]:
    catalogue, theme = load(root), root / "site" / "theme"
    words, schemas = load_words(theme / "words"), catalogue.schemas
    context = PageContext(Repository("https://example.org/repository", "abc123", "main"))
    templates = {lang: Templates(theme / "templates", lang, words[lang], schemas) for lang in LANGUAGES}
    return {lang: Renderer(lang, words[lang], templates[lang], catalogue, context, marks(catalogue)) for lang in LANGUAGES}


@contextmanager
def small(**limits: Any) -> Iterator[None]:
    """Limits of modules, as ``module__NAME``, lowered for a while."""
    modules = {module.__name__.rsplit(".", 1)[-1]: module for module in MODULES}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in limits.items():
            module, constant = name.split("__")
            patch.setattr(modules[module], constant, value)
        yield


MODULES = (
    plans,
    zones,
    facet_hub,
    results,
    oddities,
    proof,
    organizations,
    indicator,
    agency,
    agency_bodies,
    taking,
    dictionary,
)
#: Hub, its limit, and what tells its rows from all else.
HUBS = {
    "plans": (plans, {"plans__PLANS_LISTED": 3}, r'<tr class="zl-row" id="([^"]+)"'),
    "zones": (zones, {"zones__ZONES_LISTED": 7}, r'<tr class="zl-row" id="([^"]+)"'),
    "cities": (facet_hub, {"facet_hub__VALUES_LISTED": 3}, r'<tr class="zl-row" id="cities-([^"]+)"'),
    "results": (results, {"results__ROWS_LISTED": 6}, r'href="[./]*plans/([^"]+)/#results"'),
    "oddities": (oddities, {"oddities__LINES_LISTED": 20}, r'#([^"]+-[a-z]\d+)"'),
    "proof": (proof, {"proof__UNITS_LISTED": 60}, r'<h3 id="((?!codings-)[^"]+)"'),
}


def pages_of(renderers: dict[str, Renderer], hub: str, limits: dict[str, Any]) -> dict[str, list[Page]]:
    with small(**limits):
        made = list(HUBS[hub][0].pages(renderers))
    return {lang: [page for one, page in made if one == lang and page.path.startswith(f"{hub}/")] for lang in LANGUAGES}


def rows(found: Sequence[Page], pattern: str) -> list[str]:
    return [row for page in found for row in re.findall(pattern, page.body)]


@pytest.mark.parametrize("hub", HUBS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_stands_on_one_page(renderers: dict[str, Renderer], hub: str, lang: str) -> None:
    _, limits, pattern = HUBS[hub]
    (whole,) = pages_of(renderers, hub, {})[lang]
    several = pages_of(renderers, hub, limits)[lang]
    assert len(several) > 1, "the limit must force further pages"
    assert sorted(rows(several, pattern)) == sorted(rows([whole], pattern))
    assert [page.path for page in several] == [
        hub + "/",
        *(f"{hub}/{number}/" for number in range(2, len(several) + 1)),
    ]


@pytest.mark.parametrize("hub", HUBS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_lead_to_each_other_and_to_each_province(renderers: dict[str, Renderer], hub: str, lang: str) -> None:
    several = pages_of(renderers, hub, HUBS[hub][1])[lang]
    addresses = {page.path for page in several}
    for place, page in enumerate(several):
        steps = re.findall(r'rel="(prev|next)" href="([^"]+)"', page.body)
        wanted = ([("prev", several[place - 1].path)] if place else []) + (
            [("next", several[place + 1].path)] if place + 1 < len(several) else []
        )
        assert sorted((rel, href.replace("../", "")) for rel, href in set(steps)) == sorted(wanted), page.path
        index = re.search(r'<nav class="zl-regions".*?</nav>', page.body, re.DOTALL)
        assert index, page.path
        for address in re.findall(r'href="([^"]+)"', index[0]):
            target, _, anchor = address.replace("../", "").partition("#")
            assert target in addresses, address
            body = next(one.body for one in several if one.path == target)
            assert f'id="{anchor}"' in body, address
        assert len({*re.findall(r'\bid="([^"]+)"', page.body)}) == len(re.findall(r'\bid="([^"]+)"', page.body))


def test_an_indicator_has_all_its_targets_over_its_pages(renderers: dict[str, Renderer]) -> None:
    pattern = r'<td><a href="[./]*plans/[^"]+#([^"]+-t\d+)"'
    one = "main-business-revenue"
    (whole,) = [page for lang, page in indicator.pages(renderers, [one]) if lang == "en"]
    with small(indicator__TARGETS_SHOWN=2):
        several = [page for lang, page in indicator.pages(renderers, [one]) if lang == "en"]
    assert len(several) == -(-len(rows([whole], pattern)) // 2) > 2
    assert rows(several, pattern) == rows([whole], pattern)
    assert len({page.title for page in several}) == len(several)


def test_a_large_agency_type_is_summed_up_and_lists_its_organisations(renderers: dict[str, Renderer]) -> None:
    catalogue = renderers["zh"].catalogue
    own = {row.text("id") for row in catalogue.rows("organizations") if row["agency_type_id"] == "zone-committee"}
    limits = {"DUTIES_LISTED": 10, "BODIES_SHOWN": 5, "CITIES_SHOWN": 3}
    with small(agency_bodies__BODIES_LISTED=20, **{f"agency__{name}": value for name, value in limits.items()}):
        made = list(agency_summed.pages(renderers, ["zone-committee"]))
    for lang in LANGUAGES:
        first, *further = [page for one, page in made if one == lang]
        assert "zl-charges" not in first.body, "its duties stand elsewhere"
        assert sorted(rows(further, r'<tr class="zl-row" id="([^"]+)"')) == sorted(own)
        for address in re.findall(r'href="([./]*agencies/zone-committee/\d+/)(?:#(city-\w+))?"', first.body):
            page = next(page for page in further if page.path == address[0].replace("../", ""))
            assert not address[1] or f'id="{address[1]}"' in page.body


def test_a_page_full_of_duties_names_fewer_organisations_and_cities(renderers: dict[str, Renderer]) -> None:
    beside = {"agency__BODIES_BESIDE": 4, "agency__CITIES_BESIDE": 2}
    duties = len(duty_index(renderers["zh"].catalogue).agencies["zone-committee"])
    for shown, bodies, cities in ((duties - 1, 4, 2), (duties, None, None)):
        with small(agency__DUTIES_SHOWN=shown, **beside):
            first = next(page for lang, page in agency.pages(renderers, ["zone-committee"]) if lang == "en")
        found = re.findall(r'<tr class="zl-row" id="[^"]+">\s*<th scope="row"><a href="[./]*organizations/', first.body)
        assert len(found) == bodies or (bodies is None and len(found) > 4)
        assert (f"are the {cities} cities" in first.body) == (cities is not None)


def test_very_many_organisations_leave_the_hub_to_the_cities(renderers: dict[str, Renderer]) -> None:
    with small(organizations__MOST=10, organizations__CITIES_LISTED=3):
        made = [page for lang, page in organizations.pages(renderers) if lang == "en"]
    assert len(made) > 1
    cities = rows(made, r'href="[./]*cities/(\d+)/#organisations"')
    assert len(cities) == len(set(cities)) >= 8


def test_a_page_with_very_many_rows_shows_a_sample_and_a_very_large_table_has_no_file(
    renderers: dict[str, Renderer], monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = renderers["zh"].catalogue
    kind = next(kind for kind in KINDS if kind.folder == "strengths")
    filed = {"targets": catalogue.rows("targets")}
    (whole,) = taking.of_value(catalogue, kind, "firm", filed)
    assert (whole.shown, whole.file) == (whole.rows, "strengths/firm/targets.csv")
    monkeypatch.setattr(taking, "SAMPLED", 100)
    monkeypatch.setattr(taking, "ROWS_FILED", 100)
    (part,) = taking.of_value(catalogue, kind, "firm", filed)
    assert (part.shown, part.file) == (taking.SAMPLE, "")


def test_a_long_list_of_the_dictionary_has_pages_of_its_own(renderers: dict[str, Renderer]) -> None:
    row = r'<tr class="zl-row" id="(jurisdictions\.\d+)"'
    with small(dictionary__ROWS_SHOWN=10**6):
        wholes = dict(dictionary.pages(renderers))
    with small(dictionary__ROWS_SHOWN=30, dictionary__ROWS_LISTED=20):
        made = list(dictionary.pages(renderers))
    for lang in LANGUAGES:
        first, *sheets = [page for one, page in made if one == lang and "industries" not in page.path]
        assert [page.path for page in sheets] == ["dictionary/jurisdictions/", "dictionary/jurisdictions/2/"]
        assert rows([first], row) == []
        assert 'href="../dictionary/jurisdictions/"' in first.body
        assert rows(sheets, row) == rows([wholes[lang]], row)
        assert len({page.title for page in sheets}) == 2
        assert 'href="../../dictionary/#jurisdictions"' in sheets[0].body
        (place,) = set(re.findall(r"&#34;(dictionary/jurisdictions/2/#jurisdictions.{row})&#34;", sheets[1].body))
        assert place


def test_the_longest_lists_leave_the_dictionary_first(renderers: dict[str, Renderer]) -> None:
    tables = view_of_dictionary(renderers["zh"].catalogue)
    assert dictionary.apart(tables) == [], "as long as all lists together are short"
    with small(dictionary__ROWS_SHOWN=60):
        assert [table.name for table in dictionary.apart(tables)] == ["industries"]
    assert dictionary.ROWS_LISTED * 500 + FRAME < HEAVIEST


def test_items_fill_pages_in_order_by_weight() -> None:
    assert parted([1, 2, 3, 4, 9, 1], 5, lambda item: item) == [[1, 2], [3], [4], [9], [1]]
    assert parted([], 5) == [[]]
    assert starts([["a1", "b1"], ["b2", "c1"]], lambda item: item[0]) == {"a": 1, "b": 1, "c": 2}


def test_a_pager_names_the_ends_the_neighbours_and_every_tenth() -> None:
    assert Pager(1, 3, "x/").numbers == []
    assert Pager(12, 25, "x/").numbers == [1, 0, 10, 11, 12, 13, 14, 0, 20, 0, 25]
    assert Pager(2, 5, "x/").numbers == [1, 2, 3, 4, 5]


#: Rows of a page, and the bytes that the heaviest row of the eight plans' pages may take there.
WEIGHTS = {
    "plans": (plans.PLANS_LISTED, 2_800),
    "zones": (zones.ZONES_LISTED, 2_000),
    "cities": (facet_hub.VALUES_LISTED, 800),
    "results": (results.ROWS_LISTED, 1_200),
    "oddities": (oddities.LINES_LISTED, 1_600),
    "proof": (proof.UNITS_LISTED // proof.PLAN, 4_800),
}
#: What a page weighs without its rows: the frame, the index of provinces and the words.
FRAME = 60_000


@pytest.mark.parametrize("hub", HUBS)
def test_a_full_page_is_lighter_than_the_limit(renderers: dict[str, Renderer], hub: str) -> None:
    most, bytes_a_row = WEIGHTS[hub]
    assert most * bytes_a_row + FRAME < HEAVIEST
    for lang in LANGUAGES:
        (whole,) = pages_of(renderers, hub, {})[lang]
        count = max(1, len(set(rows([whole], HUBS[hub][2]))))
        assert len(whole.body.encode()) / count < bytes_a_row + 20_000 / count
