"""The worst of what a built site of any size asks of a browser, in four figures.

Run as a process of its own: ``python -m zoneledger.budgets.answers SITE`` prints them as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from zoneledger.budgets.explorer import measure_explorer
from zoneledger.budgets.search_cost import costs


def answers(site: Path) -> dict[str, float]:
    """Searches many things, each as the first of a visit, and opens, filters and sorts both explorers.

    Args:
        site: a built site.
    """
    searches = costs(site)
    explorers = list(measure_explorer(site))
    return {
        "search_kilobytes": max(each.size for each in searches) / 1000,
        "search_cpu": max(each.busy for each in searches),
        "explorer_kilobytes": max(each.value for each in explorers if each.unit == "kB"),
        "explorer_megabytes": max(each.value for each in explorers if each.unit == "MB"),
    }


if __name__ == "__main__":
    print(json.dumps(answers(Path(sys.argv[1]))))
