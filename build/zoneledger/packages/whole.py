"""The whole dataset put together from its parts: every plan's, and that of the shared lists.

The parts are read once, one after the other, and no table is ever in memory as a whole. What is made from a whole table
and takes long (``made``) can be kept from build to build. Of very many rows the single tables are there as CSV and Parquet
alone; the other formats' tables stand in their archives.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.packages import checksums, descriptions, descriptor, made, zip_format
from zoneledger.packages.checksums import Sum
from zoneledger.packages.contents import beside
from zoneledger.packages.download import ARCHIVE, DESCRIPTOR, FILE, TABLE, ZIP, Download
from zoneledger.packages.formats import CANONICAL, FORMATS, Format
from zoneledger.packages.formats.limits import MOST_ROWS
from zoneledger.packages.formats.offered import offered
from zoneledger.packages.joined import Joined
from zoneledger.packages.package import Package, whole_package
from zoneledger.packages.part import Part
from zoneledger.packages.standards import citation_cff, csvw, dcat
from zoneledger.packages.stored import StoredTable
from zoneledger.packages.tables import ordered
from zoneledger.packages.zip_format import Entry
from zoneledger.problems import Text

# A format's data files as downloads, their sums by name, and they as entries of the archive.
_Written = tuple[list[Download], dict[str, Sum], list[Entry]]

#: Files of the whole that describe it in the words of other standards.
_STANDARDS = {
    csvw.FILE_NAME: Text("CSV on the Web 描述文件", "CSV on the Web metadata"),
    citation_cff.FILE_NAME: Text("引用信息（CFF）", "Citation file (CFF)"),
}


@dataclass
class _Gathered:
    """What the parts gave.

    Args:
        files: the tables' files, by format's id and table's name.
        sums: their sizes and checksums.
        counts: the tables' rows.
        plans: what is said of each plan.
        downloads: each plan's files.
    """

    files: dict[tuple[str, str], Joined]
    sums: dict[tuple[str, str], Sum] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    plans: list[dict[str, Any]] = field(default_factory=list)
    downloads: list[Download] = field(default_factory=list)

    def csv(self) -> dict[str, Sum]:
        """Size and checksum of the tables' CSV files, by table."""
        return {table: total for (form, table), total in self.sums.items() if form == CANONICAL.id}


def gather(
    catalogue: Catalogue,
    parts: Iterable[bytes],
    data: Path,
    homepage: str,
    cache: Path | None = None,
) -> list[Download]:
    """Writes the packages of the whole dataset.

    Args:
        catalogue: for ``dataset.yml`` and the schemas; its rows are not read.
        parts: that of the shared lists and those of all plans, by plan id.
        data: the folder served as ``/data/``.
        homepage: the site's address; empty where none is known.
        cache: a folder that keeps what takes long, from build to build; see ``made``.

    Returns:
        What can be downloaded: the whole first, then plan by plan; within each by format, the archive leading.
    """
    schemas = ordered(catalogue.schemas.values())
    with tempfile.TemporaryDirectory() as folder:
        gathered = _read(schemas, parts, Path(folder))
        tables = tuple(
            StoredTable(
                schema,
                data / "all" / f"{schema.name}{CANONICAL.suffix}",
                gathered.counts.get(schema.name, 0),
                gathered.files[CANONICAL.id, schema.name].stretches,
            )
            for schema in schemas
        )
        package = whole_package(catalogue, tables, tuple(gathered.plans), homepage)
        keep = made.Keep(cache, Path(folder))
        writers = [_Writer(package, tables, form, gathered, data, keep) for form in offered(package)]
        downloads = [each for writer in writers for each in writer.write()]
        keep.tidy()
    files = {f"{name}{CANONICAL.suffix}": total for name, total in gathered.csv().items()}
    whole = descriptions.whole_summary(package, downloads)
    for output in descriptions.outputs(package, files, whole, [*_described(package, gathered)]):
        (data / output.path).write_bytes(output.content)
        downloads += [output.download] if output.download else []
    return downloads + gathered.downloads


