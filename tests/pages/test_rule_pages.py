"""Every rule has a page in both languages, made from the rule, that shows what the program says."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from zoneledger.report import text, wording
from zoneledger.report.setting import page_path
from zoneledger.rulebook import RULES, STAGES, example

TREES = {"zh": "", "en": "en/"}


@pytest.mark.parametrize("lang", TREES)
def test_every_rule_has_its_page(lang: str, site: Path) -> None:
    for stage in STAGES:
        for rule in stage.rules:
            page = html.parse(site / TREES[lang] / page_path(rule.code) / "index.html").getroot()
            (article,) = page.xpath("//article[@id='zl-content']")
            shown = " ".join(article.text_content().split())
            assert article.xpath("string(.//h1)") == rule.title.of(lang)
            for said in (rule.code, rule.tip.of(lang), rule.why.of(lang), wording.SEVERITY[rule.severity].of(lang)):
                assert " ".join(said.split()) in shown
            found = example(rule)
            blocks = article.xpath(".//pre[@class='zl-said']")
            assert len(blocks) == (found is not None)
            if found is not None:
                assert blocks[0].text_content().rstrip("\n") == "\n".join(text.one(found, lang))
                assert found.message.of(lang)[:40] in blocks[0].text_content()


@pytest.mark.parametrize("lang", TREES)
def test_the_hub_leads_to_every_rule(lang: str, site: Path) -> None:
    folder = site / TREES[lang] / "rules"
    page = html.parse(folder / "index.html").getroot()
    links = {link.split("rules/", 1)[1] for link in page.xpath("//article//th/a/@href")}
    assert links == {f"{code}/" for code in RULES}
    assert [element.get("id") for element in page.xpath("//article//h2")] == [stage.key for stage in STAGES]


@pytest.mark.parametrize("lang", TREES)
@pytest.mark.parametrize("page", ["dictionary", "contribute"])
def test_the_hub_is_linked(page: str, lang: str, site: Path) -> None:
    links = html.parse(site / TREES[lang] / page / "index.html").getroot().xpath("//article//a/@href")
    assert any(link.endswith("/rules/") for link in links)
