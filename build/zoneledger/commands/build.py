"""``zoneledger build``: the site and the downloads."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zoneledger.commands.terminal import OK, PROBLEMS, WRONG_USE, lang_option, progress, root_option, show, turn
from zoneledger.layout import Layout

jobs_option = click.option(
    "--jobs", type=click.IntRange(0, 256), default=0, help="用几个进程，默认每核一个。 Processes; one a core by default."
)
shard_option = click.option(
    "--shard",
    metavar="I/N",
    help="只做 N 台机器中第 I 台的一份，由 zoneledger merge 合起来。 Only the share of machine I of N, for zoneledger merge.",
)


@click.command("build")
@root_option
@lang_option
@jobs_option
@shard_option
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="输出文件夹，默认 dist/。 Output; dist/ by default."
)
def build_command(root: Path, lang: str, jobs: int, shard: str | None, out: Path | None) -> None:
    """生成网站与数据包。 Check, then build the site and the downloads into dist/.

    做过的部分留在 dist/cache/，没变的下次不再做；这个文件夹随时可以删。用 --shard 分给几台机器，再用 zoneledger merge 合起来。

    What was made is kept in dist/cache/ and not made again while nothing it is made from changes; that folder may be
    deleted at any time. With --shard several machines share the work, and zoneledger merge puts it together.
    """
    from zoneledger import build
    from zoneledger.site.markdown import RenderError
    from zoneledger.staging import OutputError

    folder, settings = out or Layout(root).dist, build.Settings(jobs)
    try:
        if shard is None:
            report = build.run(root, folder, lambda text: progress(text.of(lang)), settings)
        else:
            report = build.run_shard(root, folder, turn(shard), lambda text: progress(text.of(lang)), settings)
    except OutputError as error:
        progress(error.message, lang)
        sys.exit(WRONG_USE)
    except RenderError as error:
        click.echo(str(error))
        progress("dist/site/ 未改动 / dist/site/ is unchanged")
        sys.exit(PROBLEMS)
    if not report.ok:
        show(report, lang, root)
        progress("dist/site/ 未改动 / dist/site/ is unchanged")
    sys.exit(OK if report.ok else PROBLEMS)
