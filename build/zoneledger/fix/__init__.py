"""Brings data files into their canonical form and repairs what is certain, one repair a module.

``cells`` and ``tables`` hold the repairs, each package with its registry; ``canonical`` is the form of a file, ``decoding``
its bytes. What is not certain is explained and left: a repair never guesses, and never takes a value out of git unless
it was asked to or unless that value is one of the few that the cell can stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from zoneledger.catalogue import load_schemas
from zoneledger.catalogue.schemas import PLAN, REFERENCE
from zoneledger.fix.findings import Outcome, Repair
from zoneledger.fix.replacement import replace_file
from zoneledger.fix.table_file import repair_table
from zoneledger.fix.yaml_file import repair_yaml
from zoneledger.layout import Layout

__all__ = ["Outcome", "Repair", "repaired", "write"]


def repaired(layout: Layout, files: Iterable[Path], restore: frozenset[str] = frozenset()) -> Iterator[Outcome]:
    """Works out what files should hold, one after another; nothing is written.

    Args:
        layout: the checkout.
        files: data files of it; a file that is no table of the schemas and no YAML file is passed over.
        restore: columns whose lost values are taken from the last commit.
    """
    schemas = load_schemas(layout.schemas)
    for path in files:
        outcome = Outcome(layout.relative(path), path)
        group = REFERENCE if path.parent == layout.reference else PLAN if path.parent.parent == layout.plans else ""
        schema = schemas.get(path.stem)
        if path.suffix == ".csv" and schema is not None and schema.group == group:
            repair_table(outcome, layout.root, schema, path.parent.name if group == PLAN else "", restore)
        elif path == layout.dataset_file or (path.name == "plan.yml" and group == PLAN):
            repair_yaml(outcome, layout.root)
        yield outcome


def write(outcome: Outcome) -> None:
    """Writes what was worked out, whole or not at all.

    Raises:
        OSError: the file cannot be written, or was changed by another program meanwhile.
    """
    if outcome.changed and outcome.after is not None:
        replace_file(outcome.path, outcome.after, expected=outcome.before)
