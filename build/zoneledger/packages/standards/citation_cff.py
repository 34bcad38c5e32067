"""``CITATION.cff``: how to cite a package, for software that reads it.

Source: Citation File Format 1.2.0, https://citation-file-format.github.io/.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import yaml

from zoneledger.packages import licence
from zoneledger.packages.citation import CONTRIBUTORS
from zoneledger.packages.package import Package

FILE_NAME = "CITATION.cff"

_MESSAGE = "引用本数据集时请用下列信息。 If you use this dataset, please cite it as below."


def encode(package: Package) -> bytes:
    """The citation as the bytes of its file."""
    return "".join(_written(json.dumps(pair)) for pair in describe(package).items()).encode("utf-8")


@lru_cache(maxsize=64)
def _written(pair: str) -> str:
    """A name and its value, given as JSON, as YAML, which takes long: but for title and abstract all packages have the same."""
    name, value = json.loads(pair)
    return yaml.safe_dump({name: value}, allow_unicode=True, sort_keys=False, width=10_000)


def describe(package: Package) -> dict[str, Any]:
    """The citation as a mapping. A title stands in both languages, since the format has one place for it."""
    described: dict[str, Any] = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "message": _MESSAGE,
        "title": f"{package.title.zh} {package.title.en}",
        "abstract": f"{package.description.zh} {package.description.en}",
        "authors": [{"name": CONTRIBUTORS}],
        "version": package.version,
        "date-released": package.as_of.isoformat(),
        "license": licence.NAME,
        "keywords": ["开发区", "行动计划", "development zones", "policy targets", "China"],
    }
    if package.homepage:
        described["url"] = package.homepage
    return described
