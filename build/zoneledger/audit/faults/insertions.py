"""Figures of every form put into copies of a plan's text, one at a time: each must turn up as open."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from zoneledger import audit
from zoneledger.audit import exclusions
from zoneledger.audit.exclusions import OpenFigure
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue

KIND = "figure"
_HAN = "一二三四五六七八九"
_WIDE = str.maketrans("0123456789.%,", "０１２３４５６７８９．％，")


def _integer(rng: random.Random) -> str:
    # Values that no plan uses, so that none is taken for a figure stated already.
    return str(rng.randrange(2111, 9998, 7))


def _tens(rng: random.Random) -> str:
    return f"{rng.choice(_HAN[1:])}十{rng.choice(_HAN)}"


#: Every form in which a plan may print a figure; the carrier words are those of the plans.
FORMS: dict[str, Callable[[random.Random], str]] = {
    "integer": lambda rng: f"新增{_integer(rng)}家",
    "full-width": lambda rng: f"新增{_integer(rng).translate(_WIDE)}家",
    "thousands": lambda rng: f"完成{rng.randrange(2, 99)},{rng.randrange(111, 999)}万元",
    "decimal": lambda rng: f"增长{rng.randrange(11, 99)}.{rng.randrange(1, 9)}个百分点",
    "percent": lambda rng: f"占比{rng.randrange(11, 99)}.{rng.randrange(11, 99)}%以上",
    "full-width percent": lambda rng: f"占比{rng.randrange(101, 199)}.7%".translate(_WIDE),
    "percent in words": lambda rng: f"达到百分之{_tens(rng)}点{rng.choice(_HAN)}",
    "range": lambda rng: f"建成{rng.randrange(101, 148)}{rng.choice('-—~～至')}{rng.randrange(151, 198)}个",
    "money": lambda rng: f"总投资{_integer(rng)}亿元",
    "traditional": lambda rng: f"新增{_integer(rng)}萬畝",
    "per unit": lambda rng: f"亩均{_integer(rng)}万元/亩",
    "numeral": lambda rng: f"建设{_tens(rng)}个",
    "numeral, large": lambda rng: f"突破{rng.choice(_HAN)}千{rng.choice(_HAN)}百{_tens(rng)}亿元",
    "numeral, 两": lambda rng: f"再建两{rng.choice('个家项条座')}",
    "numeral, range": lambda rng: f"培育十{rng.choice('三四五')}至十{rng.choice('七八九')}家",
    "tenths": lambda rng: f"提高{rng.choice(_HAN[1:])}成以上",
    "multiple": lambda rng: f"增长{_integer(rng)}倍",
    "doubling": lambda rng: rng.choice(["产值翻两番", "收入翻番", "规模倍增", "翻三番"]),
    "first ever": lambda rng: rng.choice(["实现零的突破", "实现零突破"]),
    "coverage": lambda rng: rng.choice(["实现全覆盖", "實現全覆蓋", "应检尽检", "應收盡收", "全部完成", "動態清零"]),
    "half": lambda rng: rng.choice(["一半以上达标", "过半达标", "半数达标"]),
    "rank": lambda rng: rng.choice([f"位居第{_tens(rng)}", f"进入前{_integer(rng)}名", "跃居首位", f"进军{_tens(rng)}强"]),
    "date": lambda rng: f"于{rng.randrange(2061, 2099)}年{rng.choice(['', '3月', '6月底', '11月30日'])}完成",
    "blanked": lambda _rng: "到20xx年底完成",
    "five-year plan": lambda _rng: "“十六五”末完成",
    "ratio": lambda rng: f"按1{rng.choice(':∶')}{rng.randrange(51, 99)}配套",
    "formula": lambda rng: f"构建“{rng.randrange(51, 99)}+7”体系",
}


@dataclass(frozen=True)
class Insertion:
    """A figure put into a text.

    Args:
        form: its form, a name of ``FORMS``.
        words: the words put in, carrier included.
        offset: where, in the plan's text.
    """

    form: str
    words: str
    offset: int

    def __str__(self) -> str:
        return f"{self.form}: {self.words} @{self.offset}"


def plan(source: SourceText, rng: random.Random, count: int) -> list[Insertion]:
    """Insertions at random ends of clauses, every form about equally often."""
    # Not inside the first and last words, by which the plan's text is cut out of its file.
    ends = [match.end() for match in re.finditer("[,，。;；](?=[^\n])", source.text[60:-60])]
    forms = [form for _ in range(count // len(FORMS) + 1) for form in FORMS][:count]
    return [Insertion(form, FORMS[form](rng) + ",", 60 + rng.choice(ends)) for form in forms]


def caught(source: SourceText, catalogue: Catalogue, insertion: Insertion, before: list[OpenFigure]) -> bool:
    """Whether a figure put into a text is reported open."""
    text = source.text[: insertion.offset] + insertion.words + source.text[insertion.offset :]
    spoilt = audit.read_text(catalogue, source.plan_id, text, text)
    found = exclusions.open_figures(spoilt, catalogue)
    end = insertion.offset + len(insertion.words)
    within = [item for item in found if insertion.offset <= item.unit.start + item.mention.start < end]
    return bool(within) and len(found) > len(before)
