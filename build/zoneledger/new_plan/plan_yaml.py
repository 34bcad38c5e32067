"""``plan.yml`` as text in the one form the project keeps: plain words where they stay words, double quotes elsewhere."""

from __future__ import annotations

import sys
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Lists stand two spaces in, as in the plans already there."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def text(self, value: str) -> yaml.ScalarNode:
        """A scalar that any YAML reader takes for text: ``360700`` and ``no`` are quoted."""
        tag = self.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
        plain = tag == "tag:yaml.org,2002:str" and self.analyze_scalar(value).allow_block_plain
        return self.represent_scalar("tag:yaml.org,2002:str", value, style=None if plain else '"')


_Dumper.add_representer(str, _Dumper.text)


def dumps(content: dict[str, Any]) -> str:
    """Content as YAML; every scalar is text and reads back as it was given.

    Args:
        content: keys in the order to write; values are text, lists and mappings.
    """
    # One line a value: a folded line would make a one-word change look like a new paragraph.
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=sys.maxsize)
