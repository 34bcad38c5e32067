"""Every way in which a pull request once broke a command, and what the command says of it now."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fuzzing import sandbox
from fuzzing.case import PLAN, PLAN_FILE, RECEIPT, Case
from fuzzing.oracles import ending

TARGETS = f"{PLAN}/targets.csv"


def yaml(value: str, path: str = PLAN_FILE, key: str = "script") -> Callable[[Case], None]:
    def change(case: Case) -> None:
        lines = case.files[path].decode().split("\n")
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
        lines[at] = f"{key}: {value}"
        case.files[path] = "\n".join(lines).encode()

    return change


def text(path: str, content: str) -> Callable[[Case], None]:
    return lambda case: case.files.update({path: content.encode()})


def schema(name: str, change: Callable[[dict[str, Any]], object]) -> Callable[[Case], None]:
    def spoil(case: Case) -> None:
        content = json.loads(case.files[f"schemas/{name}"])
        change(content)
        case.files[f"schemas/{name}"] = json.dumps(content).encode()

    return spoil


def pipe(path: str) -> Callable[[Case], object]:
    return lambda case: [case.remove(path), case.pipes.append(path)]


def folder(path: str) -> Callable[[Case], object]:
    return lambda case: [case.remove(path), case.folders.append(path)]


def more_rows(case: Case) -> None:
    case.files[TARGETS] += b"x,y\n" * 100_000


def linked(path: str) -> Callable[[Case], object]:
    return lambda case: [case.remove(path), case.links.update({path: "/"})]


def column(content: dict[str, Any], **change: object) -> None:
    content["fields"][1].setdefault("constraints", {}).update(change)


DEFECTS: dict[str, tuple[Callable[[Case], object], str]] = {
    "a pipe as a table": (pipe(TARGETS), "file-link"),
    "a folder as a table": (folder(TARGETS), "file-link"),
    "a pipe as a schema": (pipe("schemas/targets.json"), "schema-descriptor"),
    "a folder as a schema": (folder("schemas/units.json"), "schema-descriptor"),
    "a pipe as a receipt": (pipe(RECEIPT), "receipt-form"),
    "a linked folder of plans": (linked("datasets/plans"), "file-link"),
    "a linked folder of receipts": (linked("datasets/receipts"), "file-link"),
    "a hundred thousand rows": (more_rows, "file-size"),
    "a line of megabytes": (text(TARGETS, "x," * 2_000_000), "file-size"),
    "a tag that converts": (yaml("!!int x"), "yaml-syntax"),
    "a tag of another kind": (yaml("!!map x"), "yaml-syntax"),
    "a tag that calls": (yaml("!!python/object/apply:os.getcwd []"), "yaml-syntax"),
    "a character beyond Unicode": (yaml('"\\UFFFFFFFF"'), "yaml-syntax"),
    "half a character": (yaml('"\\ud800"', key="doc_number"), "yaml-syntax"),
    "brackets without end": (text(PLAN_FILE, "[" * 100_000), "yaml-syntax"),
    "twenty thousand equal keys": (text(PLAN_FILE, "{" + ",".join("a" for _ in range(20_000)) + "}"), "yaml-syntax"),
    "a day that is none": (yaml("2026-02-31", "datasets/dataset.yml", "as_of"), "yaml-content"),
    "a receipt nested without end": (text(RECEIPT, "[" * 100_000), "receipt-form"),
    "a receipt beyond all bounds": (text(RECEIPT, '{"format": 1e999}'), "receipt-form"),
    "a schema that is null": (text("schemas/dataset.schema.json", "null"), "schema-descriptor"),
    "a schema of bytes": (lambda case: case.files.update({"schemas/plan.schema.json": b"\xff\xfe"}), "schema-descriptor"),
    "a reference to another host": (
        schema("plan.schema.json", lambda content: content["properties"]["title"].update({"$ref": "http://127.0.0.1:9/x.json"})),
        "schema-descriptor",
    ),
    "a schema without a key that is read": (schema("plan.schema.json", lambda c: c["required"].remove("title")), "schema-descriptor"),
    "a table without a column that is read": (schema("targets.json", lambda c: c["fields"].pop()), "schema-descriptor"),
    "a table without a schema": (lambda case: case.remove("schemas/plans.json"), "schema-descriptor"),
    "an expression without end": (schema("units.json", lambda c: column(c, pattern="(?:a+)+x")), "schema-descriptor"),
    "a list as a column's name": (schema("units.json", lambda c: c["fields"][1].update(name=["x"])), "schema-descriptor"),
    "a list as a key's table": (
        schema("targets.json", lambda c: c["foreignKeys"][0]["reference"].update(resource=["x"])), "schema-descriptor",
    ),
    "a folder's name of 300 letters": (
        lambda case: case.files.update({p: case.files[p].replace(b"industry-it", b"x" * 300) for p in case.tables}), "cell-bound",
    ),
    "forty times a hundred million": (
        lambda case: case.put_rows(TARGETS, [[("亿" * 38 + "个" if n and i == case.rows(TARGETS)[0].index("printed") else cell)
                                              for i, cell in enumerate(row)] for n, row in enumerate(case.rows(TARGETS))]),
        "printed-value",
    ),
}  # fmt: skip


def checked(case: Case, place: Path, *arguments: str) -> tuple[sandbox.Outcome, set[str]]:
    """What a command makes of a case: how it ended, and the codes of the rules it names."""
    root = place / "checkout"
    root.mkdir()
    case.write(root)
    command = [*(arguments or ("check", "--format", "json")), "--root", str(root)]
    outcome = sandbox.run(command, place, sandbox.Caps())
    assert not list(ending.complaints(outcome, 10)), outcome.err.decode()
    problems = json.loads(outcome.out)["problems"] if "json" in command else []
    return outcome, {problem["code"] for problem in problems}


@pytest.mark.parametrize("defect", DEFECTS)
def test_it_is_told(defect: str, tmp_path: Path) -> None:
    change, code = DEFECTS[defect]
    case = Case.sound()
    change(case)
    outcome, codes = checked(case, tmp_path)
    assert (outcome.code, code in codes) == (1, True), (codes, outcome.out.decode()[:2000])


@pytest.mark.parametrize("what", ["link", "file"])
def test_an_output_folder_that_is_none_is_refused(what: str, tmp_path: Path) -> None:
    case = Case.sound()
    if what == "link":
        (tmp_path / "elsewhere").mkdir()
        case.links["dist"] = "../elsewhere"
    else:
        case.files["dist"] = b"x"
    case.files["mkdocs.yml"] = b"site_url: https://example.org/\n"
    outcome, _ = checked(case, tmp_path, "build", "--lang", "en")
    assert outcome.code == 2
    assert b"must be a folder" in outcome.err
    assert what == "file" or not any((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("command", ["fix", "diff"])
def test_broken_schemas_stop_other_commands_too(command: str, tmp_path: Path) -> None:
    case = Case.sound()
    case.files["schemas/units.json"] = b"{"
    outcome, _ = checked(case, tmp_path, command, *([str(tmp_path)] if command == "diff" else []), "--lang", "en")
    assert outcome.code == 1
    assert b"[schema-descriptor]" in outcome.out
