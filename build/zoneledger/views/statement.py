"""A target as a sentence: whom it binds, what is measured, how much, by when and how firmly."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.links import zone_links
from zoneledger.catalogue.once import once_a_row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import date_words, deadline_words
from zoneledger.views.name import enum, name
from zoneledger.views.quantity import comparator, measured, quantity

#: Scopes of which there may be several, so that a sum differs from a figure for each.
_PLURAL = ("all_zones", "zone_class", "named_zones", "enterprises")
_CHANGE = {
    "increment": Text("增加", "an increase of "),
    "growth_rate": Text("增长", "growth of "),
    "cumulative": Text("累计", "in total "),
}
_RECURRENCE = {"annual": Text("每年", " every year"), "annual_average": Text("年均", " a year on average")}
#: An indicator that is a change already needs no second word for it: 增幅, 降幅, 净增, but not 增加值 (value added).
_IS_CHANGE = re.compile("[增降减涨升]幅|增速|增长|增量|净增|下降|降低|减少|进位")
#: Nor does what is counted as it comes in: 新入规企业数 is a flow. 新能源 and 新产品 are no flows.
_IS_FLOW = re.compile("新(?:增|入|开工|设立|签|引进|认定|登记|注册)")
#: Only amounts can be added up over zones; a rate, a share, a rank or a figure per mu cannot.
_ADDITIVE = ("level", "increment", "count", "cumulative")
_ADDITIVE_KINDS = ("money", "count", "area", "people")


@dataclass(frozen=True)
class Parts:
    """A claim taken apart, for places that show its parts in columns.

    Args:
        whom: whom it binds.
        what: what is measured, with its threshold.
        much: how much, with the words that the kind of value asks for.
        against: what it is measured against, in brackets; empty where nothing is said.
    """

    whom: Text
    what: Text
    much: Text
    against: Text


def parts(catalogue: Catalogue, row: Row) -> Parts:
    """Scope, indicator and figure of a target, each in words."""
    whom, what = scope(row), name(catalogue, "indicators", row["indicator_id"])
    shared = mode(catalogue, row)
    if shared.zh:
        whom = Text(f"{whom.zh}（{shared.zh}）", f"{whom.en} ({shared.en})")
    qualifier, benchmark = paired(row, "qualifier"), paired(row, "benchmark")
    if qualifier.zh:
        what = Text(f"{what.zh}（{qualifier.zh}）", f"{what.en} ({qualifier.en})")
    tail = Text("", "")
    if benchmark.zh and not _from_nothing(row).zh:
        tail = Text(f"（参照：{benchmark.zh}）", f" (measured against {benchmark.en})")
    if row["baseline"] and row["value_type"] != "multiple":
        base = date_words(row.text("baseline"))
        tail = Text(f"{tail.zh}（以{base.zh}为基期）", f"{tail.en} (from {base.en})")
    return Parts(whom, what, _figures(catalogue, row), tail)


@once_a_row
def claim(catalogue: Catalogue, row: Row) -> Text:
    """Scope, indicator and figure of a target in one phrase."""
    said = parts(catalogue, row)
    return Text(
        f"{said.whom.zh}：{said.what.zh}{said.much.zh}{said.against.zh}",
        f"{_capital(said.whom.en)}: {said.what.en}, {said.much.en}{said.against.en}",
    )


def mode(catalogue: Catalogue, row: Row) -> Text:
    """Together or each; nothing where there is only one, where the scope's own words say it (各开发区), or for no sum."""
    single = row["scope_type"] == "named_zones" and len(zone_links(catalogue, row)) == 1
    said = row.text("scope_printed").startswith(("各", "每"))
    if row["scope_type"] not in _PLURAL or single or said:
        return NOTHING
    if row["scope_mode"] == "joint" and not _adds_up(catalogue, row):
        return NOTHING
    return enum(catalogue, "targets", "scope_mode", row)


def _adds_up(catalogue: Catalogue, row: Row) -> bool:
    unit = catalogue.row("units", row["unit_id"])
    kind = unit["quantity_kind"] if unit else None
    average = "均" in name(catalogue, "indicators", row["indicator_id"]).zh
    return row["value_type"] in _ADDITIVE and kind in _ADDITIVE_KINDS and not average


def _figures(catalogue: Catalogue, row: Row) -> Text:
    """How much, with the words that the kind of value asks for."""
    often = _RECURRENCE.get(row.text("recurrence"), NOTHING)
    if row["value_type"] == "rank":
        place = quantity(catalogue, "targets", row)
        reach = "进入" if row["comparator"] in ("le", "lt") else ""
        return Text(f"{often.zh}{reach}{place.zh}", place.en + often.en)
    special = _from_nothing(row)
    if special.zh:
        return Text(often.zh + special.zh, special.en + often.en)
    much = quantity(catalogue, "targets", row)
    if row["value_type"] == "multiple":
        base = date_words(row.text("baseline")) if row["baseline"] else Text("原有水平", "starting")
        firm = {"eq": "为", "between": "为", "approx": "约为"}.get(row.text("comparator"))
        firm = firm or comparator(catalogue, "targets", row).zh
        times = measured(catalogue, row).zh
        return Text(f"{often.zh}{firm}{base.zh}的{times}", f"{much.en} the {base.en} level{often.en}")
    zh, en = _change(catalogue, row)
    # 为 joins a name and its level; a counted thing, or a change with its own verb, reads better without it.
    if row["comparator"] in ("eq", "between") and not zh and row["value_type"] not in ("count", "increment"):
        zh = "为"
    return Text(f"{often.zh}{zh}{much.zh}", f"{en}{much.en}{often.en}")


def _from_nothing(row: Row) -> Text:
    """More than zero: a first ever, or above a benchmark whose figure is not printed."""
    if row["comparator"] != "gt" or row["value"] != 0:
        return NOTHING
    if row["benchmark"]:
        return Text(f"高于{row.text('benchmark')}", f"above {row.text('benchmark_en')}")
    return Text("实现零的突破", "a first one") if row["value_type"] in ("count", "increment", "cumulative") else NOTHING


def _change(catalogue: Catalogue, row: Row) -> Text:
    """The verb of a change; nothing where the indicator's own name says it. One answer for both languages."""
    kind, what = row.text("value_type"), name(catalogue, "indicators", row["indicator_id"]).zh
    named = _IS_CHANGE.search(what) or _IS_CHANGE.fullmatch(row.text("qualifier"))
    known = kind in ("increment", "growth_rate") and named
    flow = kind == "increment" and _IS_FLOW.search(what)
    return NOTHING if known or flow else _CHANGE.get(kind, NOTHING)


@once_a_row
def statement(catalogue: Catalogue, row: Row) -> Text:
    """The claim of a target with its deadline and strength."""
    zh, en = claim(catalogue, row)
    strength = enum(catalogue, "targets", "strength", row)
    if row["effective_from"]:
        start = date_words(row.text("effective_from"))
        zh, en = f"{zh}，自{start.zh}起", f"{en}, from {start.en} on"
    if row["due"]:
        due = deadline_words(row.text("due"))
        zh, en = f"{zh}，{due.zh}", f"{en} {due.en}"
    if row["strength"] != "unmarked":
        zh, en = f"{zh}（{strength.zh}）", f"{en} ({strength.en})"
    return Text(zh, en)


def scope(row: Row) -> Text:
    """Whom a target binds, as printed."""
    return Text(row.text("scope_printed"), row.text("scope_en"))


def paired(row: Row, column: str) -> Text:
    """A Chinese column and its English twin ``<column>_en``."""
    return Text(row.text(column), row.text(f"{column}_en"))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