def _read(schemas: Sequence[TableSchema], parts: Iterable[bytes], scratch: Path) -> _Gathered:
    files = {
        (form.id, schema.name): Joined(form, schema, scratch / form.id / schema.name)
        for form in FORMATS
        for schema in (schemas if form.stretches else ())
    }
    gathered = _Gathered(files)
    for written in parts:
        part = Part.of_bytes(written)
        for key, packed in part.packed.items():
            files[key].add(packed, part.counts[key[1]] if key[0] == CANONICAL.id else 0)
        for name, count in part.counts.items():
            gathered.counts[name] = gathered.counts.get(name, 0) + count
        gathered.plans += [part.plan] if part.plan else []
        gathered.downloads += part.downloads
    return gathered


def _described(package: Package, gathered: _Gathered) -> Iterator[dcat.Described]:
    filed: dict[str | None, list[Download]] = {}
    for each in gathered.downloads:
        filed.setdefault(each.plan_id, []).append(each)
    for plan in gathered.plans:
        yield descriptions.plan_summary(package, plan, filed.get(plan["id"], ()))


@dataclass(frozen=True)
class _Writer:
    """Writes the whole in one format."""

    package: Package
    tables: Sequence[StoredTable]
    form: Format
    gathered: _Gathered
    data: Path
    keep: made.Keep

    def write(self) -> Iterator[Download]:
        """Writes all files; gives the archive first, then what the format has besides."""
        form, package = self.form, self.package
        served, sums, entries = self._database() if not form.by_table else self._files()
        others = beside(package, form, sums)
        suffix = "" if form is CANONICAL else f".{form.id}"
        archive = zip_format.archive([*entries, *(zip_format.entry(*each) for each in others.items())], package.as_of)
        path = f"{package.folder}{suffix}.zip"
        total = checksums.write(self.data / path, archive)
        yield self._download(path, total, ZIP if form is CANONICAL else ARCHIVE)
        if form is CANONICAL:
            yield from self._folder(others, served)
        else:
            yield from served

    def _database(self) -> _Written:
        form, package = self.form, self.package
        path = f"{package.folder}{form.suffix}"
        total, entry = self.keep.database(form, package, self.gathered.csv(), self.data / path)
        return [self._download(path, total, FILE)], {entry.name: total}, [entry]

    def _files(self) -> _Written:
        form, few = self.form, self.package.rows <= MOST_ROWS
        folder = "all" if form is CANONICAL else f"tables/{form.id}"
        served, sums, entries = [], {}, []
        for table in self.tables:
            path = f"{folder}/{table.name}{form.suffix}"
            if form.stretches is None:
                source = self.gathered.sums[CANONICAL.id, table.name]
                total, entry = self.keep.table(form, table, source, self.data / path)
                is_served = True
            else:
                is_served = few or form is CANONICAL
                joined = self.gathered.files[form.id, table.name]
                total = self.keep.joined(joined, self.data / path if is_served else None)
                self.gathered.sums[form.id, table.name], entry = total, joined.entry(total)
            if is_served:
                about = (path, None, TABLE, form.id, table.name, table.schema.title)
                served.append(Download(*about, total.bytes, table.count, total.sha256))
            sums[entry.name] = total
            entries.append(entry)
        return served, sums, entries

    def _folder(self, others: dict[str, bytes], served: list[Download]) -> Iterator[Download]:
        """The canonical package unpacked: what goes with the tables, and they."""
        package = self.package
        for name, content in others.items():
            (self.data / package.folder / name).write_bytes(content)
        path = f"{package.folder}/{descriptor.FILE_NAME}"
        yield self._download(path, checksums.of(others[descriptor.FILE_NAME]), DESCRIPTOR)
        yield from served
        for name in sorted(_STANDARDS):
            output = descriptions.described_as(package, f"{package.folder}/{name}", _STANDARDS[name], others[name])
            if output.download is not None:
                yield output.download

    def _download(self, path: str, total: Sum, kind: str) -> Download:
        title = descriptor.TITLE if kind == DESCRIPTOR else self.package.title
        about = (path, None, kind, self.form.id, None, title)
        return Download(*about, total.bytes, self.package.rows, total.sha256)
