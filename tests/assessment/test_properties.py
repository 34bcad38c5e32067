"""What holds for all figures: a tighter target is never assessed better, and a vaguer figure never says more."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from promise import Cells, Promise

from zoneledger.assessment.intervals import Answer, Interval, compare, wanted
from zoneledger.assessment.intervals import reported as interval

#: From worst to best; not_assessable stands beside it.
ORDER = ("not_met", "on_track", "exceeded_before_start", "met")
INDICATORS = {"higher": "large-enterprises", "lower": "assessment-rank", "neutral": "primary-industries"}
COMPARATORS = ("ge", "gt", "eq", "le", "lt", "approx", "between")
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

values = st.integers(0, 6)
directions = st.sampled_from(sorted(INDICATORS))


@st.composite
def figures(draw: st.DrawFn) -> Cells:
    comparator, low, more = draw(st.sampled_from(COMPARATORS)), draw(values), draw(st.integers(1, 3))
    period = draw(st.sampled_from(("2020", "2022", "2023", "2024")))
    return {
        "comparator": comparator,
        "value": low,
        "value_max": low + more if comparator == "between" else None,
        "period": period,
    }


@st.composite
def tightened(draw: st.DrawFn) -> tuple[Cells, Cells]:
    """Two targets, the second allowing no value that the first does not, and missed wherever the first is."""
    low, by, width = draw(values), draw(st.integers(0, 3)), draw(st.integers(1, 4))

    def of(comparator: str, value: int, upper: int | None = None) -> Cells:
        return {"comparator": comparator, "value": value, "value_max": upper}

    inner = draw(st.integers(0, width))
    return draw(
        st.sampled_from(
            [
                (of("ge", low), of("ge", low + by)),
                (of("ge", low), of("gt", low + by)),
                (of("gt", low), of("gt", low + by)),
                (of("le", low), of("le", low - by)),
                (of("le", low), of("lt", low - by)),
                (of("lt", low), of("lt", low - by)),
                (of("approx", low), of("eq", low)),
                (of("between", low, low + width), of("eq", low + inner)),
                (of("between", low, low + width + by), of("between", low, low + width)),
            ]
        )
    )


def base(direction: str) -> Cells:
    kind: Cells = {"indicator_id": INDICATORS[direction], "value_type": "count", "unit_id": "enterprise"}
    return kind


@SETTINGS
@given(direction=directions, pair=tightened(), evidence=st.lists(figures(), max_size=4))
def test_tightening_a_target_never_improves_its_assessment(
    promise: Promise, direction: str, pair: tuple[Cells, Cells], evidence: list[Cells]
) -> None:
    kind = base(direction)
    loose, tight = (
        promise.assess({**kind, **aim}, *({**kind, **figure} for figure in evidence)).verdict for aim in pair
    )
    if "not_assessable" not in (loose, tight):
        assert ORDER.index(tight) <= ORDER.index(loose), (loose, tight)
    if tight == "met":
        assert loose == "met"
    if loose == "not_met":
        assert tight == "not_met"


@SETTINGS
@given(pair=tightened(), years=st.lists(figures(), max_size=4), as_of=st.sampled_from(("2022-06-30", "2026-01-31")))
def test_nor_does_it_improve_that_of_a_yearly_target(
    promise: Promise, pair: tuple[Cells, Cells], years: list[Cells], as_of: str
) -> None:
    kind = {**base("higher"), "value_type": "increment"}
    yearly = {**kind, "recurrence": "annual", "due": None}
    loose, tight = (
        promise.assess({**yearly, **aim}, *({**kind, **figure} for figure in years), as_of=as_of).verdict
        for aim in pair
    )
    if "not_assessable" not in (loose, tight):
        assert ORDER.index(tight) <= ORDER.index(loose), (loose, tight)
    if tight == "met":
        assert loose == "met"


@SETTINGS
@given(
    direction=directions,
    aim=figures(),
    exact=figures().map(lambda figure: {**figure, "comparator": "eq", "value_max": None}),
    vaguer=st.sampled_from(("ge", "le", "approx", "between")),
)
def test_a_vaguer_figure_never_turns_not_assessable_into_a_verdict(
    promise: Promise, direction: str, aim: Cells, exact: Cells, vaguer: str
) -> None:
    kind = base(direction)
    target = {**kind, "comparator": aim["comparator"], "value": aim["value"], "value_max": aim["value_max"]}
    vague = {**exact, "comparator": vaguer, "value_max": exact["value"] + 2 if vaguer == "between" else None}
    if promise.assess(target, {**kind, **exact}).verdict == "not_assessable":
        assert promise.assess(target, {**kind, **vague}).verdict == "not_assessable"


@given(direction=directions, aim=figures(), value=values, over=st.sampled_from(("gt", "ge", "lt", "le")))
def test_over_or_under_a_value_settles_nothing_that_the_value_itself_leaves_open(
    direction: str, aim: Cells, value: int, over: str
) -> None:
    low, high = Decimal(aim["value"]), Decimal(aim["value_max"] or aim["value"])
    target, same = wanted(aim["comparator"], low, high, direction), Decimal(value)
    exact = compare(interval("eq", same, same), target)
    if exact in (Answer.OPEN, Answer.BEYOND):
        assert compare(interval(over, same, same), target) in (Answer.OPEN, Answer.BEYOND)


ends = st.none() | st.integers(0, 6).map(Decimal)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low >= high:
        return Interval(low, low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@given(narrow=intervals(), wide=intervals(), comparator=st.sampled_from(COMPARATORS), low=values, direction=directions)
def test_a_wider_interval_decides_only_what_a_narrower_one_within_it_decides_too(
    narrow: Interval, wide: Interval, comparator: str, low: int, direction: str
) -> None:
    if not narrow.within(wide):
        return
    aim = wanted(comparator, Decimal(low), Decimal(low + 2 if comparator == "between" else low), direction)
    decided = compare(wide, aim)
    if decided is not Answer.OPEN:
        assert compare(narrow, aim) is decided
