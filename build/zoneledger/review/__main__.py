"""``scripts/review`` and ``scripts/comment``: the steps of the workflows that check and report."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zoneledger.github.api import Api, ApiError
from zoneledger.github.event import EventError, checked_run, read_event
from zoneledger.layout import Layout
from zoneledger.problems import Text
from zoneledger.review import artifact, collection, comment, pull_request, results, sticky
from zoneledger.review.addresses import Addresses
from zoneledger.review.json_text import Unusable
from zoneledger.revision import site_address

COMMENT, NUMBER = "comment.md", "number"
_FAILED = 2
_folder = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
_root = click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())


def say(text: Text) -> None:
    """Both languages on standard error, a line each."""
    click.echo(f"{text.zh}\n{text.en}", err=True)


def fail(text: Text) -> None:
    """The same as an error; ends the command."""
    say(Text(f"错误：{text.zh}", f"Error: {text.en}"))
    sys.exit(_FAILED)


@click.group()
def main() -> None:
    """拉取请求的检查与留言。 Checking a pull request and commenting on it."""


@main.command("results")
@click.argument("base")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="结果文件夹。 Results.")
@_root
def results_command(base: str, out: Path, root: Path) -> None:
    """检查并与 BASE 比较，结果存为文件。 Check, compare with the revision BASE, leave the results as files."""
    try:
        sys.exit(results.leave(root.resolve(), base, out))
    except EventError as error:
        fail(error.text)


@main.command("fetch")
@_folder
def fetch_command(folder: Path) -> None:
    """取回检查留下的结果。 Fetch what the finished check left behind; needs GITHUB_TOKEN."""
    try:
        found = collection.fetch(Api.of(), checked_run(read_event()), folder)
    except (ApiError, EventError) as error:
        fail(error.text)
    else:
        if not found:
            text = Text(
                "没有以该提交为最新提交的拉取请求，不留言。", "No open pull request ends in this commit; no comment."
            )
            say(text)


@main.command("write")
@_folder
@_root
def write_command(folder: Path, root: Path) -> None:
    """把取回的结果写成留言。 Turn what was fetched into a comment; needs no token and trusts nothing it reads."""
    if not (folder / collection.FACTS).is_file():
        say(Text("没有取回结果，不写留言。", "Nothing was fetched; no comment is written."))
        return
    facts = collection.Facts.load(folder)
    addresses = Addresses(site_address(Layout(root.resolve())), facts.commit, facts.run, facts.preview)
    claimed = 0
    try:
        found = _read(folder, facts)
        claimed = found.claimed_number
        body = comment.compose(found, addresses, facts.sha)
    except Unusable as error:
        say(Text(f"检查留下的结果{error.text.zh}。", f"What the check left behind {error.text.en}."))
        body = comment.unusable(error.text, addresses, facts.sha)
    number = pull_request.choose(list(facts.candidates), claimed)
    if claimed and claimed != number:
        say(
            Text(
                "结果自称的编号与接口所说不符，以接口为准。",
                "The results claim another number; the host's word is taken.",
            )
        )
    if not number:
        say(Text("无法确定是哪个拉取请求，不留言。", "There is no telling which pull request this was; no comment."))
        return
    (folder / COMMENT).write_text(body, encoding="utf-8")
    (folder / NUMBER).write_text(str(number), encoding="utf-8")


def _read(folder: Path, facts: collection.Facts) -> artifact.Results:
    if facts.too_large:
        limit = artifact.MAX_ARCHIVE // artifact.MEBIBYTE
        raise Unusable(f"超过 {limit} MiB", f"is larger than {limit} MiB")
    if not (folder / collection.ARCHIVE).is_file():
        raise Unusable("缺失", "is missing")
    return artifact.read((folder / collection.ARCHIVE).read_bytes())


@main.command("post")
@_folder
def post_command(folder: Path) -> None:
    """贴出留言，或改写上一次的。 Post the comment, or rewrite the last one; needs GITHUB_TOKEN."""
    if not (folder / COMMENT).is_file():
        say(Text("没有留言可贴。", "There is no comment to post."))
        return
    number = int((folder / NUMBER).read_text(encoding="utf-8"))
    try:
        sticky.put(Api.of(), number, (folder / COMMENT).read_text(encoding="utf-8"), comment.MARK)
    except ApiError as error:
        fail(error.text)


if __name__ == "__main__":
    main()
