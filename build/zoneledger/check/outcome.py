"""What checking one plan gave, apart from all others: its findings, and what rules across plans must know of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from zoneledger.catalogue import Catalogue, Table
from zoneledger.check import rules, strange_keys
from zoneledger.check.scope import Scope
from zoneledger.check.strange_keys import Strange
from zoneledger.problems import Problem, Severity

#: Finds the problems of files' cells, keys and order in some tables of a catalogue.
Engine = Callable[[Catalogue, Sequence[Table]], list[Problem]]


@dataclass(frozen=True)
class Outcome:
    """What checking one plan, or the shared lists, gave.

    Args:
        schema: problems of its files, cells and keys.
        rules: problems by the rules beyond the schema; they are not run where something above is an error.
        strange: its keys that another plan may have.
        extracts: what rules across plans must know of it, by the rule's code.
    """

    schema: tuple[Problem, ...] = ()
    rules: tuple[Problem, ...] = ()
    strange: tuple[Strange, ...] = ()
    extracts: dict[str, Any] = field(default_factory=dict)


def of_shared(catalogue: Catalogue, engine: Engine) -> Outcome:
    """Checks the shared lists.

    Args:
        catalogue: as ``load_shared`` gives it.
        engine: what judges cells and keys.
    """
    schema = [*catalogue.problems, *engine(catalogue, list(catalogue.tables.values()))]
    judged = () if unsound(schema) else (rule for rule in rules.RULES if rule.SCOPE in (Scope.SHARED, Scope.TABLE))
    return Outcome(tuple(schema), tuple(problem for rule in judged for problem in rule.check(catalogue)))


def of_plans(catalogue: Catalogue, plans: Sequence[str], engine: Engine, sound: bool) -> dict[str, Outcome]:
    """Checks plans, each as if it were alone.

    Args:
        catalogue: as ``load_plans`` gives it.
        plans: their ids, which are the names of their folders.
        engine: what judges cells and keys.
        sound: whether the shared lists are; the rules beyond the schema read them.
    """
    found = [*catalogue.problems, *engine(catalogue, catalogue.own)]
    schema = _by_plan(catalogue, found, plans)
    keys: dict[str, list[Strange]] = defaultdict(list)
    for plan_id, key in strange_keys.strange(catalogue, found):
        keys[plan_id].append(key)
    fit = [plan for plan in plans if sound and not unsound(schema[plan])]
    judged = catalogue if len(fit) == len(plans) else catalogue.of(fit)
    each = (rule for rule in rules.RULES if rule.SCOPE in (Scope.PLAN, Scope.TABLE)) if fit else ()
    beyond = _by_plan(catalogue, (problem for rule in each for problem in rule.check(judged)), plans)
    extracts = {plan: {rule.RULE.code: rule.extract(judged, plan) for rule in rules.ACROSS} for plan in fit}
    return {
        plan: Outcome(tuple(schema[plan]), tuple(beyond[plan]), tuple(keys[plan]), extracts.get(plan, {}))
        for plan in plans
    }


def unsound(found: Iterable[Problem]) -> bool:
    """Whether something found is an error."""
    return any(problem.rule.severity is Severity.ERROR for problem in found)


def held_back(found: Iterable[Problem]) -> bool:
    """Whether errors in files, cells or keys keep the rules between rows from being run."""
    between = {module.RULE for module in rules.RULES}
    return any(problem.rule.severity is Severity.ERROR and problem.rule not in between for problem in found)


def _by_plan(catalogue: Catalogue, found: Iterable[Problem], plans: Sequence[str]) -> dict[str, list[Problem]]:
    """Problems by the folder they lie in; one that lies in none is everybody's, and is put to the first."""
    folder = f"{catalogue.layout.relative(catalogue.layout.plans)}/"
    grouped: dict[str, list[Problem]] = {plan: [] for plan in plans}
    for problem in found:
        file = problem.place.file
        plan = file.removeprefix(folder).partition("/")[0] if file.startswith(folder) else ""
        grouped[plan if plan in grouped else plans[0]].append(problem)
    return grouped
