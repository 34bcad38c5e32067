"""A part's files that name the revision, with that of a build: kept for the next build, which mostly has the same."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

from zoneledger.parts.keys import digest
from zoneledger.parts.stand_in import filled
from zoneledger.revision import Repository
from zoneledger.second_names import stamp

_FOLDER = "revised"
_NOTE = "revised.json"


def filled_in(part: Path, paths: Collection[str], repository: Repository) -> dict[str, str]:
    """Files that name the revision of this build, by the path of the part's own.

    Args:
        part: the part's folder; they are kept in a folder of it, those of one revision alone.
        paths: of its files that name the revision, below its folder.
        repository: as the build found it.
    """
    if not paths:
        return {}
    found = {path: f"{part}/{_FOLDER}/{number}" for number, path in enumerate(sorted(paths))}
    note, revision = part / _NOTE, digest([repository.revision, repository.short])
    try:
        known = json.loads(note.read_bytes())
        whole = known["revision"] == revision and known["files"] == [[path, *said] for path, said in _stamps(found)]
    except (OSError, ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        _removed(note)
        _removed(part / _FOLDER)
        (part / _FOLDER).mkdir()
        for path, file in found.items():
            Path(file).write_bytes(filled((part / path).read_bytes(), repository))
        known = {"revision": revision, "files": [[path, *said] for path, said in _stamps(found)]}
        note.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    return found


def _removed(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _stamps(files: dict[str, str]) -> Iterator[tuple[str, tuple[int, int]]]:
    return ((path, stamp(file)) for path, file in files.items())
