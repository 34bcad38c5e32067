"""Forms and owners that the repository's host reads: sound, in both languages, with the fields that links fill in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

FORMS = ("wrong-value", "missing-outcome", "missing-plan", "program-defect")
#: Links on the site fill these in; renaming one breaks them without a word.
PREFILLED = ["row", "column", "present", "anchor", "proposed", "evidence"]
KINDS = {"input", "textarea", "dropdown", "checkboxes", "markdown"}
_HAN, _LATIN = re.compile(r"[一-鿿]"), re.compile(r"[A-Za-z]{3}")
_ID = re.compile(r"[A-Za-z0-9_-]+")


def form(root: Path, name: str) -> dict[str, Any]:
    loaded = yaml.safe_load((root / f".github/ISSUE_TEMPLATE/{name}.yml").read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def one_tongued(text: str) -> bool:
    """Whether one of the two languages is missing."""
    return not (_HAN.search(text) and _LATIN.search(text))


def faults(content: dict[str, Any]) -> list[str]:
    """What is wrong with a form, as the host would see it, and what its readers would miss."""
    found = [key for key in ("name", "description", "body") if not content.get(key)]
    found += [f"{key}: one language" for key in ("name", "description") if one_tongued(str(content.get(key, "")))]
    seen: set[str] = set()
    for item in content.get("body", ()):
        attributes = item.get("attributes", {})
        if item.get("type") not in KINDS:
            found.append(f"type {item.get('type')}")
        if item.get("type") == "markdown":
            found += ["text: one language"] if one_tongued(attributes.get("value", "")) else []
            continue
        identifier = str(item.get("id", ""))
        if not _ID.fullmatch(identifier) or identifier in seen:
            found.append(f"id {identifier!r}")
        seen.add(identifier)
        texts = [attributes.get("label", ""), *([attributes["description"]] if "description" in attributes else [])]
        texts += attributes.get("options", [])
        found += [f"{identifier}: {text!r} is in one language" for text in texts if one_tongued(text)]
    return found


def test_every_form_is_known(root: Path) -> None:
    files = {file.stem for file in (root / ".github/ISSUE_TEMPLATE").iterdir()}
    assert files == {*FORMS, "config"}


@pytest.mark.parametrize("name", FORMS)
def test_forms_are_sound_and_bilingual(root: Path, name: str) -> None:
    assert faults(form(root, name)) == []
    assert len([item for item in form(root, name)["body"] if item.get("validations", {}).get("required")]) >= 2


def test_links_can_fill_in_a_wrong_value(root: Path) -> None:
    fields = [item for item in form(root, "wrong-value")["body"] if "id" in item]
    assert [item["id"] for item in fields] == PREFILLED
    # An address fills in text; a choice it fills in only where it names an option.
    assert {item["type"] for item in fields} <= {"input", "textarea"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: column", "id: row"),
        ("id: column", "id: 列"),
        ("label: 列 · Column", "label: 列"),
        ("label: 列 · Column", "label: Column"),
        ("type: input", "type: text"),
        ("name: 取值有误 · Wrong value", "name: Wrong value"),
        ("description: 列名见数据字典。", "description:"),
    ],
)
def test_a_faulty_form_is_noticed(root: Path, before: str, after: str) -> None:
    text = (root / ".github/ISSUE_TEMPLATE/wrong-value.yml").read_text("utf-8")
    assert before in text
    assert faults(yaml.safe_load(text.replace(before, after))) != []


def test_contact_links_are_bilingual(root: Path) -> None:
    links = form(root, "config")["contact_links"]
    assert links
    for link in links:
        assert link["url"].startswith("https://")
        assert not one_tongued(link["name"])
        assert not one_tongued(link["about"])


def test_owners_cover_what_is_there(root: Path) -> None:
    lines = [line.split() for line in (root / ".github/CODEOWNERS").read_text("utf-8").splitlines()]
    rules = [line for line in lines if line and not line[0].startswith("#")]
    assert rules[0][0] == "*", "what no later line names needs somebody too"
    for pattern, *owners in rules[1:]:
        assert owners
        assert any(root.glob(pattern.strip("/"))), f"{pattern} owns nothing"
    assert {"/datasets/", "/schemas/", "/build/", "/.github/"} <= {pattern for pattern, *_ in rules}


def test_the_pull_request_form_is_bilingual_and_short(root: Path) -> None:
    lines = (root / ".github/pull_request_template.md").read_text("utf-8").splitlines()
    assert len(lines) <= 30
    assert [line for line in lines if line.startswith(("#", "- [")) and one_tongued(line)] == []
