"""The language of plans: each term with its meaning, its forms and how often rows quote it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.facts import fact
from zoneledger.catalogue.once import once
from zoneledger.catalogue.schemas import PLAN
from zoneledger.check.rules.glossary_example import forms, quoted
from zoneledger.problems import Text
from zoneledger.views.name import Named, bilingual

TABLE = "glossary"


@dataclass(frozen=True)
class TermView:
    """One row of ``glossary``.

    Args:
        name: the term in simplified characters, and its English.
        variants: other printed forms.
        rule: the national rule that settles the meaning; empty where none does.
        see_also: the term closest to it.
        example: a row that quotes it, and its plan; None where none does.
        targets, measures, others: how many rows quote it.
    """

    id: str
    name: Text
    variants: tuple[str, ...]
    definition: Text
    rule: Text
    see_also: Named | None
    example: Named | None
    example_plan: str
    targets: int
    measures: int
    others: int
    file: str
    line: int

    @property
    def quoted(self) -> int:
        """How many rows quote it."""
        return self.targets + self.measures + self.others


@dataclass(frozen=True)
class TermGroup:
    """The terms of one kind, in the order of their English."""

    kind: str
    label: Text
    terms: tuple[TermView, ...]


def glossary(catalogue: Catalogue) -> tuple[TermGroup, ...]:
    """All terms by kind, kinds in the schema's order; kinds without terms are left out."""
    counts, plans = _quoted(catalogue), _plans(catalogue)
    kind = catalogue.schemas[TABLE].by_name["kind"]
    grouped: dict[str, list[TermView]] = {key: [] for key in kind.enum}
    for row in catalogue.rows(TABLE):
        grouped[row.text("kind")].append(_term(catalogue, row, counts, plans))
    return tuple(
        TermGroup(key, kind.label(key), tuple(sorted(terms, key=lambda term: term.name.en.lower())))
        for key, terms in grouped.items()
        if terms
    )


def _term(catalogue: Catalogue, row: Row, counts: Counter[tuple[str, str]], plans: dict[str, str]) -> TermView:
    key, example = row.text("id"), row.text("example_id")
    other = catalogue.row(TABLE, row["see_also_id"])
    of = {table: number for (term, table), number in counts.items() if term == key}
    return TermView(
        id=key,
        name=bilingual(row, "term"),
        variants=tuple(forms(row)[1:]),
        definition=bilingual(row, "definition"),
        rule=bilingual(row, "rule"),
        see_also=Named(other.text("id"), bilingual(other, "term")) if other else None,
        example=Named(example, Text(example, example)) if example in plans else None,
        example_plan=plans.get(example, ""),
        targets=of.get("targets", 0),
        measures=of.get("measures", 0),
        others=sum(number for table, number in of.items() if table not in ("targets", "measures")),
        file=row.file,
        line=row.line,
    )


def _own_rows(catalogue: Catalogue) -> Iterable[tuple[str, Row]]:
    """Rows of plans that have an id of their own."""
    for table, schema in catalogue.schemas.items():
        if schema.group == PLAN and "id" in schema.by_name:
            for row in catalogue.rows(table):
                yield table, row


def _plans(catalogue: Catalogue) -> dict[str, str]:
    """The plan of each example."""
    wanted = {row["example_id"] for row in catalogue.rows(TABLE)}
    return {row.text("id"): row.text("plan_id") for _, row in _own_rows(catalogue) if row["id"] in wanted}


def _quoted(catalogue: Catalogue) -> Counter[tuple[str, str]]:
    """By term and table, how many rows quote it."""
    found: Counter[tuple[str, str]] = Counter()
    for plan_id in catalogue.plan_files:
        found.update({(term, table): rows for term, table, rows in quotations(catalogue, plan_id)})
    return found


@fact(lambda said: [(term, table, rows) for term, table, rows in said])
def quotations(catalogue: Catalogue, plan_id: str) -> list[tuple[str, str, int]]:
    """Terms with tables and how many of the plan's rows there quote them; every row is read once for all terms."""
    owner, pattern = _forms(catalogue)
    found: Counter[tuple[str, str]] = Counter()
    for table, schema in catalogue.schemas.items() if owner else ():
        if schema.group == PLAN and "id" in schema.by_name:
            for row in catalogue.rows(table, plan_id):
                found.update({(owner[form], table) for form in pattern.findall(quoted(row))})
    return [(term, table, rows) for (term, table), rows in sorted(found.items())]


@once
def _forms(catalogue: Catalogue) -> tuple[dict[str, str], re.Pattern[str]]:
    """The term of each form, and what finds forms."""
    owner = {form: row.text("id") for row in catalogue.rows(TABLE) for form in forms(row)}
    # Longest first, and looked for at every place: of 延链补链强链 the inner 补链 is a form as well.
    return owner, re.compile(f"(?=({'|'.join(map(re.escape, sorted(owner, key=len, reverse=True)))}))")
