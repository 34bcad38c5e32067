"""The command ``zoneledger``: its name, its help, and the commands below it."""

from __future__ import annotations

import click

from zoneledger import __version__, collector
from zoneledger.commands.audit import audit_command
from zoneledger.commands.build import build_command
from zoneledger.commands.check import check_command
from zoneledger.commands.diff import diff_command
from zoneledger.commands.explain import explain_command
from zoneledger.commands.fix import fix_command
from zoneledger.commands.merge import merge_command
from zoneledger.commands.new_plan import new_plan_command
from zoneledger.commands.serve import serve_command
from zoneledger.commands.verify import verify_command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """开发区目标责任台账：检查数据、核对原文、生成网站与数据包。

    ZoneLedger: checks the data, proves it against the sources, builds the site and its downloads.

    \b
    zoneledger check                      检查 datasets/    check the data
    zoneledger fix                        整理、修复数据    tidy the data, undo what Excel did to it
    zoneledger audit --sources DIR        与原文核对        prove every anchor in the sources
    zoneledger build                      生成 dist/        build the site and the downloads
    zoneledger merge SHARES               合并多机的结果    put together what several machines checked and made
    zoneledger verify DIST                核验发布的文件    verify what was published, from its files alone
    zoneledger diff BASE                  逐行比较版本      what changed since a revision, row by row
    zoneledger new-plan                   新建一份计划      begin a plan: its folder, headers, plan.yml
    zoneledger explain [RULE]             讲解规则          what a rule is for and how it is kept
    zoneledger serve                      本机预览          build, show on localhost, rebuild on change

    \b
    退出码 Exit codes: 0 正常 ok · 1 数据有问题 problems in the data · 2 用法不对 wrong use
    """
    collector.seldom()


for command in (check_command, audit_command, build_command, diff_command, merge_command, new_plan_command, serve_command):
    main.add_command(command)
main.add_command(fix_command)
main.add_command(explain_command)
main.add_command(verify_command)
