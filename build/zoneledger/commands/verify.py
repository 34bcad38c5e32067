"""``zoneledger verify``: what was published, from its own files alone."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zoneledger.commands.terminal import OK, PROBLEMS, lang_option, progress
from zoneledger.problems import Text


@click.command("verify")
@click.argument("dist", type=click.Path(exists=True, file_okay=False, path_type=Path))
@lang_option
def verify_command(dist: Path, lang: str) -> None:
    """核验已发布的文件。 Verify published files: checksums, formats against each other, counts.

    DIST 是 zoneledger build 的产出，或网站文件的一份拷贝；不需要 datasets/。

    DIST is what zoneledger build wrote, or a copy of the site's files; datasets/ is not needed.
    """
    from zoneledger import verify

    site = verify.site_of(dist)
    if site is None:
        said = Text(f"{dist} 中没有 data/ 或 site/data/", f"{dist} holds neither data/ nor site/data/")
        raise click.BadParameter(said.of(lang), param_hint="DIST")
    findings = verify.run(site, lambda text: progress(text, lang))
    colon = "：" if lang == "zh" else ": "
    for fault in findings.faults:
        click.echo(f"{ascii_safe(fault.path)}{colon}{fault.message.of(lang)}")
    read = Text(
        f"读了 {findings.files} 个文件、{findings.packages} 个数据包、{findings.calendars} 份日历，对照 {findings.rows} 行",
        f"Read {findings.files} files, {findings.packages} packages and {findings.calendars} calendars; "
        f"compared {findings.rows} rows",
    )
    found = len(findings.faults)
    verdict = Text(f"{found} 处问题", f"problems: {found}") if found else Text("全部一致", "everything agrees")
    click.echo(f"{read.of(lang)}{colon}{verdict.of(lang)}")
    sys.exit(PROBLEMS if found else OK)


def ascii_safe(path: str) -> str:
    """A path whose characters cannot act on the terminal."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in path)
