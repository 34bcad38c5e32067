"""The files of one package below ``/data/``, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zoneledger.packages import descriptor, zip_format
from zoneledger.packages.checksums import sha256
from zoneledger.packages.contents import contents
from zoneledger.packages.formats import CANONICAL, FORMATS, Format
from zoneledger.packages.package import Package
from zoneledger.packages.standards import citation_cff, csvw
from zoneledger.problems import Text

#: The formats a single plan is offered in, besides the whole dataset in all of them. The canonical one must be there.
#: What writing them costs grows with the plans: a checkout of very many plans may keep to fewer.
PLAN_FORMATS: tuple[Format, ...] = FORMATS

#: Kinds of download.
ZIP, ARCHIVE, TABLE, FILE, DESCRIPTOR, CATALOGUE = "zip", "archive", "table", "file", "descriptor", "catalogue"

#: Files of the whole that describe it in the words of other standards.
_STANDARDS = {
    csvw.FILE_NAME: Text("CSV on the Web 描述文件", "CSV on the Web metadata"),
    citation_cff.FILE_NAME: Text("引用信息（CFF）", "Citation file (CFF)"),
}


@dataclass(frozen=True)
class Download:
    """One file to offer on the downloads page.

    Args:
        path: where it lies below ``/data/``.
        plan_id: the plan it is about; None for the whole dataset.
        kind: ``zip`` (the Data Package), ``archive`` (the same in another format), ``file`` (all tables in one file),
            ``table`` (one table), ``descriptor`` (the Data Package's) or ``catalogue`` (the same in the words of another
            standard).
        format: the format's id; see ``formats.FORMATS``.
        table: the table it holds; None where it holds all.
        title: what it holds, unescaped.
        bytes: its size.
        rows: how many rows it holds or describes.
        sha256: its checksum, in lower-case hexadecimal.
    """

    path: str
    plan_id: str | None
    kind: str
    format: str
    table: str | None
    title: Text
    bytes: int
    rows: int
    sha256: str


@dataclass(frozen=True)
class Output:
    """A file to write: where below ``/data/`` and what; and its download, unless it only comes along with others."""

    path: str
    content: bytes
    download: Download | None


def outputs(package: Package) -> Iterator[Output]:
    """Every file of a package, in the order of the formats; each format's archive first.

    A function of the package alone: packages may be written side by side.
    """
    for form in FORMATS if package.plan_id is None else PLAN_FORMATS:
        files = contents(package, form)
        suffix = "" if form is CANONICAL else f".{form.id}"
        archive = zip_format.encode(files, package.as_of)
        yield _output(package, form, f"{package.folder}{suffix}.zip", archive, ZIP if form is CANONICAL else ARCHIVE)
        if form is CANONICAL:
            yield from _folder(package, form, files)
        elif not form.by_table:
            content = files[f"{package.name}{form.suffix}"]
            yield _output(package, form, f"{package.folder}{form.suffix}", content, FILE)
        elif package.plan_id is None:
            yield from _tables(package, form, files, f"tables/{form.id}")


def _folder(package: Package, form: Format, files: Mapping[str, bytes]) -> Iterator[Output]:
    """The canonical package unpacked."""
    described = files[descriptor.FILE_NAME]
    path = f"{package.folder}/{descriptor.FILE_NAME}"
    yield _output(package, form, path, described, DESCRIPTOR)
    yield from _tables(package, form, files, package.folder)
    tables = {f"{table.name}{form.suffix}" for table in package.tables}
    rest = sorted(files.keys() - tables - {descriptor.FILE_NAME})
    for name in rest:
        path, title = f"{package.folder}/{name}", _STANDARDS.get(name)
        if title is None or package.plan_id is not None:
            yield Output(path, files[name], None)
        else:
            yield described_as(package, path, title, files[name])


def _tables(package: Package, form: Format, files: Mapping[str, bytes], folder: str) -> Iterator[Output]:
    for table in package.tables:
        name = f"{table.name}{form.suffix}"
        content, path = files[name], f"{folder}/{name}"
        rows, title = len(table.records), table.schema.title
        download = Download(
            path, package.plan_id, TABLE, form.id, table.name, title, len(content), rows, sha256(content)
        )
        yield Output(path, content, download)


def _output(package: Package, form: Format, path: str, content: bytes, kind: str) -> Output:
    title = descriptor.TITLE if kind == DESCRIPTOR else package.title
    size, digest = len(content), sha256(content)
    download = Download(path, package.plan_id, kind, form.id, None, title, size, package.rows, digest)
    return Output(path, content, download)


def described_as(package: Package, path: str, title: Text, content: bytes) -> Output:
    """A file that describes the whole in the words of a standard; its format is what it is named after."""
    form = path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()
    size, digest = len(content), sha256(content)
    return Output(path, content, Download(path, None, CATALOGUE, form, None, title, size, package.rows, digest))
