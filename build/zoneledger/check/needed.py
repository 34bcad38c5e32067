"""What the program itself reads of the schemas: tables, their keys, their columns and the keys of the YAML files.

The schemas are the rules; a change to them may add to this, never take away from it without a change to the program.
Without this a schema that lost a column would stop the commands with a fault of their own instead of a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

#: Table → group, key, columns; a column that is not text says its type, a computed one says from what.
TABLES: dict[str, tuple[str, str, str]] = {
    "agency_types": (
        "reference", "id",
        "id name_zh name_en description_zh description_en",
    ),
    "exclusions": (
        "plan", "plan_id locator printed occurrence member",
        "plan_id=folder locator printed occurrence:integer member:integer reason note_zh note_en",
    ),
    "indicator_relations": (
        "reference", "from_indicator_id to_indicator_id",
        "from_indicator_id to_indicator_id relation difference_zh difference_en",
    ),
    "indicators": (
        "reference", "id",
        "id name_zh name_en definition_zh definition_en default_unit_id dimension direction",
    ),
    "industries": (
        "reference", "id",
        "id name_zh name_en parent_id",
    ),
    "instruments": (
        "plan", "id",
        "plan_id=folder id measure_id kind name_zh name_en comparator value:number value_max:number unit_id "
        "condition_zh condition_en locator printed occurrence:integer member:integer reading_note_zh reading_note_en "
        "note_zh note_en note_basis note_url",
    ),
    "jurisdictions": (
        "reference", "code",
        "code name_zh name_en level parent_code",
    ),
    "measures": (
        "plan", "id",
        "plan_id=folder id parent_id position:integer number_printed kind title_zh title_basis title_en summary_zh "
        "summary_en locator note_zh note_en note_basis note_url",
    ),
    "mechanism_actors": (
        "plan", "mechanism_id organization_id",
        "plan_id=folder mechanism_id organization_id printed",
    ),
    "mechanisms": (
        "plan", "id",
        "plan_id=folder id measure_id kind name_zh name_en frequency summary_zh summary_en locator printed "
        "occurrence:integer member:integer note_zh note_en note_basis note_url",
    ),
    "milestone_actors": (
        "plan", "milestone_id organization_id",
        "plan_id=folder milestone_id organization_id printed",
    ),
    "milestones": (
        "plan", "id",
        "plan_id=folder id measure_id task_zh task_en due rrule locator printed occurrence:integer member:integer "
        "note_zh note_en note_basis note_url",
    ),
    "organization_aliases": (
        "plan", "plan_id printed",
        "plan_id=folder printed organization_id",
    ),
    "organizations": (
        "reference", "id",
        "id name_zh short_zh name_en kind agency_type_id jurisdiction_code zone_id",
    ),
    "outcomes": (
        "plan", "id",
        "plan_id=folder id target_id role scope_type scope_printed scope_en scope_mode zone_class zone_id "
        "jurisdiction_code industry_id indicator_id qualifier qualifier_en value_type comparator value:number "
        "value_max:number unit_id recurrence period baseline reported_on source_title publisher address address_kind "
        "grade printed note_zh note_en assessment=assessment assessment_reason=assessment",
    ),
    "plan_industries": (
        "plan", "id",
        "plan_id=folder id measure_id industry_id rank zone_id locator printed occurrence:integer member:integer "
        "note_zh note_en note_basis note_url",
    ),
    "plans": (
        "plan_file", "id",
        "id title_zh title_en short_title_zh short_title_en doc_number issuers_zh issuers_en issuers_basis issued_on "
        "published_on jurisdiction_code zone_id period source_file source_sha256 official_url completeness script "
        "status",
    ),
    "projects": (
        "plan", "id",
        "plan_id=folder id measure_id enterprise name_zh name_en state_zh state_en due zone_id industry_id locator "
        "printed occurrence:integer member:integer note_zh note_en note_basis note_url",
    ),
    "references": (
        "plan", "id",
        "plan_id=folder id measure_id title_zh title_en doc_number issuer_zh issuer_en relation locator printed "
        "occurrence:integer member:integer note_zh note_en note_basis note_url",
    ),
    "rejected_evidence": (
        "plan", "id",
        "plan_id=folder id target_id reason scope_printed scope_en indicator_zh indicator_en comparator value:number "
        "unit_printed period source_title publisher address address_kind grade printed note_zh note_en",
    ),
    "responsibilities": (
        "plan", "id",
        "plan_id=folder id measure_id locator anchor_locator basis role manner list_open:boolean position:integer "
        "printed occurrence:integer organization_id act_zh act_en note_zh note_en note_basis note_url",
    ),
    "target_relations": (
        "plan", "from_target_id to_target_id",
        "plan_id=folder from_target_id to_target_id relation",
    ),
    "target_zones": (
        "plan", "target_id zone_id",
        "plan_id=folder target_id zone_id",
    ),
    "targets": (
        "plan", "id",
        "plan_id=folder id measure_id scope_type scope_printed scope_en scope_mode zone_class indicator_id qualifier "
        "qualifier_en industry_id value_type comparator value:number value_max:number unit_id strength marker_printed "
        "recurrence due due_basis effective_from baseline benchmark benchmark_en locator printed occurrence:integer "
        "member:integer reading_note_zh reading_note_en note_zh note_en note_basis note_url assessment=assessment "
        "assessment_reason=assessment assessment_outcomes=assessment",
    ),
    "units": (
        "reference", "id",
        "id symbol_zh symbol_en quantity_kind factor:number base_unit_id",
    ),
    "zones": (
        "reference", "id",
        "id name_zh name_en zone_class zone_type jurisdiction_code part_of aliases",
    ),
}  # fmt: skip

_BILINGUAL = {
    "type": "object",
    "additionalProperties": False,
    "required": ["zh", "en"],
    "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
}
_PAIR = {"$ref": "#/$defs/bilingual"}
_PAIRS = {"type": "array", "items": _PAIR}
_TEXT = {"type": "string"}
_ID = {"type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$", "maxLength": 100}

#: JSON Schema file → what must stand in it, at least.
DOCUMENTS: dict[str, dict[str, Any]] = {
    "dataset.schema.json": {
        "type": "object",
        "additionalProperties": False,
        "required": ["name", "title", "description", "version", "as_of", "licence"],
        "$defs": {"bilingual": _BILINGUAL},
        "properties": {
            "name": {"type": "string", "pattern": "^[a-z0-9-]+$"}, "title": _PAIR, "description": _PAIR, "version": _TEXT,
            "as_of": {"type": "string", "format": "date"},
        },
    },
    "plan.schema.json": {
        "type": "object",
        "additionalProperties": False,
        "required": [
            "id", "title", "short_title", "summary", "issuers", "issuers_basis", "jurisdiction", "source", "completeness", "script", "status",
        ],
        "$defs": {"bilingual": _BILINGUAL},
        "properties": {
            "id": _ID, "title": _PAIR, "short_title": _PAIR, "summary": _PAIR, "doc_number": _TEXT, "issuers": _PAIRS, "issued_on": _TEXT,
            "published_on": _TEXT, "jurisdiction": _TEXT, "zone": _TEXT, "period": _TEXT, "official_url": _TEXT, "overriding_notes": _PAIRS,
            "issuers_basis": {"enum": []}, "script": {"enum": []}, "status": {"enum": []},
            "source": {
                "type": "object",
                "additionalProperties": False,
                "required": ["file", "sha256", "first_words", "last_words"],
                "properties": {"file": _TEXT, "sha256": _TEXT, "first_words": _TEXT, "last_words": _TEXT},
            },
            "completeness": {"type": "array", "items": {"enum": []}},
            "notes": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["zh", "en", "basis"],
                    "properties": {"zh": _TEXT, "en": _TEXT, "basis": {"enum": []}, "url": _TEXT},
                },
            },
        },
    },
}  # fmt: skip


#: Tables whose ids name folders of the site; columns of them, and how long such a name may be.
_FOLDERS = ("agency_types", "indicators", "organizations", "zones")
_FOLDER_NAME = {"pattern": "[a-z0-9]+(?:-[a-z0-9]+)*", "maxLength": 100}


def faults(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, str, str]]:
    """What the schemas lack.

    Args:
        tables: every Table Schema by name; each sound in itself.

    Yields:
        The table, where in its file, the value there, and what is wrong in both languages, divided by ``|``.
    """
    for name, (group, key, _) in TABLES.items():
        if name not in tables:
            yield name, "", "", "程序要用的表没有模式|A table that the program reads has no schema"
            continue
        content = tables[name]
        if content["group"] != group:
            yield name, "group", str(content["group"]), f"应为 {group}|Must be {group}"
        if content["primaryKey"] != key.split():
            yield name, "primaryKey", str(content["primaryKey"]), f"应为 {key}|Must be {key}"
        found = {field["name"]: field for field in content["fields"]}
        for column, kind, derived in columns(name):
            field = found.get(column, {})
            if field.get("type") != kind or field.get("derived", "") != derived:
                form = " ".join(filter(None, (kind, f"derived: {derived}" if derived else "")))
                message = f"程序要用这一列，应为 {form}|The program reads this column; it must be {form}"
                yield name, f"fields.{column}", str(field.get("type", "")), message

        limits = found.get("id", {}).get("constraints", {})
        if name in _FOLDERS and {limit: limits.get(limit) for limit in _FOLDER_NAME} != _FOLDER_NAME:
            message = "编号用作文件夹名，格式与长度不得放宽|The id names a folder; its pattern and length must stay"
            yield name, "fields.id.constraints", "", message


def columns(table: str) -> Iterator[tuple[str, str, str]]:
    """The columns of a table that the program reads: name, type, and from what it is computed, if at all."""
    for word in TABLES[table][2].split():
        described, _, derived = word.partition("=")
        name, _, kind = described.partition(":")
        yield name, kind or "string", derived


def missing(wanted: Mapping[str, Any], found: object, trail: str = "") -> Iterator[str]:
    """Where a JSON Schema falls short of what must stand in it.

    Args:
        wanted: a mapping asks for its keys, a list for its members, anything else for itself.
        found: the schema, or a part of it.
        trail: where that part is.

    Yields:
        The keys, joined with points.
    """
    if not isinstance(found, dict):
        yield trail
        return
    for key, value in wanted.items():
        where = f"{trail}.{key}".lstrip(".")
        if isinstance(value, dict):
            yield from missing(value, found.get(key), where)
        elif isinstance(value, list):
            if not isinstance(found.get(key), list) or not all(member in found[key] for member in value):
                yield where
        elif found.get(key) != value or type(found.get(key)) is not type(value):
            yield where
