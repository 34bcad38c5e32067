"""Which formats a package is offered in."""

from __future__ import annotations

from zoneledger.packages.formats import CANONICAL, FORMATS, xlsx
from zoneledger.packages.formats.format import Format
from zoneledger.packages.formats.limits import MOST_ROWS
from zoneledger.packages.package import Package


def offered(package: Package) -> tuple[Format, ...]:
    """The formats, the canonical one first; of very many rows there is no workbook."""
    if not package.every_format:
        return (CANONICAL,)
    return tuple(form for form in FORMATS if form is not xlsx.FORMAT or package.rows <= MOST_ROWS)
