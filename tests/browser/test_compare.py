"""The comparison in a real browser: what stands side by side, where it comes from, and that its address says it all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from page_types import PREFIXES, each_language, each_viewport
from playwright.sync_api import Page, expect
from watch import sideways_scroll

PAIR = ("ganzhou-2020", "lianyungang-2022")


@pytest.fixture(scope="session")
def files(built_site: Path) -> list[dict[str, Any]]:
    """The files of the two plans that are compared."""
    folder = built_site / "site" / "compare" / "plans"
    return [json.loads((folder / f"{plan}.json").read_text("utf-8")) for plan in PAIR]


def compared(page: Page, site_url: str, language: str = "zh", plans: tuple[str, ...] = PAIR) -> Page:
    """The comparison of some plans once it is drawn."""
    page.goto(f"{site_url}{PREFIXES[language]}compare/?plans={','.join(plans)}")
    expect(page.locator("#differences")).to_be_visible()
    return page


@each_viewport
@each_language
def test_only_shared_measures_stand_side_by_side(
    page: Page, site_url: str, language: str, viewport: str, files: list[dict[str, Any]]
) -> None:
    compared(page, site_url, language)
    keys = [{(t["indicator"], t["kind"], t["unit"]) for t in content["targets"]} for content in files]
    rows = page.locator("#indicators ~ .zl-compare__table").first.locator("tbody tr")
    expect(rows).to_have_count(len(keys[0] & keys[1]))
    shown = {link.get_attribute("href").split("#")[1] for link in rows.locator("td a").all()}  # type: ignore[union-attr]
    both = keys[0] & keys[1]
    assert shown == {t["id"] for c in files for t in c["targets"] if (t["indicator"], t["kind"], t["unit"]) in both}
    assert sideways_scroll(page) <= 0


def test_growth_shows_formula_and_assumption(page: Page, site_url: str) -> None:
    compared(page, site_url, "en")
    cell = page.locator("td", has=page.locator("a[href$='#ganzhou-2020-t001']", has_text="26% a year"))
    expect(cell).to_contain_text("2^(1/3) − 1")
    expect(cell).to_contain_text("Assumes the same growth every year")


def test_what_one_has_and_the_other_lacks_is_the_symmetric_difference(
    page: Page, site_url: str, files: list[dict[str, Any]]
) -> None:
    compared(page, site_url)
    for group in ("dimensions", "industries"):
        table = page.locator(f"#{group} + .zl-compare__table tbody tr")
        differing = set(files[0]["has"][group]) ^ set(files[1]["has"][group])
        expect(table).to_have_count(len(differing))


def test_boxes_and_address_say_the_same(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}compare/")
    page.get_by_label("赣州开发区三年倍增方案").check()
    expect(page.locator(".zl-compare__status")).to_have_text("再选一份计划，即可对比。")
    page.get_by_label("遵义开发区高质量发展方案").check()
    expect(page.locator("#functions")).to_be_visible()
    expect(page).to_have_url(f"{site_url}compare/?plans=ganzhou-2020,zunyi")
    page.go_back()
    expect(page.locator("#functions")).to_have_count(0)
    expect(page.get_by_label("遵义开发区高质量发展方案")).not_to_be_checked()


def test_an_unknown_plan_is_named(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}compare/?plans=ganzhou-2020,no-such")
    expect(page.get_by_role("alert")).to_have_text("没有这份计划：no-such")


@each_language
def test_every_link_of_a_comparison_leads_to_a_place(
    page: Page, site_url: str, built_site: Path, language: str
) -> None:
    compared(page, site_url, language)
    addresses = {link.get_attribute("href") for link in page.locator(".zl-compare__result a").all()}
    assert len(addresses) > 40
    for address in addresses:
        assert address is not None and address.startswith(site_url)
        path, _, anchor = address.removeprefix(site_url).partition("#")
        text = (built_site / "site" / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in text, address


@each_language
def test_of_very_many_plans_the_list_comes_when_a_reader_searches(
    page: Page, site_url: str, built_site: Path, language: str
) -> None:
    """The same site, as if its plans were too many for one list."""
    names = json.loads((built_site / "site" / "compare" / "names.json").read_text("utf-8"))
    plans, place = names.pop("plans"), {"zh": 0, "en": 1}[language]
    listed = {
        "ids": [plan["id"] for plan in plans],
        "titles": [plan["title"][place] for plan in plans],
        "places": [plan["place"][place] for plan in plans],
        "place": list(range(len(plans))),
        "periods": [plan["period"][place] for plan in plans],
        "period": list(range(len(plans))),
    }
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.route("**/compare/names.json", lambda route: route.fulfill(json={"listed": len(plans), **names}))
    page.route(f"**/compare/plans.{language}.json", lambda route: route.fulfill(json=listed))
    page.goto(f"{site_url}{PREFIXES[language]}compare/")
    box = page.get_by_role("searchbox", name={"zh": "份计划里查找", "en": "Search all"}[language])
    expect(box).to_be_visible()
    assert f"plans.{language}.json" not in asked
    expect(page.locator(".zl-compare__plans li")).to_have_count(0)
    box.fill({"zh": "贛州", "en": "ganzhou"}[language])
    expect(page.locator(".zl-compare__plans li")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    box.fill({"zh": "连云港", "en": "lianyungang"}[language])
    expect(page.locator(".zl-compare__plans li")).to_have_count(2)
    page.locator(".zl-compare__plans li input").nth(1).check()
    expect(page.locator("#differences")).to_be_visible()
    expect(page).to_have_url(f"{site_url}{PREFIXES[language]}compare/?plans={','.join(PAIR)}")
    page.reload()
    expect(page.locator("#differences")).to_be_visible()
    expect(page.locator(".zl-compare__plans input:checked")).to_have_count(2)
