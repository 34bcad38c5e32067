"""The output folder as a pull request could bring it: a link elsewhere, a file, links inside it."""

from __future__ import annotations

import random

from fuzzing.case import Case


def mutate(case: Case, rng: random.Random) -> None:
    """Puts something where the build wants to write."""
    way = rng.choice(("link", "broken link", "file", "site link", "broken site link", "site file", "staging link", "loop"))
    case.note(f"dist: {way}")
    if way == "file":
        case.files["dist"] = b"x"
    elif way == "site file":
        case.files["dist/site"] = b"x"
    else:
        path = {"site link": "dist/site", "broken site link": "dist/site", "staging link": "dist/.staging-x"}.get(way, "dist")
        target = {"link": "../elsewhere", "site link": "../../elsewhere", "staging link": "../../elsewhere", "loop": "dist"}.get(way, "nowhere")
        case.links[path] = target
