"""One build, stage by stage: datasets → catalogue → check → charts, packages, pages, search → dist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from zoneledger import api, audit, charts, check, compare, explorer, facets, feeds, packages, pages, search, social
from zoneledger.catalogue import Catalogue
from zoneledger.problems import Report, Text
from zoneledger.revision import Repository, site_address
from zoneledger.site import headers, markdown, sitemap
from zoneledger.staging import staged

Progress = Callable[[Text], None]


def run(root: Path, out: Path, progress: Progress) -> Report:
    """Checks a checkout and publishes it into ``out``; what was there stays until everything is written.

    Args:
        root: the checkout's top folder.
        out: the folder of all output; the site becomes ``out/site``.
        progress: told what is being done.

    Returns:
        The findings of the check; with errors nothing is written.

    Raises:
        zoneledger.site.markdown.RenderError: a hand-written page is broken.
    """
    progress(Text("检查数据", "Checking the data"))
    catalogue, report = check.run(root)
    if catalogue is None or not report.ok:
        return report
    site_url = site_address(catalogue.layout)

    def detail(item: str) -> None:
        progress(Text(f"  {item}", f"  {item}"))

    with staged(out) as folder:
        site = folder / "site"
        progress(Text("生成手写页面与外壳", "Rendering the hand-written pages and the shell"))
        markdown.render(root, site, data_date=catalogue.dataset["as_of"])
        headers.write_headers(site)
        progress(Text("写出数据包", "Writing the data packages"))
        downloads = packages.write(catalogue, site / "data", detail)
        packages.manifest.write(catalogue, downloads, site / "data")
        progress(Text("绘制图表", "Drawing the charts"))
        figures = charts.draw(catalogue)
        charts.write(figures, catalogue, site, detail)
        progress(Text("填写页面", "Filling the pages"))
        context = _context(catalogue, site_url, figures, downloads)
        cards = pages.write(catalogue, site, site, context, detail)
        progress(Text("绘制分享预览图", "Drawing the previews of shared links"))
        social.write(cards, site, detail)
        progress(Text("写出页面用到的数据文件", "Writing the data files that pages link to or load"))
        _write_files(catalogue, context, site, detail)
        progress(Text("建立检索", "Indexing for the search"))
        search.write(catalogue, site, detail)
        sitemap.write_sitemap(site, site_url, catalogue.as_of)
    progress(Text(f"完成：{out / 'site'}", f"Done: {out / 'site'}"))
    return report


def _context(
    catalogue: Catalogue, site_url: str, figures: charts.Figures, downloads: Sequence[packages.Download]
) -> pages.PageContext:
    return pages.PageContext(
        repository=Repository.of(catalogue.layout),
        site_url=site_url,
        receipts=_receipts(catalogue),
        figures=figures,
        downloads=downloads,
        calendars=feeds.gather(catalogue),
    )


def _write_files(
    catalogue: Catalogue, context: pages.PageContext, site: Path, progress: Callable[[str], None]
) -> None:
    """What pages link to or load, and what other programs read."""
    for write in (facets.write, explorer.write, compare.write):
        write(catalogue, site, progress)
    api.write(catalogue, site, context.site_url, progress)
    feeds.write(context.calendars, catalogue, site, context.site_url, progress)


def _receipts(catalogue: Catalogue) -> dict[str, tuple[audit.Receipt, int]]:
    """Each audited plan's receipt, and how many rows changed since."""
    loaded = audit.load_receipts(catalogue.layout)
    return {plan: (receipt, audit.changed_since(receipt, catalogue, plan)) for plan, receipt in sorted(loaded.items())}
