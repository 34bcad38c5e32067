"""Whom an agency type works with: those named in the same measures, the most frequent first."""

from __future__ import annotations

from collections.abc import Mapping

from zoneledger.catalogue import Catalogue
from zoneledger.charts import wording
from zoneledger.charts.drawing import Words, figure, numbers
from zoneledger.charts.duties import AGENCY_TYPE, agency_name, first_names
from zoneledger.charts.figure import Figure
from zoneledger.charts.pairs import LEADS, LED, LEVEL, Pairs
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.stacked_bars import Series, StackedBars
from zoneledger.charts.tally import Tally, ranked
from zoneledger.charts.theme import dashed, solid, tinted
from zoneledger.problems import NOTHING, Text

#: As many partners as the drawing shows; the table under it has all.
SHOWN = 6
#: With fewer partners, or fewer measures shared with any of them, there is nothing to rank.
_FEWEST, _FEWEST_MEASURES = 3, 10
_SERIES = (
    Series(LED, Text("对方牵头", "the other leads"), tinted(1)),
    Series(LEADS, Text("本类部门牵头", "this type leads"), solid(3)),
    Series(LEVEL, Text("无人牵头，或都牵头", "neither leads, or both"), dashed(6)),
)


def draw(catalogue: Catalogue, agency: str, found: Pairs, pen: Pen = RENDERED) -> Figure | None:
    """The chart of one agency type; None where it shares measures with hardly anyone.

    Args:
        catalogue: for names.
        agency: an agency type's id.
        found: all pairs.
        pen: draws it.
    """
    counts = ranked(Tally.of(found.partners.get(agency, {}), [one.key for one in _SERIES]))
    if len(counts.rows) < _FEWEST or found.of_agency[agency] < _FEWEST_MEASURES:
        return None
    names = [agency_name(catalogue, partner) for partner in counts.rows]
    shown = counts.only(list(counts.rows)[:SHOWN])
    parts = [_words(len(names), len(shown.rows)), found.notes, wording.of_plans(found.of)]
    return figure(
        f"agency-{agency}-partners",
        Words(_title(catalogue, agency, found.of_agency[agency], counts.totals), wording.sentences(parts)),
        StackedBars(shown, names[: len(shown.rows)], _SERIES, Text("共同的措施数", "Measures shared")),
        numbers(AGENCY_TYPE, counts, names, _SERIES),
        pen,
    )


def _title(catalogue: Catalogue, agency: str, measures: int, totals: Mapping[str, int]) -> Text:
    name, most = agency_name(catalogue, agency), max(totals.values())
    first, tied = first_names(catalogue, totals), list(totals.values()).count(most) > 1
    each = Text("各", " each") if tied else NOTHING
    return Text(
        f"与{name.zh}同在一项措施里最多的是{first.zh}：{measures} 项共担措施中{each.zh}占 {most} 项",
        f"Most often beside {name.en}: {first.en}, in {most}{each.en} of {wording.many(measures, 'measure', 'measures')} "
        "shared with anyone",
    )


def _words(total: int, shown: int) -> Text:
    left = total - shown
    rest = Text(f"，另 {left} 类见表", f"; {left} more in the table") if left else NOTHING
    return Text(
        f"横条为与另一类部门同被点名的措施数，按谁牵头分；共 {total} 类部门{rest.zh}。一项措施涉及几类部门，就在几条里各计一次。",
        f"Each bar counts the measures that name both, by who leads them; {total} types in all{rest.en}. A measure that "
        "names several types counts in each of their bars.",
    )
