"""What Excel does to a table when it opens and saves it as CSV, as far as these tests need it."""

from __future__ import annotations

import csv
import io
import re

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def cell(text: str) -> str:
    """A cell as the program shows it after taking it for whatever it may be."""
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        return f"{found[1]}/{int(found[2])}/{int(found[3])}"
    if found := re.fullmatch(r"20(\d\d)-(\d\d)", text):
        return f"{MONTHS[int(found[2]) - 1]}-{found[1]}"
    if found := re.fullmatch(r"\((\d+)\)", text):
        return f"-{int(found[1])}"
    if found := re.fullmatch(r"(\d+)\.", text):
        return str(int(found[1]))
    if re.fullmatch(r"[1-9]0{5,}", text):
        return f"1E+{len(text) - 1:02d}" if text[0] == "1" else text
    return {"true": "TRUE", "false": "FALSE"}.get(text, text)


def saved(content: bytes, encoding: str = "gbk", delimiter: str = ",") -> bytes:
    """A canonical file as Excel would save it: cells rewritten, CRLF, two empty columns and a blank row more."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n", delimiter=delimiter)
    writer.writerow([*rows[0], "", ""])
    writer.writerows([*map(cell, row), "", ""] for row in rows[1:])
    writer.writerow([""] * (len(rows[0]) + 2))
    return out.getvalue().encode(encoding, errors="replace")
