"""A zone's other names are its own: no name stands for two zones of one area."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "zone-aliases",
    Text("同一辖区内一个名称只指一个开发区", "Within an area a name stands for one zone"),
    Text("删去重复的名称，或合并两行。", "Delete the repeated name, or merge the two rows."),
    why=Text(
        "同一辖区里一个名称若指两个开发区，就无从判断原文说的是哪一个。",
        "If one name stood for two zones of an area, there would be no telling which one the source means.",
    ),
)
SCOPE = Scope.SHARED


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Names and aliases that two zones share; two aliases that the wrong mark makes one."""
    owners: dict[tuple[str, str], str] = {}
    for row in catalogue.rows("zones"):
        names = [row.text("name_zh"), *row.text("aliases").split("|")]
        # A collective name may list zones; anywhere else 、 between two zones' names stands for |.
        for name in names[1:] if row["zone_type"] != "group" else []:
            parts = name.split("、")
            if len(parts) > 1 and all(part.endswith(("区", "區", "园", "園")) for part in parts):
                message = Text("“、”不能隔开两个别称。", "The mark 、 does not part two aliases.")
                fix = Text(f"改为 {'|'.join(parts)}", f"Write {'|'.join(parts)}")
                yield Problem(RULE, Place(row.file, row.line, "aliases"), name, message, fix=fix)
        for name in dict.fromkeys(filter(None, names)):
            owner = owners.setdefault((row.text("jurisdiction_code"), name), row.text("id"))
            if owner != row["id"]:
                message = Text(f"{owner} 也叫这个名称。", f"{owner} bears that name too.")
                yield Problem(RULE, Place(row.file, row.line, "aliases"), name, message, fix=RULE.tip)
