"""Rules beyond the schema, one a module: each has a ``RULE`` and a ``check`` over the typed catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from zoneledger.catalogue import Catalogue
from zoneledger.check.rules import (
    alias_matches,
    bilingual_pair,
    deadline_basis,
    deadline_within_period,
    duty_position,
    glossary_example,
    glossary_forms,
    id_of_plan,
    jurisdiction_fit,
    milestone_date,
    note_basis,
    orphan_reference,
    outcome_role,
    outcome_scope,
    outline_order,
    printed_value,
    range_bounds,
    receipt_form,
    relation_cycle,
    relation_scope,
    scope_details,
    third_party_copy,
    value_form,
    zone_aliases,
)
from zoneledger.problems import Problem, Rule


class RuleModule(Protocol):
    """What each module of this package offers."""

    RULE: Rule

    def check(self, catalogue: Catalogue) -> Iterable[Problem]:
        """Every problem of this kind."""


RULES: tuple[RuleModule, ...] = (
    alias_matches,
    bilingual_pair,
    deadline_basis,
    deadline_within_period,
    duty_position,
    glossary_example,
    glossary_forms,
    id_of_plan,
    jurisdiction_fit,
    milestone_date,
    note_basis,
    orphan_reference,
    outcome_role,
    outcome_scope,
    outline_order,
    printed_value,
    range_bounds,
    receipt_form,
    relation_cycle,
    relation_scope,
    scope_details,
    third_party_copy,
    value_form,
    zone_aliases,
)
