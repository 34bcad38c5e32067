"""What is known of a page beside its words: its kind and its figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zoneledger.problems import NOTHING, Text
from zoneledger.views.number import readable

#: What is counted → how a sentence counts it in Chinese, in English (one, several), and what stands below a figure.
_COUNTED = {
    "plans": ("{}个计划", "{} plan", "{} plans", Text("行动计划", "plans")),
    "targets": ("{}个量化目标", "{} target", "{} targets", Text("量化目标", "targets")),
    "responsibilities": ("{}项责任", "{} duty", "{} duties", Text("责任", "duties")),
    "measures": ("{}条措施", "{} measure", "{} measures", Text("措施", "measures")),
    "milestones": ("{}个节点任务", "{} milestone", "{} milestones", Text("节点任务", "milestones")),
    "mechanisms": ("{}项工作机制", "{} mechanism", "{} mechanisms", Text("工作机制", "mechanisms")),
    "projects": ("{}个项目", "{} project", "{} projects", Text("项目", "projects")),
    "plan_industries": ("{}处重点产业", "{} priority industry", "{} priority industries", Text("重点产业", "industries")),
    "agency_types": ("{}类部门", "{} agency type", "{} agency types", Text("部门类型", "agency types")),
    "organizations": ("{}家单位", "{} organisation", "{} organisations", Text("责任单位", "organisations")),
    "indicators": ("{}个指标", "{} indicator", "{} indicators", Text("指标", "indicators")),
    "zones": ("{}个开发区", "{} zone", "{} zones", Text("开发区", "zones")),
    "outcomes": ("{}个公布的结果", "{} reported outcome", "{} reported outcomes", Text("公布的结果", "outcomes")),
    "judged": ("{}个可以判断", "{} judged", "{} judged", Text("可以判断", "judged")),
    "past_due": ("{}个已到期", "{} past due", "{} past due", Text("已到期", "past due")),
    "years": ("{}个年份", "{} year", "{} years", Text("年份", "years")),
    "strengths": ("{}种力度", "{} strength", "{} strengths", Text("力度", "strengths")),
    "cities": ("{}个城市", "{} city", "{} cities", Text("城市", "cities")),
    "industries": ("{}个产业", "{} industry", "{} industries", Text("产业", "industries")),
    "columns": ("{}个数据列", "{} column", "{} columns", Text("数据列", "columns")),
    "tables": ("{}张表", "{} table", "{} tables", Text("数据表", "tables")),
}


@dataclass(frozen=True)
class Entry:
    """A page's kind and figures.

    Args:
        kind: what kind of page it is, for a label.
        counts: what it is about, by the names above, most telling first; those of 0 are not spoken of.
        drawn: whether it has a preview image of its own.
        title: what tabs and shared links call it; as the page itself is called unless given.
        plans: over how many plans these stand, where that is worth showing.
        source: ends the sentence of facts: over how many plans, for which years.
        leads: whether the facts come before the page's own description, of which one sentence is kept.
        article: whether the page is about one thing.
        tables: tables of which the page has a file with its rows.
    """

    kind: Text
    counts: Mapping[str, int]
    drawn: bool = False
    title: Text = NOTHING
    plans: int = 0
    source: Text = NOTHING
    leads: bool = False
    article: bool = True
    tables: Sequence[str] = ()

    @property
    def keys(self) -> list[tuple[Text, Text]]:
        """The figures with what they count, ready to read."""
        shown = {**self.counts, **({"plans": self.plans} if self.plans else {})}
        return [(readable(number), _COUNTED[name][3]) for name, number in shown.items() if number]

    @property
    def facts(self) -> Text:
        """The figures as a sentence; nothing where there are none."""
        phrases = [_phrase(name, number) for name, number in self.counts.items() if number]
        if not phrases:
            return NOTHING
        listed = [phrase.en for phrase in phrases]
        en = " and ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
        return Text(f"{'、'.join(phrase.zh for phrase in phrases)}{self.source.zh}。", f"{en}{self.source.en}.")


def _phrase(name: str, number: int) -> Text:
    zh, one, many, _ = _COUNTED[name]
    figure = readable(number)
    return Text(zh.format(figure.zh), (one if number == 1 else many).format(figure.en))
