"""A plan whose folder and id are hostile, with every row of it renamed, so that it is a sound plan of that name."""

from __future__ import annotations

import random

from fuzzing.case import PLAN, PLAN_FILE, PLAN_ID, Case
from fuzzing.payloads import PATHS, SOUND_IDS


def mutate(case: Case, rng: random.Random) -> None:
    """Renames the plan; sometimes only its folder, or only the id in its file."""
    new = rng.choice(SOUND_IDS if rng.random() < 0.5 else PATHS)
    where = rng.choice(("both", "both", "folder", "file"))
    quoted = '"' + "".join(f"\\u{ord(char):04x}" for char in new) + '"'
    if where != "folder":
        for path in [path for path in case.files if path.startswith(PLAN)]:
            value = quoted if path == PLAN_FILE else new
            case.files[path] = case.files[path].replace(PLAN_ID.encode(), value.encode("utf-8", "surrogatepass"))
    # an operating system knows no such names, so no pull request can hold them
    is_name = new not in ("", ".", "..") and "\0" not in new and "/" not in new and len(new.encode()) < 256
    if where != "file" and is_name:
        for path in [path for path in case.files if path.startswith(PLAN)]:
            case.files[f"datasets/plans/{new}{path.removeprefix(PLAN)}"] = case.files.pop(path)
    case.note(f"plan {PLAN_ID} is now {new} ({where})")
