"""Two builds in two worlds give the same bytes: another time zone, locale, hash seed and folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from publishing import Published

BUILD = """
import sys
from pathlib import Path
from zoneledger.catalogue import load
from zoneledger.packages import write
write(load(Path(sys.argv[1])), Path(sys.argv[2]))
"""
WORLDS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "1"},
    {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4000000000", "OMP_NUM_THREADS": "1"},
)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_time_zone_locale_and_hash_seed_do_not_show(small: Published, tmp_path: Path) -> None:
    given = files(small.data)
    assert {path.rpartition(".")[2] for path in given} >= {"csv", "jsonl", "parquet", "sqlite", "xlsx", "zip"}
    for number, world in enumerate(WORLDS):
        out = tmp_path / f"world-{number}"
        command = [sys.executable, "-c", BUILD, str(small.catalogue.layout.root), str(out)]
        subprocess.run(command, env={**os.environ, **world}, check=True, timeout=240)
        built = files(out)
        assert built.keys() == given.keys()
        assert [path for path in given if built[path] != given[path]] == []
