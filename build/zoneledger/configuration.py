"""``mkdocs.yml`` as plain data: what the program itself reads of the site's settings."""

from __future__ import annotations

from typing import Any

import yaml

from zoneledger.layout import Layout


class _Plain(yaml.SafeLoader):
    """MkDocs allows tags such as ``!ENV`` in its configuration; here they are of no interest."""


_Plain.add_multi_constructor("", lambda loader, suffix, node: None)


def configuration(layout: Layout) -> dict[str, Any]:
    """The settings; an empty mapping where there is no such file.

    Args:
        layout: the checkout.
    """
    path = layout.root / "mkdocs.yml"
    if not path.is_file():
        return {}
    # a tag is replaced by nothing, none is acted on
    loaded = yaml.load(path.read_text(encoding="utf-8"), _Plain)  # noqa: S506
    return dict(loaded)
