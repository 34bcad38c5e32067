"""Writes plans that do not exist: ``python -m zoneledger.commands.synthesize``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zoneledger.catalogue import load
from zoneledger.commands.terminal import PROBLEMS, lang_option, progress, root_option
from zoneledger.problems import Text
from zoneledger.staging import OutputError
from zoneledger.synthesis import checkout
from zoneledger.synthesis.names import MAX_PLANS


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("count", metavar="N", type=click.IntRange(1, MAX_PLANS))
@root_option
@lang_option
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="写到哪个文件夹，默认 dist/synthetic/N。 The folder to write, by default dist/synthetic/N.",
)
@click.option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    help="随机种子，相同则结果相同。 The same seed gives the same plans.",
)
def main(count: int, root: Path, lang: str, out: Path | None, seed: int) -> None:
    """按已录计划的样式生成 N 份并不存在的计划，只供测试与度量；写出的文件夹可以直接检查和生成网站。

    Writes N plans that do not exist, in the manner of the curated ones, for tests and benchmarks only, with all that
    `zoneledger check --root` and `zoneledger build --root` need.

    \b
    退出码 Exit codes: 0 已写出 written · 1 没有写 nothing written · 2 用法不对 wrong use
    """
    target = out or root / "dist" / "synthetic" / str(count)

    def told(message: Text) -> None:
        progress(message, lang)

    told(Text(f"生成 {count} 份合成计划", f"Making {count} synthetic plans"))
    try:
        checkout.require_own(target)
        catalogue = load(root)
        if catalogue.problems:
            raise ValueError(catalogue.problems[0].place.file)
        checkout.write(catalogue, count, seed, target, told)
    except OutputError as error:
        click.echo(error.message.of(lang), err=True)
        sys.exit(PROBLEMS)
    except ValueError as error:
        message = Text(
            f"现有数据无法学习，请先运行 zoneledger check：{error}",
            f"Nothing to learn from; run zoneledger check: {error}",
        )
        click.echo(message.of(lang), err=True)
        sys.exit(PROBLEMS)
    told(Text(f"完成：{target}", f"Done: {target}"))


if __name__ == "__main__":
    main()
