"""A zone's other names are its own: no name stands for two zones of one area."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "zone-aliases",
    Text("同一辖区内一个名称只指一个开发区", "Within an area a name stands for one zone"),
    Text("删去重复的名称，或合并两行。", "Delete the repeated name, or merge the two rows."),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Names and aliases that two zones share."""
    owners: dict[tuple[str, str], str] = {}
    for row in catalogue.rows("zones"):
        names = [row.text("name_zh"), *row.text("aliases").split("|")]
        for name in dict.fromkeys(filter(None, names)):
            owner = owners.setdefault((row.text("jurisdiction_code"), name), row.text("id"))
            if owner != row["id"]:
                message = Text(f"{owner} 也叫这个名称。", f"{owner} bears that name too.")
                yield Problem(RULE, Place(row.file, row.line, "aliases"), name, message, fix=RULE.tip)
