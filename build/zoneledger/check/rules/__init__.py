"""Rules beyond the schema, one a module: each has a ``RULE``, a ``SCOPE`` and a ``check`` over the typed catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

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
from zoneledger.check.scope import Scope
from zoneledger.problems import Problem, Rule


class RuleModule(Protocol):
    """What each module of this package offers."""

    RULE: Rule
    SCOPE: Scope

    def check(self, catalogue: Catalogue) -> Iterable[Problem]:
        """Every problem of this kind, in a catalogue of all plans; within its scope also in one of some."""


class RuleAcross(RuleModule, Protocol):
    """What a rule across plans offers besides."""

    def extract(self, catalogue: Catalogue, plan_id: str) -> Any:
        """What must be known of one plan, as JSON holds it; the catalogue may hold that plan alone."""

    def gather(self, shared: Catalogue, extracts: Mapping[str, Any]) -> Iterable[Problem]:
        """Every problem, from what was drawn from each plan and the shared lists."""


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

#: Those whose verdict needs something of every plan.
ACROSS: tuple[RuleAcross, ...] = (glossary_example, orphan_reference, receipt_form)
