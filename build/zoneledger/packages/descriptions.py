"""The dataset as a whole in the words of other catalogues: files that stand beside the packages, in no archive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from zoneledger.packages.checksums import Sum, of
from zoneledger.packages.download import CATALOGUE, DESCRIPTOR, ZIP, Download, Output
from zoneledger.packages.package import Package
from zoneledger.packages.standards import croissant, dcat
from zoneledger.problems import Text

_YEARS = re.compile(r"(\d{4})/(\d{4})")

_CROISSANT = Text("Croissant 描述文件", "Croissant descriptor")
_DCAT = Text("DCAT-AP 目录", "DCAT-AP catalogue")


def plan_summary(package: Package, plan: Mapping[str, Any], downloads: Iterable[Download]) -> dcat.Described:
    """What the catalogue says of a plan: its Data Package alone.

    Args:
        package: the whole dataset.
        plan: the plan's ``plan.yml``.
        downloads: the plan's files.
    """
    years = _YEARS.fullmatch(str(plan.get("period", "")))
    period = (int(years[1]), int(years[2])) if years else None
    shown = [each for each in downloads if each.kind == ZIP]
    page = f"{package.homepage}plans/{plan['id']}/"
    name = f"{package.name}-{plan['id']}"
    return dcat.Described(name, Text(**plan["title"]), Text(**plan["summary"]), page, period, shown)


def whole_summary(package: Package, downloads: Iterable[Download]) -> dcat.Described:
    """What the catalogue says of the whole: all its files."""
    shown = [each for each in downloads if each.kind not in (DESCRIPTOR, CATALOGUE)]
    return dcat.Described(package.name, package.title, package.description, f"{package.homepage}data/", None, shown)


def outputs(
    package: Package, files: Mapping[str, Sum], whole: dcat.Described, plans: Sequence[dcat.Described]
) -> tuple[Output, Output]:
    """The descriptions.

    Args:
        package: the whole dataset.
        files: size and checksum of its CSV files, by name.
        whole: what is said of it.
        plans: what is said of every plan.
    """
    loaded = croissant.encode(package, files, f"{package.homepage}data/all/")
    catalogue = dcat.encode(whole, plans, package.homepage, package.version, package.as_of)
    return (
        described_as(package, croissant.FILE_NAME, _CROISSANT, loaded),
        described_as(package, dcat.FILE_NAME, _DCAT, catalogue),
    )


def described_as(package: Package, path: str, title: Text, content: bytes) -> Output:
    """A file that describes the whole in the words of a standard; its format is what it is named after."""
    form = path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()
    total = of(content)
    about = (path, None, CATALOGUE, form, None, title)
    return Output(path, content, Download(*about, total.bytes, package.rows, total.sha256))
