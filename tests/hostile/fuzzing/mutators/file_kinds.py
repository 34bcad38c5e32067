"""What is no ordinary file: links, folders and pipes with a table's name, names that no terminal should print."""

from __future__ import annotations

import os
import random

from fuzzing.case import PLAN, PLAN_FILE, RECEIPT, Case, any_table

_TARGETS = ("../../../elsewhere/outside.csv", "/etc/passwd", "/dev/zero", "/dev/stdin", "/proc/self/mem", "nowhere", ".", "..", "targets.csv")
_FOLDERS = ("datasets/reference", "datasets/plans", PLAN, "datasets/receipts", "schemas", "datasets")
_NAMES = (
    "x\n.csv", "\x1b[2J.csv", "::error::x.csv", "-x.csv", "targets.CSV", "targets.csv ", "targets.csv.", "con.csv",
    "a\u202evsc.exe", "x" * 250 + ".csv",
    os.fsdecode(b"\xff\xfe.csv"), os.fsdecode(b"\xe4\xb8.csv"), "目标.csv", "<script>.csv", "`x`.csv", "..csv",
        ".hidden.csv", "targets.csv~", "|x", "plan.yaml",
    "a:1:b.csv", "targets\u200b.csv",
)  # fmt: skip
_PLACES = ("datasets/reference", PLAN, "datasets/plans", "datasets/receipts", "schemas", "datasets", "datasets/plans/x")


def mutate(case: Case, rng: random.Random) -> None:
    """Replaces a file or a folder, adds one, or takes one away."""
    rng.choice((_replace, _replace, _folder, _name, _name, _remove, _loop))(case, rng)


def _file(case: Case, rng: random.Random) -> str:
    schema = rng.choice([path for path in case.files if path.startswith("schemas/")])
    return rng.choice((any_table(case, rng), any_table(case, rng), PLAN_FILE, RECEIPT, "datasets/dataset.yml", schema))


def _replace(case: Case, rng: random.Random) -> None:
    path = _file(case, rng)
    case.remove(path)
    kind = rng.choice(("link", "pipe", "folder"))
    case.note(f"{path} is a {kind}")
    if kind == "link":
        case.links[path] = rng.choice(_TARGETS)
        case.note(case.links[path])
    elif kind == "pipe":
        case.pipes.append(path)
    else:
        case.folders.append(path)


def _folder(case: Case, rng: random.Random) -> None:
    path = rng.choice(_FOLDERS)
    kind = rng.choice(("link within", "link out", "file", "pipe", "nothing"))
    case.note(f"{path}: {kind}")
    if kind.startswith("link"):
        up = "../" * (path.count("/") + (kind == "link out"))
        moved = "elsewhere" if kind == "link out" else "moved"
        for name in [name for name in case.files if name.startswith(f"{path}/")]:
            content = case.files.pop(name)
            if kind == "link within":
                case.files[f"{moved}/{name.removeprefix(path + '/')}"] = content
        case.links[path] = up + moved
        return
    case.remove(path)
    if kind == "file":
        case.files[path] = b"x"
    elif kind == "pipe":
        case.pipes.append(path)


def _name(case: Case, rng: random.Random) -> None:
    path = f"{rng.choice(_PLACES)}/{rng.choice(_NAMES)}"
    case.note(f"added {path}")
    if rng.random() < 0.2:
        case.folders.append(path)
    elif rng.random() < 0.2:
        case.pipes.append(path)
    else:
        case.files[path] = rng.choice((b"", b"id\nx\n", b"{}"))


def _remove(case: Case, rng: random.Random) -> None:
    path = _file(case, rng)
    case.remove(path)
    case.note(f"removed {path}")


def _loop(case: Case, rng: random.Random) -> None:
    path = f"{rng.choice(_PLACES)}/loop"
    case.links[path] = "loop"
    case.note(f"{path} points at itself")
