"""The dataset as a whole in the words of other catalogues: files that stand beside the packages, in no archive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from zoneledger.packages.outputs import CATALOGUE, DESCRIPTOR, ZIP, Download, Output, described_as
from zoneledger.packages.package import Package
from zoneledger.packages.standards import croissant, dcat
from zoneledger.problems import Text

_YEARS = re.compile(r"(\d{4})/(\d{4})")

_CROISSANT = Text("Croissant 描述文件", "Croissant descriptor")
_DCAT = Text("DCAT-AP 目录", "DCAT-AP catalogue")


def summary(package: Package, downloads: Sequence[Download]) -> dcat.Described:
    """What the catalogue says of a package: all files of the whole, the Data Package alone of a plan."""
    if package.plan_id is None:
        page, period, shown = f"{package.homepage}data/", None, [each for each in downloads if each.kind not in (DESCRIPTOR, CATALOGUE)]
    else:
        years = _YEARS.fullmatch(str(package.plans[0].get("period", "")))
        period = (int(years[1]), int(years[2])) if years else None
        page = f"{package.homepage}plans/{package.plan_id}/"
        shown = [each for each in downloads if each.kind == ZIP]
    return dcat.Described(package.name, package.title, package.description, page, period, shown)


def outputs(package: Package, files: Mapping[str, bytes], described: Sequence[dcat.Described]) -> Iterator[Output]:
    """The descriptions.

    Args:
        package: the whole dataset.
        files: its CSV files by name.
        described: the whole, then every plan.
    """
    loaded = croissant.encode(package, files, f"{package.homepage}data/all/")
    yield described_as(package, croissant.FILE_NAME, _CROISSANT, loaded)
    whole, *plans = described
    catalogue = dcat.encode(whole, plans, package.homepage, package.version, package.as_of)
    yield described_as(package, dcat.FILE_NAME, _DCAT, catalogue)
