"""Addresses on the repository's host: what is filled in arrives, what could harm does not, nothing is too long."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from zoneledger.host import MAX_ADDRESS, MOST, Host, encoded
from zoneledger.layout import Layout
from zoneledger.revision import Repository

REPOSITORY = Repository("https://example.org/repository", "abc123", "main")
GITLAB = {
    "line": "{base}/-/blob/{revision}/{file}#L{line}",
    "edit": "{base}/-/edit/{branch}/{file}",
    "report": "{base}/-/issues/new?issue[title]={title}&issue[description]={row}%0A{anchor}",
    "cell": "%0A{column}%0A{present}",
}


def as_a_browser_sends(address: str) -> str:
    """Letters beyond ASCII in the query are percent-encoded as UTF-8 (URL Standard)."""
    return quote(address, safe="".join(map(chr, range(33, 127))))


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(as_a_browser_sends(address)).query, keep_blank_values=True)


def test_a_row_arrives_with_its_id_its_anchor_and_its_title() -> None:
    anchor = "二/(一) | 超过5000亿元 | #1"
    address = REPOSITORY.report("anshi-2021-t001", anchor, "这里有错：anshi-2021-t001")
    assert address.startswith("https://example.org/repository/issues/new?")
    assert query(address) == {
        "template": ["wrong-value.yml"],
        "title": ["这里有错：anshi-2021-t001"],
        "row": ["anshi-2021-t001"],
        "anchor": [anchor],
    }


@pytest.mark.parametrize(
    "value", ["a&row=other", "a#b", "100%", "a+b", "{base}{title}", "a\"b'c<d>", "https://evil.example/?x=1", "a\\b"]
)
def test_hostile_values_stay_values(value: str) -> None:
    found = query(REPOSITORY.report("anshi-2021-t001", value, value))
    assert found["anchor"] == [value]
    assert (found["title"], found["row"]) == ([value], ["anshi-2021-t001"])
    assert len(found) == 4


def test_what_acts_unseen_is_taken_out() -> None:
    assert encoded("a\u202eb\u200bc\u0000d\ufeff\u0007", 100) == "abcd"
    assert encoded("a\nb\u3000c\u2028d", 100) == "a%20b%20c%20d"


@given(st.text(max_size=3000))
def test_any_text_gives_an_address_that_fits(value: str) -> None:
    sent = as_a_browser_sends(REPOSITORY.report("anshi-2021-t001", value, value))
    assert len(sent) <= MAX_ADDRESS
    assert not re.search(r"[\s\"<>]", sent)
    arrived = query(sent)["anchor"][0] if "anchor=" in sent.split("&row=")[1] and query(sent).get("anchor") else ""
    assert arrived.isprintable()
    plain = "".join(char for char in " ".join(value.split()) if char.isprintable())
    assert arrived == plain or (arrived.endswith("…") and plain.startswith(arrived[:-1]))


def test_a_long_value_is_cut_at_a_whole_letter() -> None:
    cut = query(REPOSITORY.report("t", "区" * 5000, "t"))["anchor"][0]
    assert re.fullmatch("区+…", cut)
    assert len(quote(cut)) <= MOST["anchor"]


def configured(tmp_path: Path, root: Path, **keys: str) -> Repository:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (block,) = re.findall(r"\n  repository:\n(?:    .*\n)+", text)
    new = "\n  repository:\n" + "".join(
        f"    {name}: {yaml.safe_dump(value).splitlines()[0]}\n" for name, value in keys.items()
    )
    (tmp_path / "mkdocs.yml").write_text(text.replace(block, new), encoding="utf-8")
    return Repository.of(Layout(tmp_path))


def test_addresses_follow_the_configuration(tmp_path: Path, root: Path) -> None:
    moved = configured(tmp_path, root, url="https://git.example/zones/", branch="trunk")
    assert moved.report("r", "a", "t") == (
        "https://git.example/zones/issues/new?template=wrong-value.yml&title=t&row=r&anchor=a"
    )
    assert moved.edit("datasets/x.csv") == "https://git.example/zones/edit/trunk/datasets/x.csv"
    assert moved.line("datasets/x.csv", 3) == "https://git.example/zones/blob/trunk/datasets/x.csv?plain=1#L3"


def test_another_host_has_its_own_wording(tmp_path: Path, root: Path) -> None:
    moved = configured(tmp_path, root, url="https://git.example/zones", branch="trunk", **GITLAB)
    assert moved.host == Host(**GITLAB)
    assert moved.line("datasets/x.csv", 3) == "https://git.example/zones/-/blob/trunk/datasets/x.csv#L3"
    found = query(moved.report("r", "二/(一) | 甲", "t") + moved.host.cell.format(column="value", present="5"))
    assert found == {"issue[title]": ["t"], "issue[description]": ["r\n二/(一) | 甲\nvalue\n5"]}
