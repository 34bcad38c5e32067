"""The comment on a pull request: Chinese first, English folded below, never longer than the host takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from zoneledger.problems import Text
from zoneledger.review import changes_part, problems_part
from zoneledger.review.addresses import Addresses, link
from zoneledger.review.artifact import Results
from zoneledger.review.markdown import code

#: By this a later run finds the comment again, so that there is only ever one.
MARK = "<!-- zoneledger: review -->"
#: The host takes 65,536 characters.
MAX_COMMENT = 60_000
_MAX_LANGUAGE = 28_000


class _Part(Protocol):
    def headline(self, content: dict[str, Any], lang: str) -> str: ...

    def items(self, content: dict[str, Any], addresses: Addresses, lang: str) -> Iterator[str]: ...

    def left_out(self, content: dict[str, Any]) -> int: ...


_PARTS: tuple[tuple[str, _Part, Text], ...] = (
    ("problems.json", problems_part, Text("问题", "Problems")),
    ("diff.json", changes_part, Text("数据改动", "Changes to the data")),
)


def compose(results: Results, addresses: Addresses, sha: str) -> str:
    """The whole comment in Markdown.

    Args:
        results: what the check left behind, untrusted.
        addresses: where links lead.
        sha: the commit that was checked.
    """
    chinese, english = (_half(results, addresses, sha, lang) for lang in ("zh", "en"))
    return f"{MARK}\n{chinese}\n\n<details><summary>English</summary>\n\n{english}\n\n</details>\n"


def unusable(reason: Text, addresses: Addresses, sha: str) -> str:
    """The comment where nothing the check left behind can be shown.

    Args:
        reason: why, in words of ours.
        addresses: where links lead.
        sha: the commit that was checked.
    """
    return compose(Results({}, {"review.zip": reason}), addresses, sha)


def _half(results: Results, addresses: Addresses, sha: str, lang: str) -> str:
    blocks = [f"### {_headline(results, lang)}", _about(addresses, sha, lang)]
    for name, fault in results.faults.items():
        # A run outside a pull request writes no number, and nobody misses it.
        if name != "pull-request.json":
            zh = f"`{name}` 未能读取：{fault.zh}。详见检查记录。"
            blocks.append(Text(zh, f"`{name}` could not be read: it {fault.en}. See the run's record.").of(lang))
    room = _MAX_LANGUAGE - sum(map(len, blocks))
    shown = [entry for entry in _PARTS if entry[0] in results.files]
    for place, (name, part, title) in enumerate(shown):
        # Each part may take its share of what is left, so that many problems never crowd out the changes.
        items = list(part.items(results.files[name], addresses, lang))
        kept = list(_fitting(items, room // (len(shown) - place)))
        hidden = part.left_out(results.files[name]) + len(items) - len(kept)
        # What the check found is counted in the comment's own headline.
        said = "" if part is problems_part else part.headline(results.files[name], lang)
        block = _part(title.of(lang), said, kept, hidden, lang)
        blocks.append(block)
        room -= len(block)
    return "\n\n".join(filter(None, blocks))


def _part(title: str, said: str, items: list[str], hidden: int, lang: str) -> str:
    if not said and not items and not hidden:
        return ""
    more = Text(f"另有 {hidden} 项未列出，见检查记录。", f"{hidden} more, not listed: see the run's record.").of(lang)
    return "\n\n".join(filter(None, [f"#### {title}", said, "\n".join(items), more if hidden else ""]))


def _headline(results: Results, lang: str) -> str:
    content = results.files.get("problems.json")
    if content is None:
        return Text("检查没有留下可用的结果", "The check left no usable result").of(lang)
    return problems_part.headline(content, lang)


def _about(addresses: Addresses, sha: str, lang: str) -> str:
    told = [
        Text("提交", "Commit").of(lang) + " " + code(sha[:12]),
        link(Text("检查记录", "Record of the run").of(lang), addresses.run),
    ]
    if addresses.preview:
        told.append(link(Text("预览网站（下载）", "Preview of the site (download)").of(lang), addresses.preview))
    return " · ".join(told)


def _fitting(items: Iterable[str], room: int) -> Iterator[str]:
    for item in items:
        room -= len(item) + 1
        if room < 0:
            return
        yield item
