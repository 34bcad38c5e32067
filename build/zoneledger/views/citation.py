"""How to cite in one line of plain text, for machines that read a page's head; pages themselves use ``citations``.

After GB/T 7714-2015 (data set, online: [DS/OL]; official document: [Z]).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zoneledger.citations.cited import AUTHOR
from zoneledger.citations.document import cite_document
from zoneledger.problems import Text

__all__ = ["AUTHOR", "Citation", "cite_dataset", "cite_plan"]


@dataclass(frozen=True)
class Citation:
    """What a reader copies.

    Args:
        data: the dataset, or one plan's part of it.
        document: the plan itself; empty for the dataset as a whole.
    """

    data: Text
    document: Text


def cite_dataset(dataset: dict[str, Any], site_url: str) -> Citation:
    """Cites the dataset as a whole.

    Args:
        dataset: content of ``dataset.yml``.
        site_url: address of the site, with a slash at its end; empty where it is unknown.
    """
    return Citation(_data(Text(dataset["title"]["zh"], dataset["title"]["en"]), dataset, site_url), Text("", ""))


def cite_plan(plan: dict[str, Any], dataset: dict[str, Any], site_url: str) -> Citation:
    """Cites one plan's rows, and the plan itself.

    Args:
        plan: content of ``plan.yml``.
        dataset: content of ``dataset.yml``.
        site_url: address of the site, with a slash at its end; empty where it is unknown.
    """
    short = plan["short_title"]
    named = Text(f"{short['zh']}：目标与责任数据", f"{short['en']}: targets and duties, data")
    address = f"{site_url}plans/{plan['id']}/" if site_url else ""
    return Citation(_data(named, dataset, address), cite_document(plan))


def _data(title: Text, dataset: dict[str, Any], address: str) -> Text:
    version, day = dataset["version"], dataset["as_of"]
    place = f". {address}" if address else ""
    return Text(
        f"{AUTHOR.zh}. {title.zh}[DS/OL]. {version}版. ({day}){place}.",
        f"{AUTHOR.en}. {title.en}[DS/OL]. Version {version}. ({day}){place}.",
    )
