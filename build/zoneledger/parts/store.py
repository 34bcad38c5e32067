"""A folder of parts under their keys. It may be deleted at any time, whole or in pieces, and never changes a result.

A site's file is a second name of the part's, where it can be: nothing is copied. Whoever edits it in place edits the part,
which is then no longer taken: size and time of every file are noted when it is made.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from zoneledger.parts.keys import digest
from zoneledger.parts.revised import filled_in
from zoneledger.parts.stand_in import stands_in
from zoneledger.revision import Repository
from zoneledger.second_names import linked, stamp

_LIST = "part.json"
_DIGESTS = "digests.json"
_SITE = "site"
_EXTRACTS = "extracts"


@dataclass(frozen=True)
class Part:
    """A finished part.

    Args:
        key: what it is kept under.
        folder: where it lies.
        files: of each of its files, by path below the folder, the size and the time of the last change, in nanoseconds.
        revised: those that name the revision.
    """

    key: str
    folder: Path
    files: dict[str, tuple[int, int]]
    revised: frozenset[str]

    @property
    def site(self) -> Path:
        """The folder of its files of the site."""
        return self.folder / _SITE

    def extract(self, name: str) -> Any:
        """What the rest of the build must know of it, by name."""
        return json.loads(self.extract_bytes(f"{name}.json"))

    def extract_bytes(self, name: str) -> bytes:
        """The same where it is not JSON."""
        return (self.folder / _EXTRACTS / name).read_bytes()

    @property
    def digests(self) -> dict[str, str]:
        """Names of what its digested extracts hold, by the extract: the same name, the same content."""
        found: dict[str, str] = json.loads((self.folder / _DIGESTS).read_bytes())
        return found

    def place(self, site: Path, repository: Repository, *, rewritten: bool = False) -> None:
        """Puts its files of the site into one, where they name the revision of this build.

        Args:
            site: the site's top folder.
            repository: as the build found it.
            rewritten: whether the build goes on to write into them; then they are copies.
        """
        named = filled_in(self.folder, self.revised, repository)
        made: set[str] = set()
        # As path objects, tens of thousands of files would take longer to name than to link.
        for path in self.files:
            top, _, rest = path.partition("/")
            if top != _SITE:
                continue
            file, target = named.get(path, f"{self.folder}/{path}"), f"{site}/{rest}"
            folder = target.rpartition("/")[0]
            if folder not in made:
                _make(folder)
                made.add(folder)
            if rewritten or not linked(file, target):
                shutil.copy2(file, target)


class Workplace:
    """A part in the making.

    Args:
        folder: its folder, empty at first.
    """

    def __init__(self, folder: Path) -> None:
        self.site = folder / _SITE
        self._folder, self._extracts = folder, folder / _EXTRACTS
        self._digests: dict[str, str] = {}
        self.site.mkdir()
        self._extracts.mkdir()

    def save(self, name: str, extract: Any, *, digested: bool = True) -> None:
        """Keeps what the rest of the build must know.

        Args:
            name: by which it is asked for.
            extract: anything that JSON can say.
            digested: whether its digest is noted, which is what files are gathered by; of a large one that takes long.
        """
        content = json.dumps(extract, ensure_ascii=False, separators=(",", ":")).encode()
        (self._extracts / f"{name}.json").write_bytes(content)
        if digested:
            self._digests[name] = digest([content])

    def save_bytes(self, name: str, extract: bytes, pieces: Mapping[str, bytes] | None = None) -> None:
        """Keeps something that has a form of its own.

        Args:
            name: by which it is asked for.
            extract: what is kept.
            pieces: stretches of it that are read by themselves, by name; each has a digest of its own, ``name/piece``.
        """
        (self._extracts / name).write_bytes(extract)
        self._digests |= {f"{name}/{piece}": digest([content]) for piece, content in (pieces or {}).items()}

    def close(self) -> None:
        """Notes the digests of what was kept."""
        (self._folder / _DIGESTS).write_text(json.dumps(self._digests), encoding="utf-8")


class Store:
    """Parts that were made before.

    Args:
        folder: holds nothing else; made when it is needed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, key: str, *, carried: bool = False) -> Part | None:
        """A part that is there whole; None where it is missing, or something of it is, or was changed.

        Args:
            key: what it is kept under.
            carried: whether the files came from another machine, which may have lost their times.
        """
        folder = self.folder / key
        try:
            known = json.loads((folder / _LIST).read_bytes())
            files = {path: (int(size), int(time)) for path, (size, time) in known["files"].items()}
            within = f"{folder}{os.sep}"
            found = {path: stamp(within + path) for path in files}
            revised = frozenset(known["revised"])
        except (OSError, ValueError, AttributeError, TypeError, KeyError):
            return None
        whole = all(found[path][:1] == noted[:1] for path, noted in files.items()) if carried else found == files
        return Part(key, folder, found, revised) if whole else None

    def make(self, key: str, fill: Callable[[Workplace], None]) -> Part:
        """A part, from the store or made now; two processes may make the same one.

        Args:
            key: made of everything that goes into it.
            fill: writes its files.
        """
        found = self.find(key)
        if found is not None:
            return found
        self.folder.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".making-", dir=self.folder))
        try:
            workplace = Workplace(aside)
            fill(workplace)
            workplace.close()
            made = _listed(key, aside)
            aside.chmod(0o755)
            shutil.rmtree(self.folder / key, ignore_errors=True)
            try:
                aside.rename(self.folder / key)
            except OSError:  # another process was quicker
                if (found := self.find(key)) is None:
                    raise
                return found
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        return replace(made, folder=self.folder / key)

    def adopt(self, other: Store) -> int:
        """Takes over what another store holds, whole parts alone.

        Args:
            other: of another machine that worked on the same checkout.

        Returns:
            How many parts were new here.
        """
        keys = [folder.name for folder in sorted(other.folder.iterdir())] if other.folder.is_dir() else []
        fresh = [part for key in keys if self.find(key) is None and (part := other.find(key, carried=True)) is not None]
        for part in fresh:
            folder = self.folder / part.key
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(part.folder, folder)
            _note(folder, {path: stamp(folder / path) for path in part.files}, part.revised)
        return len(fresh)

    def keep(self, keys: Collection[str]) -> None:
        """Removes every part but these, and what killed builds left behind."""
        for folder in self.folder.iterdir() if self.folder.is_dir() else ():
            if folder.name not in keys:
                shutil.rmtree(folder, ignore_errors=True)


