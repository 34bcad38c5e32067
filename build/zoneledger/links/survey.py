"""Visits many addresses, one at a time: a host is asked slowly, and left alone when it does not answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from zoneledger.links.visit import Verdict, Visit, visit

MOST_ADDRESSES = 600
PAUSE_SECONDS = 2.0
#: After so many visits in a row without a clear answer a host is not asked again this time.
PATIENCE = 3
LEFT_ALONE = Visit(Verdict.UNCLEAR, "host not answering")
OVER_THE_LIMIT = Visit(Verdict.UNCLEAR, "not visited: too many addresses")


def survey(
    addresses: Iterable[str],
    visitor: Callable[[str], Visit] = visit,
    sleep: Callable[[float], None] = time.sleep,
) -> dict[str, Visit]:
    """Visits addresses host by host.

    Args:
        addresses: where to go; beyond the first 600 by host nothing is visited.
        visitor: visits one address; another one in the tests.
        sleep: waits so many seconds between two visits to one host.

    Returns:
        What each visit said, by address, in the order of visits.
    """
    found: dict[str, Visit] = {}
    last, failures, visited = "", 0, 0
    for address in sorted(set(addresses), key=lambda each: (_host(each), each)):
        host = _host(address)
        if host != last:
            last, failures = host, 0
        elif failures < PATIENCE and visited < MOST_ADDRESSES:
            sleep(PAUSE_SECONDS)
        if visited >= MOST_ADDRESSES:
            found[address] = OVER_THE_LIMIT
        elif failures >= PATIENCE:
            found[address] = LEFT_ALONE
        else:
            visited += 1
            found[address] = visitor(address)
            failures = failures + 1 if found[address].verdict is Verdict.UNCLEAR else 0
    return found


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
