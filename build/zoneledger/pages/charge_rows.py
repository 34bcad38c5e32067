"""The rows of duties on the pages of organisations and agency types, written without a template.

They are by far the most rows of the site: a thousand plans have 100,000 duties, each in two languages. A template takes half a
millisecond for such a row, most of it for looking names up and calling macros; this takes a tenth. What a cell holds goes
through ``shown``, which escapes it and lets nothing act unseen, as the templates' environment does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from zoneledger.pages.renderer import Renderer
from zoneledger.pages.template_code import shown
from zoneledger.problems import Text
from zoneledger.views.charge import Charge
from zoneledger.views.duty_index import Aim
from zoneledger.views.name import Named
from zoneledger.views.number import readable
from zoneledger.views.provenance import Provenance


@dataclass(frozen=True)
class ChargeRows:
    """Writes rows of one language.

    Args:
        renderer: the language, its words, the repository and the badges of odd rows.
        as_printed: whether a row quotes the printed name alone, or links to the organisation.
    """

    renderer: Renderer
    as_printed: bool
    _aims: dict[tuple[str, str], str] = field(default_factory=dict)
    _bodies: dict[tuple[str, str], str] = field(default_factory=dict)
    _files: dict[str, str] = field(default_factory=dict)

    def row(self, item: Charge, up: str, script: str) -> Markup:
        """One row of a table of duties.

        Args:
            item: the duty.
            up: the way from the page to its language's root, ending in a slash.
            script: the language tag of what is printed.
        """
        duty, words = item.duty, self.renderer.words
        number = f'<span lang="zh">{shown(item.number)}</span> ' if item.number else ""
        act, manner = self._t(duty.act), self._t(duty.manner)
        return Markup(
            f'  <tr>\n    <td><a href="{up}plans/{shown(duty.plan_id)}/#{shown(duty.id)}">{number}{self._han(item.measure)}</a>'
            f"{self._marks(duty.id)}\n"
            f"{f'<br>{self._han(duty.act)}' if act else ''}"
            f"""{f'<span class="zl-meta">{shown(manner)}</span>' if manner else ""}</td>\n"""
            f"    <td>{self._aims_of(item, up)}</td>\n"
            f'    <td data-label="{shown(_capital(words["responsibility"]["with"]))}{shown(words["colon"])}">{self._fellows(item, up)}</td>\n'
            f"    <td>{self._printed(item, up, script)}"
            f'      <span class="zl-meta">{shown(self._t(duty.basis))} · {self._mend(duty.provenance)}</span></td>\n  </tr>\n'
        )

    def _t(self, text: Text) -> str:
        return text.of(self.renderer.lang)

    def _han(self, text: Text) -> str:
        """As the templates' filter ``han``: Chinese words on an English page say that they are Chinese."""
        if self.renderer.lang == "zh":
            return shown(text.zh)
        return shown(self.renderer.environment.filters["han"](text.en))

    def _marks(self, row_id: str) -> str:
        marks = self.renderer.marks.get(row_id, ())
        return "".join(f' <span class="zl-badge zl-badge--warn">{shown(self._t(mark.label))}</span>' for mark in marks)

    def _aims_of(self, item: Charge, up: str) -> str:
        key, words = (up, item.duty.measure_id), self.renderer.words["responsibility"]
        if key not in self._aims:
            aims = "".join(self._aim(item.duty.plan_id, aim, up) for aim in item.aims)
            more = self._more(words["more_aims"], item.more_aims) if item.more_aims else ""
            self._aims[key] = aims + more
        return self._aims[key]

    def _aim(self, plan_id: str, aim: Aim, up: str) -> str:
        when = f' <span class="zl-meta">{shown(self._t(aim.when))}</span>' if self._t(aim.when) else ""
        address = f"{up}plans/{shown(plan_id)}/#{shown(aim.id)}"
        return f'<span class="zl-aim"><a href="{address}">{self._han(aim.words)}</a>{when}</span>'

    def _fellows(self, item: Charge, up: str) -> str:
        words = self.renderer.words["responsibility"]
        listed = shown(self.renderer.words["comma"]).join(self._body(body, up) for body in item.fellows)
        more = self._more(words["more_fellows"], item.more_fellows) if item.more_fellows else ""
        return f"{listed} {more}" if more else listed

    def _body(self, body: Named, up: str) -> str:
        key = (up, body.id)
        if key not in self._bodies:
            address = f"{up}organizations/{shown(body.id)}/"
            self._bodies[key] = f'<a href="{address}">{shown(self._t(body.name))}</a>'
        return self._bodies[key]

    def _more(self, words: str, number: int) -> str:
        said = words.format(more=self._t(readable(number)))
        return f'<span class="zl-meta">{shown(said)}</span>'

    def _printed(self, item: Charge, up: str, script: str) -> str:
        duty = item.duty
        quoted = f'<q class="zl-printed" lang="{shown(script)}">{shown(duty.printed)}</q>'
        if self.as_printed:
            return quoted
        own = "" if self.renderer.lang == "zh" else f' <span class="zl-meta">{shown(duty.organisation.en)}</span>'
        return f'<a href="{up}organizations/{shown(duty.organization_id)}/">{quoted}</a>{own}'

    def _mend(self, found: Provenance) -> str:
        """As the templates' macro ``mend_row``, in short."""
        if found.file not in self._files:
            self._files[found.file] = shown(self.renderer.context.repository.line(found.file, "{line}"))
        address = self._files[found.file].replace("{line}", str(found.line))
        label = shown(str(self.renderer.words["row"]["line"]).format(line=found.line))
        return f'<a class="zl-source" href="{address}" data-row="{shown(found.row)}" aria-label="{label}">↗</a>'


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
