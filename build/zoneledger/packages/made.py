"""Files of the whole that are made from whole tables and take long: kept, if a folder is given, until their rows change.

What is kept is named by all that decides its bytes but the program and its libraries: whoever gives the folder gives
another one where these change. What was served stays there under a second name, and is served again unless it was touched:
its size and time are noted. Whatever is damaged or missing is made anew, so that no kept file can change a byte.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zoneledger.packages import checksums, last
from zoneledger.packages.checksums import Sum, Summing
from zoneledger.packages.formats import Format, parquet, sqlite, xlsx
from zoneledger.packages.joined import Joined, chunks, inflated
from zoneledger.packages.package import Package
from zoneledger.packages.repacked import repack
from zoneledger.packages.stored import StoredTable
from zoneledger.packages.zip_format import DEFLATED, STORED, Entry, is_compressed
from zoneledger.second_names import linked, stamp

#: The database's tables as they were filled, beside what is named by what decides it.
_FILLED = "filled.sqlite"


@dataclass
class Keep:
    """Makes such files, or takes them from the folder.

    Args:
        cache: the folder; None where nothing is kept.
        scratch: a folder for this build alone.
    """

    cache: Path | None
    scratch: Path
    _used: set[str] = field(default_factory=set)

    def table(self, form: Format, table: StoredTable, source: Sum, path: Path) -> tuple[Sum, Entry]:
        """A table's file in a format that has a file for each.

        Args:
            form: the format.
            table: the table.
            source: size and checksum of its CSV file.
            path: where it is served.

        Returns:
            Its size and checksum, and it as a file of an archive.

        Raises:
            TypeError: the format cannot be made from a stored table.
        """
        if form is not parquet.FORMAT:
            raise TypeError(f"{form.id} is not made from stored tables")
        decides = [table.schema.descriptor, source]
        note = self._folder / f"{form.id}-{table.name}.json"
        self._used.add(note.stem)

        made = []

        def make() -> None:
            parquet.write_stored(table, path, last.of(note, table))
            made.append(path)

        found = self._file(form, path.name, decides, make, path)
        if made:
            last.remember(note, table, self._folder / self._key(form, decides))
        return found

    def database(self, form: Format, package: Package, sources: Mapping[str, Sum], path: Path) -> tuple[Sum, Entry]:
        """The file of a format that has one for all tables; see ``table``.

        Args:
            form: the format.
            package: the whole dataset.
            sources: size and checksum of each table's CSV file, by table.
            path: where it is served.
        """
        said = (package.name, package.title, package.description, package.version, package.homepage)
        decides = [*said, package.as_of.isoformat(), *(each.schema.descriptor for each in package.tables), sources]
        if form is sqlite.FORMAT:
            filled = self.cache / _FILLED if self.cache else None
            self._used.add(Path(_FILLED).stem)
            make: Callable[[], object] = lambda: sqlite.write_stored(package, path, filled, sources)  # noqa: E731
        elif form is xlsx.FORMAT:
            make = lambda: path.write_bytes(xlsx.encode(package)[f"{package.name}{form.suffix}"])  # noqa: E731
        else:
            raise TypeError(f"{form.id} is not made from stored tables")
        return self._file(form, f"{package.name}{form.suffix}", decides, make, path)

    def tidy(self) -> None:
        """Removes what this build did not use."""
        for file in self.cache.iterdir() if self.cache and self.cache.is_dir() else ():
            if file.name.partition(".")[0] not in self._used:
                file.unlink()

    def joined(self, file: Joined, path: Path | None) -> Sum:
        """Size and checksum of a file put together from stretches, which are only reckoned where its blocks changed.

        Args:
            file: it, all its stretches added.
            path: where it is served; None where the archive alone holds it.
        """
        key = file.close()
        self._used.add(key)
        known = self._noted(key)
        if known is not None and (path is None or (self.cache and _again(self.cache / key, known, path))):
            return known
        if path:
            # What was served may be known by another name, too, and is not written over.
            path.unlink(missing_ok=True)
        total = file.unpack(path) if path else file.summed()
        if self.cache:
            self.cache.mkdir(parents=True, exist_ok=True)
            _note(self.cache / key, total, path)
        return total

    @property
    def _folder(self) -> Path:
        return self.cache or self.scratch / "made"

    def _key(self, form: Format, decides: Any) -> str:
        return hashlib.sha256(json.dumps([form.id, decides], sort_keys=True).encode()).hexdigest()

    def _noted(self, key: str) -> Sum | None:
        return _noted(self.cache / f"{key}.json") if self.cache else None

    def _file(self, form: Format, name: str, decides: Any, make: Callable[[], object], path: Path) -> tuple[Sum, Entry]:
        key, folder = self._key(form, decides), self._folder
        self._used.add(key)
        folder.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        kept, noted = folder / key, folder / f"{key}.json"
        stored, pieces = is_compressed(name), folder / f"{form.id}.pieces.json"
        self._used.add(form.id)
        total = _untouched(kept, noted, path)
        if total is None:
            total = _restored(kept, noted, path, stored)
            if total is None:
                path.unlink(missing_ok=True)
                make()
                total = _kept(path, kept, None if stored else pieces)
            # Written last: without it the other is not looked at.
            _note(kept, total, path)
        held = path if stored else kept
        method = STORED if stored else DEFLATED
        return total, Entry(name, method, total.crc, total.bytes, held.stat().st_size, lambda: chunks(held))


def _kept(path: Path, kept: Path, pieces: Path | None) -> Sum:
    """Reads a new file once: to sum it up, and to keep it as the archive holds it, deflated where there is a note of pieces."""
    summing = Summing()
    if pieces is None:
        new = kept.with_name(f"{kept.name}.new")
        with new.open("wb") as file:
            for chunk in chunks(path):
                summing.add(chunk)
                file.write(chunk)
        new.replace(kept)
    else:
        for piece in repack(path, kept, pieces):
            summing.add(piece)
    return summing.sum


def _restored(kept: Path, noted: Path, path: Path, stored: bool) -> Sum | None:
    """Writes a kept file where it is served; None where there is none, or it is not what was kept."""
    known = _noted(noted)
    if known is None or not kept.is_file():
        return None
    try:
        found = checksums.write(path, chunks(kept) if stored else inflated(chunks(kept)))
    except zlib.error:
        return None
    return known if found == known else None


def _untouched(kept: Path, noted: Path, path: Path) -> Sum | None:
    """Serves what was served before where neither it nor what is kept of it was touched; None otherwise."""
    known = _noted(noted)
    if known is None or not kept.is_file() or _times(noted).get("kept") != [*stamp(kept)]:
        return None
    return known if _again(kept, known, path) else None


def _again(kept: Path, known: Sum, path: Path) -> bool:
    """Serves what was served before under another name of it; False where it is gone or was touched."""
    served = kept.with_name(f"{kept.name}.served")
    try:
        whole = [*stamp(served)] == _times(kept.with_name(f"{kept.name}.json")).get("served")
        if not whole or served.stat().st_size != known.bytes:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return linked(served, path)


def _note(kept: Path, total: Sum, path: Path | None) -> None:
    """Notes size and checksum of what was made, and keeps another name of what is served."""
    served, times = kept.with_name(f"{kept.name}.served"), {}
    if path is not None:
        served.unlink(missing_ok=True)
        if linked(path, served):
            times["served"] = stamp(served)
    if kept.is_file():
        times["kept"] = stamp(kept)
    kept.with_name(f"{kept.name}.json").write_text(json.dumps([*total, times]), encoding="utf-8")


def _times(noted: Path) -> dict[str, list[int]]:
    """Size and time of what stood there when it was noted, by what it is."""
    times = json.loads(noted.read_text(encoding="utf-8"))[3]
    return times if isinstance(times, dict) else {}


def _noted(path: Path) -> Sum | None:
    """Size and checksum as they were noted; None where there is no whole note."""
    try:
        *total, times = json.loads(path.read_text(encoding="utf-8"))
        return Sum(*total) if isinstance(times, dict) else None
    except (OSError, ValueError, TypeError):
        return None
