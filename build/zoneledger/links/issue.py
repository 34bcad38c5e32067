"""The one issue about addresses that are gone: opened when some are, rewritten every time, closed when none is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.github.api import Api
from zoneledger.links.visit import Verdict, Visit
from zoneledger.problems import Text
from zoneledger.review.markdown import code
from zoneledger.review.sticky import is_ours

MARK = "<!-- zoneledger: links -->"
TITLE = "失效的网址 Addresses that are gone"
MAX_BODY = 60_000
_PLACES = 5

_INTRODUCTION = Text(
    "每周自动检查的结果，每次改写这一条。请为失效的网址找到新址或存档，改好数据；全部答复后本条自动关闭。",
    "What the weekly check found; every run rewrites this issue. Find the new address or an archived copy and mend "
    "the data. The issue closes itself once none is gone.",
)
_TITLES = {
    Verdict.GONE: Text("已失效（404、410 或域名不存在）", "Gone (404, 410 or no such host)"),
    Verdict.UNCLEAR: Text(
        "无从判断（超时、拒绝访问等，常见于限制境外访问的网站）",
        "No telling (timeouts, refusals; common where sites turn away visitors from abroad)",
    ),
}


def body(visits: Mapping[str, Visit], places: Mapping[str, list[str]]) -> str:
    """The issue in Markdown; what is beyond its room is counted, not listed.

    Args:
        visits: what each visit said, by address.
        places: where each address is named.
    """
    text = f"{MARK}\n{_INTRODUCTION.zh}\n\n{_INTRODUCTION.en}\n"
    for verdict, title in _TITLES.items():
        some = {address: visit for address, visit in visits.items() if visit.verdict is verdict}
        if not some:
            continue
        text += f"\n### {title.zh}\n{title.en}\n\n"
        hidden = 0
        for item in _items(some, places):
            if hidden or len(text) + len(item) > MAX_BODY:
                hidden += 1
            else:
                text += item
        if hidden:
            text += f"- 另有 {hidden} 个未列出。{hidden} more, not listed.\n"
    return text


def _items(visits: Mapping[str, Visit], places: Mapping[str, list[str]]) -> Iterator[str]:
    for address, visit in visits.items():
        # A code span, not a link: nobody should be led by us to what an expired domain has become.
        named = ", ".join(code(place) for place in places[address][:_PLACES])
        more = len(places[address]) - _PLACES
        yield f"- {code(address, 500)} {visit.detail}: {named}{f' +{more}' if more > 0 else ''}\n"


def publish(api: Api, text: str, some_gone: bool) -> None:
    """Opens, rewrites or closes the issue.

    Args:
        api: the host.
        text: the issue, beginning with the mark.
        some_gone: whether there is something to do.

    Raises:
        ApiError: the host refused.
    """
    number = _find(api)
    if number:
        state = "open" if some_gone else "closed"
        api.send("PATCH", f"issues/{number}", {"body": text, "state": state})
    elif some_gone:
        api.send("POST", "issues", {"title": TITLE, "body": text})


def _find(api: Api) -> int:
    """The newest issue of ours, open or closed, so that a closed one is opened again rather than doubled."""
    listed = api.get("issues?state=all&creator=github-actions%5Bbot%5D&per_page=100")
    return next((int(each["number"]) for each in listed if "pull_request" not in each and is_ours(each, MARK)), 0)
