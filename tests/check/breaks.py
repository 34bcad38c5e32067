"""One fault for every rule: how to break it, and where the command must then point."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checkout import PLAN, REFERENCE, Checkout

TARGETS = f"{PLAN}/targets.csv"


def yaml(checkout: Checkout, before: str, after: str) -> None:
    path = checkout.root / PLAN / "plan.yml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def bytes_of(checkout: Checkout, table: str, change: Callable[[bytes], bytes]) -> None:
    path = checkout.path(table)
    path.write_bytes(change(path.read_bytes()))


def symlink(checkout: Checkout) -> None:
    path = checkout.path("projects")
    outside = checkout.root.parent / "outside.csv"
    path.rename(outside)
    path.symlink_to(outside)


def cycle(checkout: Checkout) -> None:
    checkout.append(
        "target_relations", from_target_id="anshi-2021-t001", to_target_id="anshi-2021-t003", relation="part_of"
    )


def receipt(checkout: Checkout) -> None:
    folder = checkout.root / "datasets" / "receipts"
    folder.mkdir()
    (folder / "anshi-2021.json").write_text('{"plan_id": "anshi-2021"}')


def misspelt(schema: dict[str, Any]) -> None:
    schema["primarykey"] = schema["primaryKey"]


# rule code: how to break it, and where the command must point (file, line, column)
BREAKS: dict[str, tuple[Callable[[Checkout], object], tuple[str, int, str]]] = {
    "alias-matches": (
        lambda c: c.cell("responsibilities", 1, organization_id="anshi-tax"),
        (f"{PLAN}/responsibilities.csv", 2, "organization_id"),
    ),
    "bilingual-pair": (
        lambda c: c.cell("measures", 1, summary_en=""), (f"{PLAN}/measures.csv", 2, "summary_en"),
    ),
    "canonical-byte-order-mark": (
        lambda c: bytes_of(c, "targets", lambda data: b"\xef\xbb\xbf" + data), (TARGETS, 0, ""),
    ),
    "canonical-column-order": (
        lambda c: c.write("target_relations", [[row[1], row[0], row[2]] for row in c.read("target_relations")]),
        (f"{PLAN}/target_relations.csv", 1, ""),
    ),
    "canonical-line-ends": (
        lambda c: bytes_of(c, "targets", lambda data: data.replace(b"\n", b"\r\n")), (TARGETS, 0, ""),
    ),
    "canonical-number": (lambda c: c.cell("targets", 7, value="12.50"), (TARGETS, 8, "value")),
    "canonical-row-order": (
        lambda c: c.write("targets", [*c.read("targets")[:2], c.read("targets")[3], c.read("targets")[2], *c.read("targets")[4:]]),
        (TARGETS, 4, "id"),
    ),
    "cell-bound": (lambda c: c.cell("targets", 1, occurrence="0"), (TARGETS, 2, "occurrence")),
    "cell-enum": (lambda c: c.cell("targets", 1, strength="确保"), (TARGETS, 2, "strength")),
    "cell-form": (lambda c: c.cell("targets", 1, value="1,200"), (TARGETS, 2, "value")),
    "cell-hidden-character": (
        lambda c: c.cell("measures", 1, title_zh="目\u200b标"), (f"{PLAN}/measures.csv", 2, "title_zh"),
    ),
    "cell-outer-space": (
        lambda c: c.cell("measures", 1, title_zh="\u3000目标"), (f"{PLAN}/measures.csv", 2, "title_zh"),
    ),
    "cell-pattern": (lambda c: c.cell("targets", 1, due="2023年"), (TARGETS, 2, "due")),
    "cell-required": (lambda c: c.cell("targets", 1, scope_printed=""), (TARGETS, 2, "scope_printed")),
    "cell-unicode-form": (
        lambda c: c.cell("measures", 1, title_en="Cafe\u0301"), (f"{PLAN}/measures.csv", 2, "title_en"),
    ),
    "deadline-basis": (lambda c: c.cell("targets", 6, due="2023", due_basis="stated"), (TARGETS, 7, "due")),
    "deadline-within-period": (lambda c: c.cell("targets", 2, due="2024"), (TARGETS, 3, "due")),
    "duty-position": (
        lambda c: c.cell("responsibilities", 1, position="7"), (f"{PLAN}/responsibilities.csv", 0, "position"),
    ),
    "file-encoding": (
        lambda c: bytes_of(c, "measures", lambda data: data.decode().encode("gbk")), (f"{PLAN}/measures.csv", 2, ""),
    ),
    "glossary-example": (
        lambda c: c.cell("glossary", 1, example_id="anshi-2021-t002"), (f"{REFERENCE}/glossary.csv", 2, "example_id"),
    ),
    "glossary-forms": (
        lambda c: c.cell("glossary", 2, variants="確保"), (f"{REFERENCE}/glossary.csv", 3, "variants"),
    ),
    "file-header": (
        lambda c: c.edit("targets", lambda text: text.replace("strength", "strenght", 1)), (TARGETS, 1, "strenght"),
    ),
    "file-link": (symlink, (f"{PLAN}/projects.csv", 0, "")),
    "file-quoting": (
        lambda c: c.edit("measures", lambda text: text.replace("目标", '"目标', 1)), (f"{PLAN}/measures.csv", 2, ""),
    ),
    "file-separator": (
        lambda c: c.edit("target_zones", lambda text: text.replace(",", ";")), (f"{PLAN}/target_zones.csv", 1, ""),
    ),
    "file-size": (
        lambda c: c.path("projects").open("ab").truncate(65 * 1024 * 1024), (f"{PLAN}/projects.csv", 0, ""),
    ),
    "file-unknown": (
        lambda c: (c.root / PLAN / "targets.txt").write_text("id\n"), (f"{PLAN}/targets.txt", 0, ""),
    ),
    "id-of-plan": (
        lambda c: c.cell("mechanisms", 1, id="other-2021-g001"), (f"{PLAN}/mechanisms.csv", 2, "id"),
    ),
    "jurisdiction-fit": (
        lambda c: (
            c.append("jurisdictions", code="990200", name_zh="邻市", name_en="Linshi"),
            c.cell("organizations", 2, jurisdiction_code="990200"),
        ),
        (f"{PLAN}/milestone_actors.csv", 2, "organization_id"),
    ),
    "key-empty": (
        lambda c: (
            c.schema("target_zones", lambda schema: [f.pop("constraints", None) for f in schema["fields"]]),
            c.cell("target_zones", 1, zone_id=""),
        ),
        (f"{PLAN}/target_zones.csv", 2, "zone_id"),
    ),
    "key-repeated": (lambda c: c.cell("targets", 2, id="anshi-2021-t001"), (TARGETS, 3, "id")),
    "key-unknown": (lambda c: c.cell("targets", 1, unit_id="yi-yaun"), (TARGETS, 2, "unit_id")),
    "milestone-date": (
        lambda c: c.cell("milestones", 1, rrule="FREQ=YEARLY"), (f"{PLAN}/milestones.csv", 2, "due"),
    ),
    "note-basis": (
        lambda c: c.cell("targets", 1, note_zh="疑", note_en="Doubtful"), (TARGETS, 2, "note_basis"),
    ),
    "orphan-reference": (
        lambda c: c.append("industries", id="whales", name_zh="鲸", name_en="whales"), (f"{REFERENCE}/industries.csv", 0, "id"),
    ),
    "outcome-role": (lambda c: c.cell("outcomes", 1, role="interim"), (f"{PLAN}/outcomes.csv", 2, "role")),
    "outcome-scope": (
        lambda c: c.cell("outcomes", 1, jurisdiction_code=""), (f"{PLAN}/outcomes.csv", 2, "jurisdiction_code"),
    ),
    "outline-order": (lambda c: c.cell("measures", 2, position="9"), (f"{PLAN}/measures.csv", 0, "position")),
    "plan-folder": (
        lambda c: yaml(c, "id: anshi-2021", "id: anshi-2022"), (f"{PLAN}/plan.yml", 1, "id"),
    ),
    "printed-value": (lambda c: c.cell("targets", 1, value="1300"), (TARGETS, 2, "value")),
    "range-bounds": (lambda c: c.cell("targets", 1, value_max="1400"), (TARGETS, 2, "value_max")),
    "receipt-form": (receipt, ("datasets/receipts/anshi-2021.json", 0, "")),
    "relation-cycle": (cycle, (f"{PLAN}/target_relations.csv", 0, "to_target_id")),
    "relation-scope": (
        lambda c: c.cell("target_relations", 1, to_target_id="anshi-2021-t003"),
        (f"{PLAN}/target_relations.csv", 2, "relation"),
    ),
    "row-blank": (
        lambda c: c.edit("units", lambda text: text.replace("\n", "\n\n", 1)), (f"{REFERENCE}/units.csv", 2, ""),
    ),
    "row-width": (
        lambda c: c.edit("units", lambda text: text.replace(",1,percent", ",1", 1)), (f"{REFERENCE}/units.csv", 4, ""),
    ),
    "schema-descriptor": (lambda c: c.schema("targets", misspelt), ("schemas/targets.json", 0, "primarykey")),
    "scope-details": (lambda c: c.cell("targets", 1, zone_class="national"), (TARGETS, 2, "zone_class")),
    "third-party-copy": (
        lambda c: c.cell("outcomes", 1, address_kind="issuer"), (f"{PLAN}/outcomes.csv", 2, "address"),
    ),
    "too-many-errors": (
        lambda c: c.edit("units", lambda text: text + "x,y,y,nonsense,1,yuan\n" * 60), (f"{REFERENCE}/units.csv", 0, ""),
    ),
    "value-form": (lambda c: c.cell("targets", 8, unit_id="enterprise"), (TARGETS, 9, "unit_id")),
    "yaml-content": (lambda c: yaml(c, "script: hans", "script: simplified"), (f"{PLAN}/plan.yml", 0, "script")),
    "yaml-syntax": (lambda c: yaml(c, "short_title:", "short_title: &a [*a]\nx:"), (f"{PLAN}/plan.yml", 0, "")),
    "zone-aliases": (
        lambda c: c.cell("zones", 1, aliases="白河高新区|青石区"), (f"{REFERENCE}/zones.csv", 0, "aliases"),
    ),
}  # fmt: skip
