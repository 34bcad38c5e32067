"""How large a package may be for what takes much time to write and to open."""

from __future__ import annotations

#: Rows up to which a package has a workbook, and its database a full-text index. A workbook of more opens slowly or not
#: at all. Of more than 300,000 rows the index takes three times as long to make as the rest of the database.
MOST_ROWS = 100_000
