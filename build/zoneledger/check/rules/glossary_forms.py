"""A printed form stands for one term."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.rules.glossary_example import forms
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "glossary-forms",
    Text("一种写法只属于一个词语", "A printed form belongs to one term"),
    Text("从其中一行删去这种写法，或合并两行。", "Delete the form from one of the rows, or merge them."),
    why=Text(
        "页面上的词语按写法链接到释义；一种写法属于两个词语，就不知道该链到哪里。",
        "Words on pages are linked to their definition by their form; a form of two terms would have two places to go.",
    ),
)
SCOPE = Scope.SHARED


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Forms that two terms share, or that one term lists twice."""
    owners: dict[str, str] = {}
    for row in catalogue.rows("glossary"):
        for place, form in enumerate(forms(row)):
            owner = owners.setdefault(form, row.text("id"))
            again = owner == row["id"] and form in forms(row)[:place]
            if owner != row["id"] or again:
                message = Text(f"{owner} 已有“{form}”这种写法。", f"{owner} has the form {form} already.")
                column = "variants" if place else "term_zh"
                yield Problem(RULE, Place(row.file, row.line, column), form, message, fix=RULE.tip)
