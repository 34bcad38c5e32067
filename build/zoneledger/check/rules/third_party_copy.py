"""An official text is cited from a government site, or the row says that its address is a copy."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Severity, Text

RULE = Rule(
    "third-party-copy",
    Text("官方文件引自政府网站，或注明是副本", "An official text is cited from a government site, or marked as a copy"),
    Text(
        "换成政府网站（.gov.cn）的网址；找不到就把 address_kind 写成 copy。",
        "Give the address on a government site (.gov.cn); where none is found, write copy in address_kind.",
    ),
    Severity.WARNING,
    why=Text(
        "副本会被改动或消失。引政府网站的原件，读者才核对得到。",
        "Copies are altered and vanish. On the government's own site a reader can check the text.",
    ),
)
SCOPE = Scope.PLAN

TABLES = ("outcomes", "rejected_evidence")


def is_government(address: str) -> bool:
    """Whether an address is on a site of the Chinese government."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return host == "gov.cn" or host.endswith(".gov.cn")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Official texts at somebody else's address that pass for the publisher's own page."""
    for table in TABLES:
        for row in catalogue.rows(table):
            if row["grade"] == "official" and row["address_kind"] != "copy" and not is_government(row.text("address")):
                message = Text("不是政府网站，也没有注明是副本。", "It is no government site and not marked as a copy.")
                yield Problem(RULE, Place(row.file, row.line, "address"), row.text("address"), message, fix=RULE.tip)
