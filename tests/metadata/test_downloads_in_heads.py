"""Heads that name downloads are only made where these are known: to leave them out would go unnoticed otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from zoneledger import pages
from zoneledger.catalogue import Catalogue, load
from zoneledger.heads import Heads
from zoneledger.parts import documents
from zoneledger.site.shell import Page


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load(root)


@pytest.mark.parametrize("path", ["", "data/"])
def test_they_must_be_known(catalogue: Catalogue, path: str) -> None:
    page = Page(path, "题", "说明", Markup("<p>文</p>"))
    with pytest.raises(ValueError, match="names downloads"):
        Heads(catalogue, "https://example.org/", None).complete("zh", page)
    assert Heads(catalogue, "https://example.org/", ()).complete("zh", page).head


def test_other_hubs_do_without(catalogue: Catalogue) -> None:
    heads = Heads(catalogue, "https://example.org/", None)
    for hub in {hub for hub, _ in pages.OVERVIEW} - {"", "data/"}:
        assert heads.complete("zh", Page(hub, "题", "说明", Markup("<p>文</p>"))).head


def test_the_kinds_that_are_given_them_are_those_of_these_hubs() -> None:
    assert {pages.name(kind) for kind in pages.OVERVIEW if kind[0] in ("", "data/")} == {*documents.OFFERING}
