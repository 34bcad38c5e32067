"""Finds every row of the tables in the source texts they were curated from, and writes down what was proved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zoneledger.audit import (
    anchors,
    dates,
    duties,
    exclusions,
    measures,
    names,
    order,
    outline,
    placement,
    reading,
    sources,
)
from zoneledger.audit.exclusions import OpenFigure
from zoneledger.audit.findings import Finding
from zoneledger.audit.receipts import Receipt, changed_since, digests_of, load_receipt
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue
from zoneledger.layout import Layout
from zoneledger.problems import Place, Problem, Report, Rule, Severity, Text

__all__ = [
    "AuditResult",
    "NoSourcesFolderError",
    "OpenFigure",
    "Receipt",
    "UnknownPlanError",
    "changed_since",
    "load_receipt",
    "open_figures",
    "run",
    "write_receipts",
]

UNREADABLE = Rule(
    "audit-tables",
    Text("先通过检查，再作核对", "Tables are checked before they are audited"),
    Text("先运行 zoneledger check。", "Run zoneledger check first."),
)

#: Every audit: what it looks for is said in its module.
CHECKS: tuple[Callable[[SourceText, Catalogue], Iterator[Finding]], ...] = (
    anchors.check,
    exclusions.check,
    reading.check,
    placement.check,
    measures.check,
    duties.check,
    names.check,
    dates.check,
    order.check,
)
_LOCATORS = ("locator", "anchor_locator")


class NoSourcesFolderError(Exception):
    """The folder of source texts does not exist."""


class UnknownPlanError(Exception):
    """A plan was asked for that the catalogue does not have."""


@dataclass(frozen=True)
class AuditResult:
    """What a run found.

    Args:
        report: every problem.
        receipts: by plan id, for every plan whose source could be read, whether or not all was found.
        proved: the plans without an error: only their receipts may be written.
    """

    report: Report
    receipts: dict[str, Receipt]
    proved: frozenset[str]


def run(catalogue: Catalogue, sources_folder: Path, plans: Sequence[str] | None = None) -> AuditResult:
    """Audits plans against their source texts.

    Args:
        catalogue: a loaded checkout.
        sources_folder: where the source texts are, under the names that ``plan.yml`` gives.
        plans: the plans to audit; all where None.

    Raises:
        NoSourcesFolderError: the folder does not exist.
        UnknownPlanError: a plan asked for does not exist.
    """
    if not sources_folder.is_dir():
        raise NoSourcesFolderError(str(sources_folder))
    unknown = sorted(set(plans or ()) - set(catalogue.plan_files))
    if unknown:
        raise UnknownPlanError(", ".join(unknown))
    problems = [*catalogue.problems, *_untyped(catalogue)]
    if any(problem.rule.severity is Severity.ERROR for problem in problems):
        return AuditResult(Report.of(problems), {}, frozenset())
    receipts, proved = {}, set()
    for plan_id in plans if plans is not None else catalogue.plan_files:
        source, wrong = source_of(catalogue, sources_folder, plan_id)
        if source is not None:
            findings = examine(source, catalogue)
            wrong = [problem for finding in findings for problem in finding.problems]
            receipts[plan_id] = _receipt(catalogue, source, findings)
            if not any(problem.rule.severity is Severity.ERROR for problem in wrong):
                proved.add(plan_id)
        problems += wrong
    return AuditResult(Report.of(problems), receipts, frozenset(proved))


def examine(source: SourceText, catalogue: Catalogue) -> list[Finding]:
    """All that every audit says of one plan."""
    return [finding for check in CHECKS for finding in check(source, catalogue)]


def open_figures(catalogue: Catalogue, sources_folder: Path, plan_id: str) -> list[OpenFigure]:
    """The figures of a plan's text that are neither in a row nor excluded by name, in order, for a curator to work through.

    Raises:
        ValueError: the plan's source is missing or another one, or its text cannot be cut out of it.
    """
    source, wrong = source_of(catalogue, sources_folder, plan_id)
    if source is None:
        raise ValueError("; ".join(problem.message.en for problem in wrong))
    return exclusions.open_figures(source, catalogue)


def write_receipts(result: AuditResult, layout: Layout) -> None:
    """Writes the receipts of the plans without errors; those of others stay as they are.

    A run of planted faults that an earlier receipt records is kept as long as neither rows nor source changed.
    """
    layout.receipts.mkdir(parents=True, exist_ok=True)
    for plan_id in sorted(result.proved):
        path = layout.receipts / f"{plan_id}.json"
        receipt = result.receipts[plan_id]
        earlier = _earlier(path)
        if receipt.faults is None and earlier is not None and earlier.same_rows(receipt):
            receipt = replace(receipt, faults=earlier.faults)
        path.write_text(receipt.to_json(), encoding="utf-8", newline="\n")


def _earlier(path: Path) -> Receipt | None:
    try:
        return Receipt.from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _untyped(catalogue: Catalogue) -> Iterator[Problem]:
    """Cells that do not fit their type: rows cannot be read at all then."""
    for name, table in catalogue.tables.items():
        try:
            table.rows  # noqa: B018
        except ValueError as error:
            message = Text(f"表 {name} 有不合类型的单元格：{error}", f"Table {name} has a cell that does not fit its type: {error}")
            file = table.records[0].file if table.records else name
            yield Problem(UNREADABLE, Place(file), "", message, fix=UNREADABLE.tip)


def source_of(catalogue: Catalogue, folder: Path, plan_id: str) -> tuple[SourceText | None, list[Problem]]:
    """A plan's own text cut into its sections, or what is wrong with its source file."""
    recorded = catalogue.plan_files[plan_id]["source"]
    place = Place(catalogue.layout.relative(catalogue.layout.plans / plan_id / "plan.yml"))
    whole, problems = sources.read(folder, recorded, place)
    text, cut = sources.cut(whole, recorded, place) if whole is not None else (None, [])
    if whole is None or text is None:
        return None, [*problems, *cut]
    return read_text(catalogue, plan_id, text, whole), []


def read_text(catalogue: Catalogue, plan_id: str, text: str, whole: str) -> SourceText:
    """A plan's text, cut into the sections that its tables' locators name."""
    recorded = catalogue.plan_files[plan_id]["source"]
    locators = {
        row.text(column)
        for name, schema in catalogue.schemas.items()
        if schema.group == "plan"
        for column in _LOCATORS
        if column in schema.by_name
        for row in catalogue.rows(name, plan_id)
    }
    parts = outline.read(text, locators)
    return SourceText(plan_id, recorded["file"], recorded["sha256"], text, whole, parts)


def _receipt(catalogue: Catalogue, source: SourceText, findings: list[Finding]) -> Receipt:
    """Counts each row once, however many things of it were looked for."""
    found: dict[str, dict[int, bool]] = defaultdict(dict)
    for finding in findings:
        if finding.row is not None:
            seen = found[finding.table]
            seen[finding.row.line] = seen.get(finding.row.line, True) and finding.found
    digests = digests_of(catalogue, source.plan_id)
    return Receipt(
        source.plan_id,
        source.file,
        source.sha256,
        {table: len(rows) for table, rows in digests.items()},
        {table: len(found[table]) for table in digests},
        {table: sum(found[table].values()) for table in digests},
        digests,
        exclusions.account(source, catalogue),
        duties.account(source, catalogue),
        reading.noted(catalogue, source.plan_id),
    )
