"""``zoneledger merge``: what several machines checked and made, put together."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zoneledger.commands.build import jobs_option
from zoneledger.commands.terminal import (
    OK,
    PROBLEMS,
    WRONG_USE,
    format_option,
    lang_option,
    progress,
    root_option,
    show,
)
from zoneledger.layout import Layout


@click.command("merge")
@root_option
@lang_option
@format_option
@jobs_option
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="输出文件夹，默认 dist/。 Output; dist/ by default."
)
@click.argument("shares", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def merge_command(  # noqa: PLR0913, PLR0917 - the command's options
    root: Path, lang: str, form: str, jobs: int, out: Path | None, shares: tuple[Path, ...]
) -> None:
    """合并各机器所做的。 Put together what several machines checked and made.

    给出 check --shard 写出的文件，就得到与一台机器相同的检查报告；给出 build --shard 的输出文件夹，还会生成与一台机器相同的网站。

    Given the files that check --shard wrote, it reports what one machine would have; given the folders that build --shard
    wrote, it also builds the site that one machine would have.
    """
    from zoneledger import build, check
    from zoneledger.site.markdown import RenderError
    from zoneledger.staging import OutputError

    folders, files = [each for each in shares if each.is_dir()], [each for each in shares if each.is_file()]
    if folders and files:
        raise click.UsageError("要么都是文件，要么都是文件夹。 Give files, or folders, not both.")
    try:
        if files:
            as_of, report = check.merge(root, files)
            show(report, lang, root, form, as_of=as_of)
        else:
            folder, settings = out or Layout(root).dist, build.Settings(jobs)
            report = build.merge(root, folder, folders, lambda text: progress(text.of(lang)), settings)
            if not report.ok:
                show(report, lang, root, form)
    except (check.PartError, OutputError) as error:
        progress(error.message, lang)
        sys.exit(WRONG_USE)
    except RenderError as error:
        click.echo(str(error))
        sys.exit(PROBLEMS)
    sys.exit(OK if report.ok else PROBLEMS)
