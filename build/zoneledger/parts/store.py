"""A folder of parts under their keys. It may be deleted at any time, whole or in pieces, and never changes a result."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LIST = "part.json"
_SITE = "site"
_EXTRACTS = "extracts"


@dataclass(frozen=True)
class Part:
    """A finished part.

    Args:
        key: what it is kept under.
        folder: where it lies.
        files: the size of each of its files, by path below the folder.
    """

    key: str
    folder: Path
    files: dict[str, int]

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
    def pages(self) -> Iterator[tuple[str, Path]]:
        """Its files of the site: path below the site's root, and where the file lies."""
        for path in self.files:
            top, _, rest = path.partition("/")
            if top == _SITE:
                yield rest, self.folder / path

    def place(self, site: Path, filled: Callable[[bytes], bytes]) -> None:
        """Copies its files into a site.

        Args:
            site: the site's top folder.
            filled: puts into a file what differs from build to build.
        """
        made: set[Path] = set()
        for path, file in self.pages:
            target = site / path
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            target.write_bytes(filled(file.read_bytes()))


class Workplace:
    """A part in the making.

    Args:
        folder: its folder, empty at first.
    """

    def __init__(self, folder: Path) -> None:
        self.site = folder / _SITE
        self._extracts = folder / _EXTRACTS
        self.site.mkdir()
        self._extracts.mkdir()

    def save(self, name: str, extract: Any) -> None:
        """Keeps what the rest of the build must know.

        Args:
            name: by which it is asked for.
            extract: anything that JSON can say.
        """
        text = json.dumps(extract, ensure_ascii=False, separators=(",", ":"))
        self.save_bytes(f"{name}.json", text.encode())

    def save_bytes(self, name: str, extract: bytes) -> None:
        """Keeps something that has a form of its own."""
        (self._extracts / name).write_bytes(extract)


class Store:
    """Parts that were made before.

    Args:
        folder: holds nothing else; made when it is needed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, key: str) -> Part | None:
        """A part that is there whole; None where it is missing or something of it is."""
        folder = self.folder / key
        try:
            files = json.loads((folder / _LIST).read_bytes())
            whole = all((folder / path).stat().st_size == size for path, size in files.items())
        except (OSError, ValueError, AttributeError, TypeError):
            return None
        return Part(key, folder, files) if whole else None

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
            fill(Workplace(aside))
            files = {
                path.relative_to(aside).as_posix(): path.stat().st_size
                for path in sorted(aside.rglob("*"))
                if path.is_file()
            }
            (aside / _LIST).write_text(json.dumps(files, ensure_ascii=False), encoding="utf-8")
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
        return Part(key, self.folder / key, files)

    def adopt(self, other: Store) -> int:
        """Takes over what another store holds, whole parts alone.

        Args:
            other: of another machine that worked on the same checkout.

        Returns:
            How many parts were new here.
        """
        keys = [folder.name for folder in sorted(other.folder.iterdir())] if other.folder.is_dir() else []
        fresh = [part for key in keys if self.find(key) is None and (part := other.find(key)) is not None]
        for part in fresh:
            shutil.rmtree(self.folder / part.key, ignore_errors=True)
            shutil.copytree(part.folder, self.folder / part.key)
        return len(fresh)

    def keep(self, keys: Collection[str]) -> None:
        """Removes every part but these, and what killed builds left behind."""
        for folder in self.folder.iterdir() if self.folder.is_dir() else ():
            if folder.name not in keys:
                shutil.rmtree(folder, ignore_errors=True)
