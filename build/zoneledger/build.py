"""One build, stage by stage: datasets → check → catalogue → each plan's part → what is about all plans → dist.

Several machines can share the work: ``run_shard`` checks some plans and makes their parts, ``merge`` does what is left.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from zoneledger import check, pages
from zoneledger.catalogue import load, remembered
from zoneledger.catalogue.folder import Contents
from zoneledger.layout import Layout
from zoneledger.overview import Overview
from zoneledger.pages import Frames
from zoneledger.parts import Part, Store
from zoneledger.parts.processes import frozen
from zoneledger.parts.workshop import Workshop, of_program
from zoneledger.problems import Report, Text
from zoneledger.site import headers, sitemap
from zoneledger.staging import require_folder, staged

Progress = Callable[[Text], None]

#: Where a build keeps what the next one can use, below the folder of all output.
CACHE = "cache"
#: A machine's part of the check, beside it.
CHECKED = "check-{0.number}-of-{0.machines}.json"
#: How often the making of the parts says how far it is.
_TOLD = 20


@dataclass(frozen=True)
class Settings:
    """How a build is done; none of it changes what is built.

    Args:
        jobs: how many processes to use; all cores where 0.
    """

    jobs: int = 0


def run(root: Path, out: Path, progress: Progress, settings: Settings | None = None) -> Report:
    """Checks a checkout and publishes it into ``out``; what was there stays until everything is written.

    Args:
        root: the checkout's top folder.
        out: the folder of all output; the site becomes ``out/site``, and ``out/cache`` keeps what a next build can use.
        progress: told what is being done.
        settings: how it is done.

    Returns:
        The findings of the check; with errors nothing is written.

    Raises:
        zoneledger.staging.OutputError: ``out`` is a link, or no folder.
        zoneledger.site.markdown.RenderError: a hand-written page is broken.
    """
    require_folder(out)
    progress(Text("检查数据", "Checking the data"))
    read: dict[Path, Contents] = {}
    _, report = check.sweep(root, cache=out / CACHE / "check", read=read)
    if report.ok:
        _publish(_workshop(root, out, settings, read), out, progress)
    return report


def run_ahead(root: Path, out: Path, ahead: Path, progress: Progress) -> Report:
    """Makes the pages of the plans that changed, and nothing else: the first half of a build, for those who watch it.

    Args:
        root: the checkout's top folder.
        out: the folder of all output, from which parts are taken and where new ones are kept; its site stays as it is.
        ahead: the folder to write changed pages and files to, as they lie below the site's root.
        progress: told what is being done.

    Returns:
        The findings of the check; with errors nothing is written.

    Raises:
        zoneledger.staging.OutputError: ``out`` is a link, or no folder.
        zoneledger.site.markdown.RenderError: a hand-written page is broken.
    """
    require_folder(out)
    progress(Text("检查数据", "Checking the data"))
    read: dict[Path, Contents] = {}
    _, report = check.sweep(root, cache=out / CACHE / "check", read=read)
    if report.ok:
        workshop = _workshop(root, out, None, read)
        _, frames = _frames(workshop, progress)
        for made in workshop.plans(frames):
            if made.fresh:
                workshop.place(made.part, ahead)
                progress(Text(f"  {made.name}", f"  {made.name}"))
    return report


def run_shard(root: Path, out: Path, turn: check.Shard, progress: Progress, settings: Settings | None = None) -> Report:
    """Does one machine's share: checks the plans whose turn it is, and makes their parts, which ``out/cache`` then holds.

    Args:
        root: the checkout's top folder.
        out: the folder of all output; no site is written.
        turn: which machine this is.
        progress: told what is being done.
        settings: how it is done.

    Returns:
        The findings in these plans; with errors no part is made.

    Raises:
        zoneledger.staging.OutputError: ``out`` is a link, or no folder.
        zoneledger.site.markdown.RenderError: a hand-written page is broken.
    """
    require_folder(out)
    progress(Text("检查数据", "Checking the data"))
    checked = check.shard(root, turn, cache=out / CACHE / "check")
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(checked, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (out / CHECKED.format(turn)).write_text(f"{text}\n", encoding="utf-8", errors="surrogatepass", newline="\n")
    _, report = check.sweep(root, checked["plans"], cache=out / CACHE / "check")
    if report.ok:
        workshop = _workshop(root, out, settings)
        _, frames = _frames(workshop, progress)
        progress(Text("逐份生成各计划的页面与文件", "Making each plan's pages and files"))
        made = {each.name: each.part for each in workshop.plans(frames, checked["plans"])}
        count = len(made) + len(list(workshop.places(frames, made, turn)))
        progress(Text(f"完成：{count} 个部分", f"Done: {count} parts"))
    return report


def merge(
    root: Path, out: Path, shares: Sequence[Path], progress: Progress, settings: Settings | None = None
) -> Report:
    """Puts together what several machines made: the same report and the same site as from one.

    Args:
        root: the checkout's top folder, as the other machines had it.
        out: the folder of all output.
        shares: what the machines had for ``out``.
        progress: told what is being done.
        settings: how it is done.

    Returns:
        The findings of all machines; with errors nothing is written.

    Raises:
        zoneledger.check.PartError: a machine's part of the check is missing, or is of other data.
        zoneledger.site.markdown.RenderError: a hand-written page is broken.
    """
    require_folder(out)
    _, report = check.merge(root, [path for share in shares for path in sorted(share.glob("check-*-of-*.json"))])
    if report.ok:
        workshop = _workshop(root, out, settings)
        taken = sum(workshop.store.adopt(Store(share / CACHE / "parts")) for share in shares)
        progress(Text(f"取来 {taken} 个部分", f"Took over {taken} parts"))
        _publish(workshop, out, progress)
    return report


def _workshop(
    root: Path, out: Path, settings: Settings | None, read: dict[Path, Contents] | None = None
) -> Workshop:
    """A workshop of all plans; what was read of them is used up, so that what is published is what was checked."""
    layout = Layout(root.resolve())
    known = remembered(of_program(out / CACHE, "plan-files") / "known", layout)
    return Workshop(load(layout.root, read=read, known=known), out / CACHE, (settings or Settings()).jobs)


def _publish(workshop: Workshop, out: Path, progress: Progress) -> None:
    with frozen(), staged(out) as folder:
        site = folder / "site"
        shells, frames = _frames(workshop, progress)
        workshop.place(shells, site, rewritten=True)
        headers.write_headers(site)
        progress(Text("逐份生成各计划的页面与文件", "Making each plan's pages and files"))
        made = _parts(workshop, frames, progress)
        progress(Text("生成各机构与开发区的页面", "Making the pages of organisations and zones"))
        others = [each.part for each in workshop.places(frames, made)]
        for part in (*made.values(), *others):
            workshop.place(part, site)
        progress(Text("生成汇总各计划的页面与文件", "Making the pages and files about all plans"))
        workshop.said  # noqa: B018 - processes that are forked from now on share it
        frames.link_written(workshop.catalogue.layout.site / "pages", site, site)
        Overview(workshop, made, frames, site).write(lambda item: progress(Text(f"  {item}", f"  {item}")))
        sitemap.write_sitemap(site, workshop.site_url, workshop.catalogue.as_of)
    for shelf in (workshop.shelf, workshop.previews):
        shelf.clear()
    workshop.store.keep({part.key for part in (shells, *made.values(), *others)})
    progress(Text(f"完成：{out / 'site'}", f"Done: {out / 'site'}"))


def _frames(workshop: Workshop, progress: Progress) -> tuple[Part, Frames]:
    """The hand-written pages, and the frames of all others."""
    progress(Text("生成手写页面与外壳", "Rendering the hand-written pages and the shell"))
    shells = workshop.shells()
    return shells, Frames.load(workshop.catalogue, shells.site, pages.hubs(), workshop.templates)


def _parts(workshop: Workshop, frames: Frames, progress: Progress) -> dict[str, Part]:
    """Every plan's part, in the order of plans' ids."""
    made: dict[str, Part] = {}
    total = len(workshop.catalogue.plan_files)
    for plan_id, part, _ in workshop.plans(frames):
        made[plan_id] = part
        if len(made) % max(1, total // _TOLD) == 0 or len(made) == total:
            progress(Text(f"  {len(made)} / {total}", f"  {len(made)} of {total}"))
    return dict(sorted(made.items()))
