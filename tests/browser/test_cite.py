"""Citations in the browser: the same text as the program writes, one click from a row, and copied by any means there is."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from page_types import PREFIXES, each_language, each_viewport
from playwright.sync_api import Browser, Page, expect

from zoneledger.catalogue import load
from zoneledger.citations import FORMATS, Citing
from zoneledger.revision import Repository, site_address

PLAN = "ganzhou-2020"
ROW = f"{PLAN}-t002"
TODAY = "2026-02-03"
ODD = ("A & B 50% #1 _x_ {a} }{ ~^ \\textbf{$x$} @misc{", "“引”’<b>\"'\u2028", "}", "\\", "{plan} $& $1 $$", "𠮷👩‍👧é", " ")
#: What the page's own row citations come to: run as the page would, with values of the test's choosing.
FORMAT = "([cited, day]) => Object.fromEntries(Object.entries(zlCitations.formats).map(([name, cite]) => [name, cite(cited, day)]))"


def citing(root: Path, lang: str, revision: str = "") -> Citing:
    catalogue = load(root)
    repository = Repository.of(catalogue.layout)
    return Citing(
        catalogue, replace(repository, revision=revision or repository.revision), site_address(catalogue.layout), lang
    )


def opened(page: Page, address: str, row: str = ROW) -> None:
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    page.goto(address)
    show(page, row)
    page.locator(f'a.zl-report[data-row="{row}"]').first.click()
    expect(page.locator("dialog .zl-citing button").last).to_be_visible()


def show(page: Page, row: str) -> None:
    """Unfolds what a row stands in."""
    page.locator(f'a.zl-report[data-row="{row}"]').first.evaluate(
        "link => { for (let box = link.closest('details'); box; box = box.parentElement.closest('details')) box.open = true }"
    )


@each_language
def test_the_page_writes_what_the_program_writes(page: Page, site_url: str, root: Path, language: str) -> None:
    page.goto(f"{site_url}{PREFIXES[language]}plans/{PLAN}/")
    maker = citing(root, language, "a" * 40)
    base = [maker.dataset(), maker.plan(PLAN), maker.table("targets", "schemas/targets.json")]
    odd = [replace(base[1], title=text, container=text, author=text, address=f"https://e.org/{text}") for text in ODD]
    bare = replace(base[1], container="", address="", fixed="", revision="")
    for cited in (*base, *odd, bare):
        for day in ("", TODAY):
            wrote = page.evaluate(FORMAT, [asdict(cited), day])
            assert wrote == {name: cite(cited, day) for name, (_, cite) in FORMATS.items()}


@each_language
@pytest.mark.parametrize("revision", ["", "b" * 40])
def test_rows_of_every_table_are_cited_alike(page: Page, site_url: str, root: Path, language: str, revision: str) -> None:
    page.goto(f"{site_url}{PREFIXES[language]}plans/{PLAN}/")
    maker = citing(root, language, revision)
    known = json.loads(maker.page(maker.catalogue.schemas, maker.catalogue.plan_files))
    known["plans"][PLAN] = ODD[0] + ODD[4]
    tried = 0
    for table, schema in maker.catalogue.schemas.items():
        for row in maker.catalogue.rows(table)[:2]:
            key = " ".join(row.text(column) for column in schema.primary_key)
            plan = row.text("plan_id") if "plan_id" in row.values else row.text("id") if table == "plans" else ""
            expected = maker.row(table, key, plan, row.file, row.line)
            source = maker.repository.line(row.file, row.line)
            place = {"plan": plan, "table": table, "key": key, "source": source}
            made = page.evaluate("([page, place]) => zlCitations.row(page, place)", [known, place])
            if plan == PLAN:
                expected = replace(expected, title=expected.title.replace(maker._plan(PLAN), known["plans"][PLAN]))
            assert made == asdict(expected)
            tried += 1
    assert tried > 30


@each_language
@each_viewport
def test_the_dialog_over_a_row_cites_it(page: Page, site_url: str, root: Path, language: str) -> None:
    opened(page, f"{site_url}{PREFIXES[language]}plans/{PLAN}/")
    link = page.locator(f'a.zl-report[data-row="{ROW}"]').first
    source = link.evaluate("link => link.previousElementSibling.getAttribute('href')")
    file, line = unquote(source).partition("datasets/")[2].partition("#L")[::2]
    expected = citing(root, language).row("targets", ROW, PLAN, "datasets/" + file.partition("?")[0], int(line))
    for name, (title, cite) in FORMATS.items():
        page.locator("dialog .zl-citing summary", has_text=title).click()
        assert page.locator(f'dialog code[data-format="{name}"]').inner_text() == cite(expected, TODAY)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_by_keyboard_alone_a_citation_is_copied_and_said(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}en/plans/{PLAN}/")
    show(page, ROW)
    page.locator(f'a.zl-report[data-row="{ROW}"]').first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog .zl-citing button").last).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("dialog").get_by_role("button", name="Copy the citation, GB/T 7714—2015")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("dialog .zl-citing [role=status]")).to_have_text("Copied the citation, GB/T 7714—2015.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("ZoneLedger contributors. ") and ROW in copied
    assert copied == page.locator('dialog code[data-format="gb_t_7714"]').text_content()


def test_where_the_clipboard_is_refused_the_text_is_selected(page: Page, site_url: str) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false"
    )
    opened(page, f"{site_url}plans/{PLAN}/")
    page.locator("dialog").get_by_role("button", name="复制 BibTeX 引文").click()
    expect(page.locator("dialog .zl-citing [role=status]")).to_contain_text("Ctrl+C")
    shown = page.locator('dialog code[data-format="bibtex"]')
    expect(shown).to_be_visible()
    assert page.evaluate("getSelection().toString()") == shown.inner_text()


@each_language
def test_a_page_is_cited_with_the_day_of_reading(page: Page, site_url: str, root: Path, language: str) -> None:
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    page.goto(f"{site_url}{PREFIXES[language]}data/")
    expected = citing(root, language).dataset()
    expect(page.locator("main .zl-citing button")).to_have_count(len(FORMATS))
    for name, (_, cite) in FORMATS.items():
        assert page.locator(f'main code[data-format="{name}"]').text_content() == cite(expected, TODAY)


def test_without_scripts_every_format_stands_on_the_page(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{site_url}plans/{PLAN}/")
    texts = {name: plain.locator(f'main .zl-citing code[data-format="{name}"]').first.text_content() or "" for name in FORMATS}
    assert "[引用日期]" in texts["gb_t_7714"] and texts["bibtex"].startswith("@misc{") and json.loads(texts["csl_json"])
    assert "请换成您查阅的日期" in plain.locator("main").inner_text()
    assert plain.locator("main .zl-citing button").count() == 0
    context.close()
