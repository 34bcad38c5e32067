"""One plan's part: everything of a site that is about this plan alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from zoneledger import api, audit, charts, compare, explorer, facets, feeds, packages, search, social
from zoneledger.audit.receipts import Receipt
from zoneledger.catalogue import Catalogue
from zoneledger.charts.figure import Figures
from zoneledger.heads import Heads, Names, Scope
from zoneledger.heads.kinds import plans as plan_entries
from zoneledger.pages import Frames, PageContext
from zoneledger.pages import plan as plan_pages
from zoneledger.parts import facts
from zoneledger.parts.stand_in import stood_in
from zoneledger.parts.store import Workplace
from zoneledger.revision import Repository
from zoneledger.scale import Scale
from zoneledger.views.oddities import marks

HUB = "plans/"


@dataclass(frozen=True)
class Kit:
    """What the parts of a build are made with.

    Args:
        frames: templates and the frames of pages.
        repository: where rows can be read and mended.
        site_url: the address the site is served at, with a slash at its end.
        names: how often a bare name occurs over the whole site.
        plans: how many plans there are.
        scale: up to how many plans a plan is given everything.
        shelf: where the renderer's drawings are kept.
        previews: where preview images are kept.
    """

    frames: Frames
    repository: Repository
    site_url: str
    names: Names
    plans: int
    scale: Scale
    shelf: charts.Shelf
    previews: charts.Shelf

    def beside(self, catalogue: Catalogue, plan_id: str) -> list[object]:
        """The little that a part knows of the whole: whether its name is another's too, and what a plan is given."""
        row = catalogue.row("plans", plan_id)
        titles = [(lang, row.text(f"short_title_{lang}")) for lang in self.names] if row else []
        twins = [(self.names[lang][""][title], self.names[lang][HUB][title]) for lang, title in titles]
        return [twins, self.pen.light, self.previewed, self.every_format]

    @property
    def every_format(self) -> bool:
        """Whether a plan is offered in every format of download."""
        return packages.every_format(self.plans, self.scale)

    @property
    def previewed(self) -> bool:
        """Whether a plan's page has a preview image of its own."""
        return self.plans <= self.scale.previews

    @property
    def draws(self) -> bool:
        """Whether the renderer is asked for anything of a plan."""
        return self.previewed or self.pen is not charts.LIGHT

    @property
    def pen(self) -> charts.Pen:
        """Draws the charts of plans."""
        return charts.Pen(shelf=self.shelf) if self.plans <= self.scale.rendered_charts else charts.LIGHT


def make(catalogue: Catalogue, plan_id: str, kit: Kit, workplace: Workplace) -> None:
    """Makes a part.

    Args:
        catalogue: holds this plan and what it leads to, and nothing of other plans.
        plan_id: the plan.
        kit: what all parts are made with.
        workplace: where its files go.
    """
    site = workplace.site
    packed = packages.plan_files(catalogue, plan_id, kit.site_url, kit.every_format)
    packages.write_outputs(packed.outputs, site / "data")
    workplace.save_bytes("package", packed.part)
    figures = charts.plan_figures(catalogue, plan_id, kit.pen)
    charts.write_figures(figures, catalogue, site)
    workplace.save("charts", charts.extract(catalogue, plan_id))
    answers = api.plan_files(catalogue, plan_id, kit.site_url, kit.every_format)
    for path, content in answers.files.items():
        (site / api.FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (site / api.FOLDER / path).write_bytes(content)
    workplace.save_bytes("api", answers.part, answers.pieces)
    dates = feeds.extract(catalogue, plan_id, kit.site_url)
    workplace.save("feeds", dates.head)
    workplace.save_bytes("feeds.lines", dates.lines)
    calendars = feeds.join([(dates.head, lambda: dates.lines)], catalogue)
    feeds.write(replace(calendars, whole=None, agencies={}), catalogue, site, kit.site_url)
    checked = receipts(catalogue, plan_id)
    workplace.save("receipt", [[receipt.outline, changed] for receipt, changed in checked.values()])
    context = PageContext(
        repository=stood_in(kit.repository),
        site_url=kit.site_url,
        receipts=checked,
        figures=Figures(home=(), plans={plan_id: figures}),
        downloads=[output.download for output in packed.outputs if output.download is not None],
        calendars=calendars,
    )
    plain = () if kit.previewed else (HUB,)
    heads = Heads(catalogue, kit.site_url, context.downloads, Scope((plan_entries.entries,), kit.names, plain))
    badges = marks(catalogue)
    workplace.save("marks", {row: [[*mark.label, mark.computed] for mark in found] for row, found in badges.items()})
    kit.frames.write(plan_pages.pages(kit.frames.renderers(catalogue, context, badges)), HUB, heads, site)
    social.write(heads.cards, site, shelf=kit.previews)
    facts.save(catalogue, plan_id, workplace)
    workplace.save("search", search.extract(catalogue, plan_id, site), digested=False)
    for table, block in explorer.extract(catalogue, plan_id).items():
        workplace.save(f"explorer-{table}", block)
    for table, rows in facets.extract(catalogue).items():
        workplace.save(f"facets-{table}", rows)
    workplace.save("compare", compare.write_plan(catalogue, plan_id, site))


def receipts(catalogue: Catalogue, plan_id: str) -> Mapping[str, tuple[Receipt, int]]:
    """The plan's receipt, and how many rows changed since; nothing where it was never audited."""
    receipt = audit.load_receipt(catalogue.layout, plan_id)
    return {plan_id: (receipt, audit.changed_since(receipt, catalogue, plan_id))} if receipt else {}
