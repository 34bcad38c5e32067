"""Where the time of a check goes: reading, the judging of cells and keys, and the rules beyond the schema.

Run as a process of its own: ``python -m zoneledger.budgets.check_stages ROOT`` prints CPU seconds as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from zoneledger import check
from zoneledger.catalogue import load
from zoneledger.check import rules
from zoneledger.layout import Layout

#: So many plans tell how the stages compare.
_PLANS = 300


def stages(root: Path) -> dict[str, float]:
    """CPU seconds of each stage, over at most 300 plans taken evenly from all.

    Args:
        root: the checkout, free of errors.
    """
    plans = sorted(folder.name for folder in Layout(root).plans.iterdir())
    chosen = plans[:: -(-len(plans) // _PLANS)]
    began = time.process_time()
    catalogue = load(root.resolve(), chosen)
    read = time.process_time()
    check.engine_of("screen")(catalogue, list(catalogue.tables.values()))
    screened = time.process_time()
    for rule in rules.RULES:
        if rule in rules.ACROSS:
            for plan in chosen:
                rule.extract(catalogue, plan)
        else:
            for _ in rule.check(catalogue):
                pass
    return {"reading": read - began, "screen": screened - read, "rules": time.process_time() - screened}


if __name__ == "__main__":
    print(json.dumps(stages(Path(sys.argv[1]))))
