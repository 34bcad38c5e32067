"""The files of one plan below ``/data/``, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zoneledger.packages import checksums, descriptor, zip_format
from zoneledger.packages.contents import beside
from zoneledger.packages.download import (
    ARCHIVE,
    CATALOGUE,
    DESCRIPTOR,
    FILE,
    TABLE,
    ZIP,
    Download,
    Output,
)
from zoneledger.packages.formats import CANONICAL, FORMATS, Format
from zoneledger.packages.formats.offered import offered
from zoneledger.packages.package import Package
from zoneledger.packages.pieces import Piece, constant, piece
from zoneledger.packages.standards import csvw
from zoneledger.packages.tables import Table

__all__ = [
    "ARCHIVE",
    "CATALOGUE",
    "DESCRIPTOR",
    "FILE",
    "PLAN_FORMATS",
    "TABLE",
    "ZIP",
    "Download",
    "Output",
    "outputs",
]

#: The formats a single plan is offered in where there are few plans; ``Scale.formats`` says how many are few.
PLAN_FORMATS: tuple[Format, ...] = FORMATS

#: Rows by format's id and table's name, encoded and compressed already.
Stretched = Mapping[tuple[str, str], Piece]


def stretch(form: Format, table: Table) -> Piece:
    """A table's rows in a format whose files are put together from stretches.

    Raises:
        TypeError: the format has none.
    """
    if form.stretches is None:
        raise TypeError(f"{form.id} has no stretches")
    return piece(form.stretches.rows(table))


def outputs(package: Package, stretched: Stretched) -> Iterator[Output]:
    """Every file of a plan's package, in the order of the formats; each format's archive first.

    A plan that is offered in one format alone has its archive alone: unpacked, its tables would be dozens of files.

    Args:
        package: the plan's.
        stretched: rows that have been encoded before.
    """
    for form in offered(package):
        files, packed = _files(package, form, stretched)
        suffix = "" if form is CANONICAL else f".{form.id}"
        archive = zip_format.encode(files, package.as_of, packed)
        kind = ZIP if form is CANONICAL else ARCHIVE
        yield _output(package, form, f"{package.folder}{suffix}.zip", archive, kind)
        if form is CANONICAL and package.every_format:
            yield from _folder(package, form, files)
        elif not form.by_table:
            content = files[f"{package.name}{form.suffix}"]
            yield _output(package, form, f"{package.folder}{form.suffix}", content, FILE)


def _files(package: Package, form: Format, stretched: Stretched) -> tuple[dict[str, bytes], dict[str, Sequence[Piece]]]:
    """Every file of a package in a format by name, and those among them that are compressed already."""
    packed: dict[str, Sequence[Piece]] = {}
    if form.stretches is None:
        files = form.encode(package)
    else:
        for table in package.tables:
            known = stretched.get((form.id, table.name))
            rows = known if known is not None else stretch(form, table)
            packed[f"{table.name}{form.suffix}"] = (constant(form.stretches.head(table.schema)), rows)
        files = {name: b"".join(each.content for each in pieces) for name, pieces in packed.items()}
    others = beside(package, form, checksums.sums(files))
    if form is CANONICAL:
        own, shared = csvw.halves(package)
        packed[csvw.FILE_NAME] = (piece(own), constant(shared))
    return {**files, **others}, packed


def _folder(package: Package, form: Format, files: Mapping[str, bytes]) -> Iterator[Output]:
    """The canonical package unpacked."""
    described = files[descriptor.FILE_NAME]
    path = f"{package.folder}/{descriptor.FILE_NAME}"
    yield _output(package, form, path, described, DESCRIPTOR)
    for table in package.tables:
        name = f"{table.name}{form.suffix}"
        path, total = f"{package.folder}/{name}", checksums.of(files[name])
        about = (path, package.plan_id, TABLE, form.id, table.name, table.schema.title)
        yield Output(path, files[name], Download(*about, total.bytes, table.count, total.sha256))
    tables = {f"{table.name}{form.suffix}" for table in package.tables}
    for name in sorted(files.keys() - tables - {descriptor.FILE_NAME}):
        yield Output(f"{package.folder}/{name}", files[name], None)


def _output(package: Package, form: Format, path: str, content: bytes, kind: str) -> Output:
    title = descriptor.TITLE if kind == DESCRIPTOR else package.title
    total = checksums.of(content)
    about = (path, package.plan_id, kind, form.id, None, title)
    return Output(path, content, Download(*about, total.bytes, package.rows, total.sha256))
