"""Promise against result in numbers: how many targets are past due, how many can be judged at all, and how they fared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from zoneledger.assessment import REASONS, VERDICTS, Assessment, assessments
from zoneledger.assessment.labels import NOT_ASSESSABLE
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.once import once
from zoneledger.edtf import is_redacted
from zoneledger.problems import Text
from zoneledger.views.date import date_words
from zoneledger.views.number import share


@dataclass(frozen=True)
class Tally:
    """What became of some targets.

    Args:
        targets: all of them.
        dated: those with a deadline, whether their own, the plan's end or counted from a number of years.
        blanked: dated ones whose year is blanked, so that nobody can say whether they are past due.
        past_due: dated ones whose deadline was over at the dataset's date.
        verdicts: of the past due, how many got each verdict; every key of ``VERDICTS``.
        reasons: of the past due that cannot be judged, how many for each reason that occurs, in the order of ``REASONS``.
        judged_early: how many of the others can be judged all the same.
    """

    targets: int
    dated: int
    blanked: int
    past_due: int
    verdicts: dict[str, int]
    reasons: dict[str, int]
    judged_early: int

    @property
    def open(self) -> int:
        """Past due, and nobody can say whether met."""
        return self.verdicts[NOT_ASSESSABLE]

    @property
    def judged(self) -> int:
        """Past due, with a verdict."""
        return self.past_due - self.open

    def share(self, verdict: str) -> Text:
        """Share of the targets past due with this verdict, as a whole percentage."""
        return share(self.verdicts[verdict], self.past_due)


@dataclass(frozen=True)
class Promise:
    """What became of the targets of a plan, or of all.

    Args:
        as_of: the day at which they are past due or not, in words.
        total: all targets.
        strengths: the targets of each strength apart, in the schema's order.
    """

    as_of: Text
    total: Tally
    strengths: dict[str, Tally]


@once
def assessed(catalogue: Catalogue) -> dict[str, Assessment]:
    """What became of every target of all plans, by its id."""
    return assessments(catalogue)


@once
def _by_plan(catalogue: Catalogue) -> dict[str, list[Assessment]]:
    found: dict[str, list[Assessment]] = {}
    for one in assessed(catalogue).values():
        found.setdefault(one.target.text("plan_id"), []).append(one)
    return found


def promise(catalogue: Catalogue, plan_id: str | None = None) -> Promise:
    """Counts one plan, or all of them; what is past due goes by the dataset's ``as_of``, never by the clock."""
    found = tuple(assessed(catalogue).values()) if plan_id is None else _by_plan(catalogue).get(plan_id, ())
    strengths = catalogue.schemas["targets"].by_name["strength"].enum
    return Promise(
        as_of=date_words(str(catalogue.dataset["as_of"])),
        total=tally(found),
        strengths={key: tally([one for one in found if one.target["strength"] == key]) for key in strengths},
    )


def tally(found: Sequence[Assessment]) -> Tally:
    """Counts assessments."""
    dated = [one.target.text("due") for one in found if one.target["due"] is not None]
    past_due = [one for one in found if one.past_due]
    verdicts = Counter(one.verdict for one in past_due)
    reasons = Counter(one.reason for one in past_due if one.reason)
    return Tally(
        targets=len(found),
        dated=len(dated),
        blanked=sum(map(is_redacted, dated)),
        past_due=len(past_due),
        verdicts={key: verdicts[key] for key in VERDICTS},
        reasons={key: reasons[key] for key in REASONS if reasons[key]},
        judged_early=sum(one.verdict != NOT_ASSESSABLE for one in found if not one.past_due),
    )
