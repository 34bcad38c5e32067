"""What a command was asked to look at: files, plans' folders or plans' ids, resolved to files and plans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from zoneledger.layout import Layout

DATA_SUFFIXES = (".csv", ".yml")


@dataclass(frozen=True)
class Selection:
    """Part of a checkout.

    Args:
        files: the data files named, those of a named plan included, in order.
        plans: the plans they belong to; None where they concern every plan, as shared lists and schemas do.
    """

    files: tuple[Path, ...]
    plans: frozenset[str] | None


def select(layout: Layout, names: Iterable[str], start: Path | None = None) -> Selection:
    """Resolves what was named.

    Args:
        layout: the checkout.
        names: files or folders of ``datasets/`` or ``schemas/``, or ids of plans; none at all means everything.
        start: the folder that relative names start from; the current one by default. What is not there is looked for
            from the checkout's top folder, too.

    Raises:
        LookupError: a name is neither a plan nor a file or folder of the data; its argument is the name.
    """
    paths = [_path(layout, name, start or Path.cwd()) for name in names] or [layout.datasets]
    files = {file: None for path in paths for file in _data_files(layout, path)}
    owners = {_plan_of(layout, path) for path in paths}
    return Selection(tuple(files), None if None in owners else frozenset(filter(None, owners)))


def _path(layout: Layout, name: str, start: Path) -> Path:
    candidates = [start / name, layout.root / name]
    if name and "/" not in name:
        candidates.append(layout.plans / name)
    for candidate in candidates:
        # Only the folder is resolved: a symbolic link is looked at where it stands, and refused there.
        place = candidate.parent.resolve() / candidate.name if candidate.name != ".." else candidate.resolve()
        inside = place.is_relative_to(layout.datasets) or place.is_relative_to(layout.schemas) or place == layout.root
        if inside and (place.exists() or place.is_symlink()):
            return place
    raise LookupError(name)


def _plan_of(layout: Layout, path: Path) -> str | None:
    """The plan that a path belongs to; None where it concerns them all."""
    if path.is_relative_to(layout.plans) and path != layout.plans:
        return path.relative_to(layout.plans).parts[0]
    if path.is_relative_to(layout.receipts) and path != layout.receipts:
        return path.stem
    return None


def _data_files(layout: Layout, path: Path) -> list[Path]:
    if path == layout.root:
        path = layout.datasets
    if path.is_dir() and not path.is_symlink():
        found = (file for file in path.rglob("*") if file.is_file() or file.is_symlink())
        return sorted(file for file in found if _is_data(layout, file))
    return [path] if _is_data(layout, path) else []


def _is_data(layout: Layout, file: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(layout.root).parts)
    return file.suffix in DATA_SUFFIXES and file.is_relative_to(layout.datasets) and not hidden
