"""``zoneledger build``: the site and the downloads."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zoneledger.commands.terminal import OK, PROBLEMS, WRONG_USE, lang_option, progress, root_option, show
from zoneledger.layout import Layout


@click.command("build")
@root_option
@lang_option
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="输出文件夹，默认 dist/。 Output; dist/ by default."
)
def build_command(root: Path, lang: str, out: Path | None) -> None:
    """生成网站与数据包。 Check, then build the site and the downloads into dist/."""
    from zoneledger import build
    from zoneledger.site.markdown import RenderError
    from zoneledger.staging import OutputError

    try:
        report = build.run(root, out or Layout(root).dist, lambda text: progress(text.of(lang)))
    except OutputError as error:
        progress(error.message, lang)
        sys.exit(WRONG_USE)
    except RenderError as error:
        click.echo(str(error))
        progress("dist/ 未改动 / dist/ is unchanged")
        sys.exit(PROBLEMS)
    if not report.ok:
        show(report, lang, root)
        progress("dist/ 未改动 / dist/ is unchanged")
    sys.exit(OK if report.ok else PROBLEMS)