def _make(folder: str) -> None:
    """Makes a folder; nearly always the one above is there."""
    with suppress(FileExistsError):
        try:
            os.mkdir(folder)  # noqa: PTH102 - as for its files
        except FileNotFoundError:
            os.makedirs(folder)  # noqa: PTH103


def _listed(key: str, folder: Path) -> Part:
    """A part as it was just made; what it holds is noted in the folder."""
    files, revised, above = {}, set(), len(f"{folder}/")
    # Fifty thousand files of a thousand plans: as paths, and opened as files are, they would take three times as long.
    for top, _, names in os.walk(folder):
        for name in names:
            path = f"{top}/{name}"
            file = os.open(path, os.O_RDONLY)
            try:
                status = os.fstat(file)
                content = os.read(file, status.st_size)
            finally:
                os.close(file)
            if len(content) < status.st_size:  # more than the system reads at once
                content = Path(path).read_bytes()
            files[path[above:]] = status.st_size, status.st_mtime_ns
            if stands_in(content):
                revised.add(path[above:])
    files = dict(sorted(files.items()))
    _note(folder, files, revised)
    return Part(key, folder, files, frozenset(revised))


def _note(folder: Path, files: Mapping[str, tuple[int, int]], revised: Collection[str]) -> None:
    text = json.dumps({"files": files, "revised": sorted(revised)}, ensure_ascii=False)
    (folder / _LIST).write_text(text, encoding="utf-8")
