"""Names of columns: their spaces, width and capitals; a name that is truly another stays for a human."""

from __future__ import annotations

import unicodedata

from zoneledger.catalogue.header import HEADER as RULE
from zoneledger.fix.sheet import Sheet

__all__ = ["RULE", "mend"]


def mend(sheet: Sheet) -> None:
    """Writes a name as the schema does where only capitals, width, spaces and invisible characters differ."""
    plain = {name.casefold(): name for name in sheet.schema.by_name}
    for index, name in enumerate(sheet.header):
        bare = unicodedata.normalize("NFKC", name).replace("\ufeff", "").replace("\u200b", "").strip()
        right = plain.get(bare.strip("\"'“”").casefold().replace(" ", "_").replace("-", "_"))
        if right is not None and right != name and right not in sheet.header:
            sheet.header[index] = right
            sheet.done(RULE, 1, cell=(right, name, right))
