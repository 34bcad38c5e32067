"""One package: its folder, its archives and its other files must hold the same tables, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zoneledger.catalogue import TableSchema
from zoneledger.catalogue.schemas import WIDE
from zoneledger.packages import FORMATS, checksums, descriptor
from zoneledger.packages.download import ARCHIVE, DESCRIPTOR, FILE, TABLE, ZIP
from zoneledger.packages.formats import CANONICAL, Format, Rows
from zoneledger.problems import Text
from zoneledger.verify.archives import check_sums, members
from zoneledger.verify.fault import Findings, UnusableError, as_object, inside, read
from zoneledger.verify.sums import Sums, difference, sums

_FORMATS = {form.id: form for form in FORMATS}


@dataclass(frozen=True)
class Canonical:
    """What all other formats are held against.

    Args:
        files: the unpacked folder's files by name.
        schemas: of every table, as ``datapackage.json`` states them.
        sums: of every table.
    """

    files: Mapping[str, bytes]
    schemas: Mapping[str, TableSchema]
    sums: Mapping[str, Sums]

    @property
    def rows(self) -> int:
        """The rows of all tables; those of the wide ones repeat others and are not counted."""
        return sum(found.rows for name, found in self.sums.items() if self.schemas[name].group != WIDE)


def canonical(top: Path, folder: str, unpacked: bool, findings: Findings) -> Canonical | None:
    """Reads a Data Package, and checks what it says of itself.

    Args:
        top: the site's folder.
        folder: the package's, below it.
        unpacked: whether it is there as a folder; otherwise as an archive of the folder's name alone.
        findings: where to note faults.

    Returns:
        What it holds; None where it cannot be read.
    """
    place = f"{folder}/" if unpacked else f"{folder}.zip!"
    with findings.reading(f"{place}{descriptor.FILE_NAME}"):
        files = _folder(top, folder, findings) if unpacked else members(read(top, f"{folder}.zip"))
        if descriptor.FILE_NAME not in files:
            raise UnusableError(Text("文件不存在", "is missing"))
        resources = _resources(as_object(files[descriptor.FILE_NAME]))
        check_sums(files, place, findings)
        schemas: dict[str, TableSchema] = {}
        for resource in resources:
            schema = TableSchema(resource["schema"])
            schemas[schema.name] = schema
            _check_resource(resource, files, place, findings)
        found: dict[str, Sums] = {}
        for name, schema in schemas.items():
            # A table at a time: the rows of all of them may be too many to be held.
            tables: Rows = {}
            with findings.reading(f"{place}{name}{CANONICAL.suffix}"):
                tables = CANONICAL.read_back(files, {name: schema})
            found |= sums(tables, {name: schema})
        findings.rows += sum(each.rows for each in found.values())
        return Canonical(files, schemas, found)
    return None


def _folder(top: Path, folder: str, findings: Findings) -> dict[str, bytes]:
    files = {}
    inside(top, f"{folder}/{descriptor.FILE_NAME}")
    for file in sorted((top / folder).iterdir()):
        with findings.reading(f"{folder}/{file.name}"):
            files[file.name] = inside(top, f"{folder}/{file.name}").read_bytes()
    return files


def _resources(described: Mapping[str, Any]) -> list[dict[str, Any]]:
    resources = described.get("resources")
    if not isinstance(resources, list) or not resources:
        raise UnusableError(Text("没有列出任何表", "lists no tables"))
    return resources


def _check_resource(resource: Mapping[str, Any], files: Mapping[str, bytes], place: str, findings: Findings) -> None:
    name = str(resource["path"])
    path = f"{place}{name}"
    if name not in files:
        findings.add(path, "列在 datapackage.json 里，但不存在", "is listed in datapackage.json but missing")
    elif (len(files[name]), f"sha256:{checksums.sha256(files[name])}") != (resource["bytes"], resource["hash"]):
        findings.add(
            path, "大小或校验和与 datapackage.json 不符", "its size or hash is not the one in datapackage.json"
        )


def check(top: Path, folder: str, entries: Sequence[Mapping[str, Any]], findings: Findings) -> Canonical | None:
    """Checks every download of a package.

    Args:
        top: the site's folder.
        folder: the package's, below it: ``data/all``.
        entries: its lines of the manifest.
        findings: where to note faults.

    Returns:
        What it holds; None where the package cannot be read.
    """
    unpacked = any(entry["kind"] == DESCRIPTOR for entry in entries)
    expected = canonical(top, folder, unpacked, findings)
    if expected is None:
        return None
    findings.packages += 1
    held: dict[str, dict[str, bytes]] = {}
    # Archives first: single tables are held against what the archives hold.
    for entry in sorted(entries, key=lambda entry: entry["kind"] == TABLE):
        path = f"data/{entry['path']}"
        with findings.reading(path):
            form = _FORMATS.get(str(entry["format"]))
            if form is None:
                continue  # a descriptor; its checksum has been checked
            content = read(top, path)
            if entry["kind"] in (ZIP, ARCHIVE):
                held[form.id] = members(content)
                _check_archive(path, form, held[form.id], expected, findings)
            elif entry["kind"] == FILE:
                _compare(path, form, {path.rpartition("/")[2]: content}, expected, findings)
            elif entry["kind"] == TABLE:
                _check_table(path, content, held.get(form.id, {}), findings)
            _check_rows(path, entry, expected, findings)
    return expected


def _check_archive(
    path: str, form: Format, files: Mapping[str, bytes], expected: Canonical, findings: Findings
) -> None:
    check_sums(files, f"{path}!", findings)
    if form is not CANONICAL:
        _compare(path, form, files, expected, findings)
        return
    for name in sorted(files.keys() | expected.files.keys()):
        if files.get(name) != expected.files.get(name):
            findings.add(f"{path}!{name}", "与解开的文件夹里的不同", "is not what the unpacked folder holds")


def _compare(path: str, form: Format, files: Mapping[str, bytes], expected: Canonical, findings: Findings) -> None:
    # A table at a time where each has a file, as above.
    cuts = [{name: schema} for name, schema in expected.schemas.items()] if form.by_table else [expected.schemas]
    for schemas in cuts:
        for name, found in sums(form.read_back(files, schemas), schemas).items():
            findings.rows += found.rows
            differs = difference(found, expected.sums[name])
            if differs:
                findings.add(path, f"表 {name} {differs.zh}", f"table {name} {differs.en}")


def _check_table(path: str, content: bytes, held: Mapping[str, bytes], findings: Findings) -> None:
    if held.get(path.rpartition("/")[2]) != content:
        findings.add(path, "与压缩包里的同名文件不同", "is not the file of that name in the archive")


def _check_rows(path: str, entry: Mapping[str, Any], expected: Canonical, findings: Findings) -> None:
    table = entry["table"]
    rows = expected.rows if table is None else expected.sums[table].rows
    if entry["rows"] != rows:
        findings.add(
            path,
            f"清单说有 {entry['rows']} 行，实有 {rows} 行",
            f"the manifest says {entry['rows']} rows; there are {rows}",
        )
