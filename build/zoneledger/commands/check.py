"""``zoneledger check``: the data against its schemas and the rules beyond them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from zoneledger.commands.terminal import (
    OK,
    PROBLEMS,
    format_option,
    lang_option,
    names_argument,
    progress,
    root_option,
    selected,
    show,
)
from zoneledger.layout import Layout
from zoneledger.problems import Text


@click.command("check")
@root_option
@lang_option
@format_option
@click.option(
    "--engine",
    type=click.Choice(["auto", "screen", "frictionless"]),
    default="auto",
    help="由谁判定单元格；frictionless 逐格判定，不用缓存，供对照。 What judges the cells; frictionless judges each, "
    "without the cache, for comparison.",
)
@click.option("--no-cache", is_flag=True, help="不读也不写 dist/cache/check。 Neither read nor write dist/cache/check.")
@click.option(
    "--shard",
    metavar="I/N",
    help="只检查 N 台机器中第 I 台应查的计划，结果写入 --part，由 zoneledger merge 合并。 Check only the plans that are the "
    "turn of machine I of N; the result goes to --part, for zoneledger merge.",
)
@click.option(
    "--part",
    type=click.Path(dir_okay=False, path_type=Path),
    help="--shard 的结果文件，默认 dist/check-I-of-N.json。 Where --shard writes its part; dist/check-I-of-N.json by default.",
)
@names_argument
def check_command(  # noqa: PLR0913, PLR0917 - the command's options
    root: Path,
    lang: str,
    form: str,
    engine: str,
    no_cache: bool,
    shard: str | None,
    part: Path | None,
    names: tuple[str, ...],
) -> None:
    """检查数据。 Check every table against its schema and the rules beyond it.

    写明文件或计划，就只检查它们所属的计划与共用清单；共用清单或模式变了，则检查全部。

    With files or plans named, only the plans they belong to are checked, with the shared lists; a shared list or a schema
    concerns everything.
    """
    from zoneledger import check
    from zoneledger.check.cache import folder_of

    cache = None if no_cache else folder_of(Layout(root))
    if shard is not None:
        if names:
            raise click.UsageError("--shard 检查全部计划，不能再写名称。 --shard is about all plans; name none.")
        _check_shard(root, lang, shard, part, engine, cache)
        return
    as_of, report = check.sweep(root, selected(root, names, lang).plans, engine, cache)
    show(report, lang, root, form, as_of=as_of)
    sys.exit(OK if report.ok else PROBLEMS)


def _check_shard(  # noqa: PLR0913, PLR0917 - the command's options
    root: Path, lang: str, shard: str, part: Path | None, engine: str, cache: Path | None
) -> None:
    """Writes one machine's part; whether the data are sound is told when all parts are there."""
    from zoneledger import check
    from zoneledger.check.cache import put

    try:
        turn = check.Shard.parse(shard)
    except ValueError as error:
        raise click.BadParameter(f"{shard}: 1/3, 2/3, 3/3 …", param_hint="--shard") from error
    dist = Layout(root).dist
    if part is None and dist.is_symlink():
        raise click.UsageError("dist 是链接，请写明 --part。 dist is a link: say --part.")
    path = part or dist / f"check-{turn.number}-of-{turn.machines}.json"
    made = check.shard(root, turn, engine, cache)
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    try:
        put(path, f"{text}\n".encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}") from error
    plans = len(made["plans"])
    progress(Text(f"已检查 {plans} 个计划，结果在 {path}。", f"{plans} plans checked; their part is {path}."), lang)
