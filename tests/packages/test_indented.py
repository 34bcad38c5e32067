"""Indented JSON is the library's, byte for byte."""

from __future__ import annotations

import json
from typing import Any

import pytest

from zoneledger.packages.indented import indented

EVERY = {
    "空": None,
    "yes": True,
    "no": False,
    "n": [0, -1, 2.5, 1e-7, 10**20],
    "e": [{}, [], "", ()],
    "t": ("a", {"b": [1]}),
}


@pytest.mark.parametrize(
    "value",
    [EVERY, {}, [], None, 0, "", 'a"\\\n\t\x00\x1f\x7f\u2028/é汉😀', [[[["x"]]]], {'"k\n': {"": [EVERY, [EVERY]]}}],
)
def test_it_is_what_the_library_writes(value: Any) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)
    text = json.dumps({"deep": [value]}, ensure_ascii=False, indent=2)
    assert text == f'{{\n  "deep": [\n    {indented(value, 2)}\n  ]\n}}'
