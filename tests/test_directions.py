"""The program's stages depend on each other in one direction: no package, however indirectly, imports what imports it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = "zoneledger"


def imported(source: str) -> set[str]:
    """The stages a module imports, anywhere in it: the first name below the package."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module == PACKAGE:
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{PACKAGE}."):
            found.add(str(node.module).split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith(f"{PACKAGE}.")}
    return found


def stages(folder: Path) -> dict[str, set[str]]:
    """What each stage imports, itself apart."""
    found: dict[str, set[str]] = {}
    for file in folder.rglob("*.py"):
        stage = file.relative_to(folder).parts[0].removesuffix(".py")
        found.setdefault(stage, set()).update(imported(file.read_text(encoding="utf-8")) - {stage})
    return found


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """One circle of stages, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_stage_imports_what_imports_it(root: Path) -> None:
    found = stages(root / "build" / PACKAGE)
    assert len(found) > 20
    assert circle(found) == []


#: Stage → the stages it must not know: data before judgement, judgement before words, words before pages.
APART = {
    "catalogue": {"check", "views", "pages", "audit", "assessment", "report"},
    "check": {"views", "pages", "charts", "packages", "search"},
    "assessment": {"views", "pages", "charts"},
    "views": {"pages", "charts", "packages", "search", "site"},
    "packages": {"pages", "charts", "site"},
    "api": {"pages", "charts", "search", "site"},
}


@pytest.mark.parametrize("stage", APART)
def test_a_stage_knows_nothing_of_the_later_ones(root: Path, stage: str) -> None:
    assert stages(root / "build" / PACKAGE)[stage] & APART[stage] == set()


def test_a_circle_would_be_noticed() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) != []
    assert imported(
        "from zoneledger import views\nimport zoneledger.pages.home\nfrom zoneledger.check.rules import x"
    ) == {
        "views",
        "pages",
        "check",
    }
