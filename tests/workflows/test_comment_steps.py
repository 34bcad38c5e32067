"""The three steps of the report, run as the workflow runs them against a stand-in for the host."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import archives
import pytest
from fake_host import FORK, TOKEN, Host, comment, pull, serving

from zoneledger.review import artifact
from zoneledger.review.comment import MARK

Run = Callable[..., subprocess.CompletedProcess[str]]
BOT = "github-actions[bot]"


def steps(script: Run, host: Host, folder: Path) -> str:
    """Runs the three; all must end well, without a traceback. What they said."""
    said = ""
    with serving(host):
        for verb, given in (("fetch", host), ("write", None), ("post", host)):
            ran = script("comment", verb, folder, host=given)
            said += ran.stdout + ran.stderr
            assert ran.returncode == 0, said
    assert "Traceback" not in said
    return said


def posted(host: Host) -> str:
    """The one comment that was written on pull request 7."""
    ((method, path, body),) = host.written
    assert (method, path) == ("POST", "issues/7/comments")
    assert list(body) == ["body"]
    return str(body["body"])


def test_an_honest_run_is_commented_on(script: Run, tmp_path: Path) -> None:
    host = Host()
    assert steps(script, host, tmp_path / "out") == ""
    body = posted(host)
    assert body.startswith(MARK) and "1 个错误" in body
    assert f"https://host.example/{FORK}/blob/{archives.SHA}/datasets/" in body
    assert "https://host.example/zl/zl/actions/runs/5/artifacts/42" in body
    assert (
        "GET",
        "/repos/zl/zl/pulls?state=open&per_page=100&head=someone%3Aa%26b%3Dc%2F%E4%B8%AD%E6%96%87",
    ) in host.asked
    assert ("GET", "/stored") in host.asked and not host.strangers_saw_token
    assert not [path for path in (tmp_path / "out").iterdir() if TOKEN in path.read_bytes().decode("utf-8", "replace")]


@pytest.mark.parametrize("author", [BOT, "someone"])
def test_the_comment_is_sticky(script: Run, tmp_path: Path, author: str) -> None:
    """The workflows' own is rewritten, wherever it stands; another's is not, though it bear the mark."""
    others = [comment(n, "someone", "hello") for n in range(100)]
    host = Host(comments=[*others, comment(900, BOT, "another workflow's"), comment(901, author, f"{MARK}\nold")])
    steps(script, host, tmp_path / "out")
    ((method, path, _),) = host.written
    assert (method, path) == (("PATCH", "issues/comments/901") if author == BOT else ("POST", "issues/7/comments"))


@pytest.mark.parametrize(
    "claim", [{**archives.CLAIM, "number": 1}, {**archives.CLAIM, "number": -1}, {"number": "../8"}, b""]
)
def test_a_forged_number_changes_nothing(script: Run, tmp_path: Path, claim: object) -> None:
    host = Host(archive=archives.honest(pull_request=claim))
    said = steps(script, host, tmp_path / "out")
    posted(host)
    assert ("接口所说" in said and "host's word" in said) == (claim == {**archives.CLAIM, "number": 1})


@pytest.mark.parametrize(
    "pulls",
    [[], [pull(7, sha="f" * 40)], [pull(7, repository="another/zl")], [pull(7, base="another/zl")], [pull(7), pull(8)]],
    ids=["none", "pushed since", "another fork", "another base", "two, and no claim"],
)
def test_without_one_pull_request_there_is_no_comment(script: Run, tmp_path: Path, pulls: list[Any]) -> None:
    host = Host(archive=archives.honest(pull_request=None), pulls=pulls)
    said = steps(script, host, tmp_path / "out")
    assert host.written == []
    assert "不留言" in said and "no comment" in said


def test_the_claim_decides_between_two_of_one_commit(script: Run, tmp_path: Path) -> None:
    host = Host(pulls=[pull(8), pull(7)])
    steps(script, host, tmp_path / "out")
    posted(host)


@pytest.mark.parametrize(
    ("archive", "told"),
    [
        (archives.bomb(), "`problems.json` could not be read: it is larger than 8 MiB"),
        (archives.bomb(said=100), "`problems.json` could not be read: it is damaged"),
        (archives.with_symlink(), "`problems.json` could not be read: it is not a plain file"),
        (archives.escaping(), "1 error, 0 warnings"),
        (archives.twice(), "`review.zip` could not be read: it holds two files of one name"),
        (b"not a zip", "`review.zip` could not be read: it is not a sound zip file"),
        (archives.honest(problems=b" " * 10_000_000), "`problems.json` could not be read: it is larger than 8 MiB"),
        (archives.honest(problems=b'[{"a":' * 50_000), "`problems.json` could not be read: it is nested deeper"),
        (archives.honest(problems=b"\xff"), "`problems.json` could not be read: it is not UTF-8 text"),
        (archives.honest(diff={"version": 1}), "`diff.json` could not be read: it does not have the agreed shape"),
        (None, "`review.zip` could not be read: it is missing"),
    ],
)
def test_a_hostile_archive_gets_a_plain_word(script: Run, tmp_path: Path, archive: bytes | None, told: str) -> None:
    host = Host(archive=archive)
    steps(script, host, tmp_path / "out")
    body = posted(host)
    assert told in body
    assert "root:" not in body
    assert len(body) < 3_000
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if path.name != "review.zip") == [
        "comment.md",
        "number",
        "run.json",
    ]


@pytest.mark.parametrize("planted", ["@someone " * 400, "<img src=x>", "\ud800", "\u202e", "`" * 300, "x" * 19_999])
def test_hostile_words_stay_words(script: Run, tmp_path: Path, planted: str) -> None:
    problem = archives.PROBLEM | {"value": planted, "message": {"zh": planted, "en": planted}}
    host = Host(archive=archives.honest(problems=archives.PROBLEMS | {"problems": [problem]}))
    steps(script, host, tmp_path / "out")
    body = posted(host)
    # In a code span or escaped; test_comment.py renders the rest.
    assert not re.search(r"(?<![\\`])<img|\u202e|\ud800", body)
    assert "1 个错误" in body and len(body) < 5_000


def test_what_says_it_is_too_large_is_not_even_fetched(script: Run, tmp_path: Path) -> None:
    host = Host(said_size=artifact.MAX_ARCHIVE + 1)
    steps(script, host, tmp_path / "out")
    assert "it is larger than 2 MiB" in posted(host)
    assert ("GET", "/stored") not in host.asked


def test_what_is_larger_than_it_said_is_not_read_to_its_end(script: Run, tmp_path: Path) -> None:
    with serving(Host(archive=bytes(artifact.MAX_ARCHIVE + 1))) as host:
        ran = script("comment", "fetch", tmp_path / "out", host=host)
    assert ran.returncode == 2 and "Traceback" not in ran.stderr
    assert "错误：回答超过" in ran.stderr and "Error: The answer is longer than" in ran.stderr


@pytest.mark.parametrize("says", [403, 404, 500])
@pytest.mark.parametrize("verb", ["fetch", "post"])
def test_a_host_that_refuses_is_told_of(script: Run, tmp_path: Path, says: int, verb: str) -> None:
    (tmp_path / "comment.md").write_text("x")
    (tmp_path / "number").write_text("7")
    with serving(Host(says=says)) as host:
        ran = script("comment", verb, tmp_path, host=host)
    assert ran.returncode == 2
    assert ran.stderr == f"错误：接口回答 {says}。\nError: The interface answered {says}.\n"


@pytest.mark.parametrize(
    "changed",
    [
        {"path": ".github/workflows/other.yml"},
        {"event": "push"},
        {"head_sha": "main; rm -rf /"},
        {"head_sha": None},
        {"head_repository": None},
        {"head_repository": {"full_name": "a/b/../../c"}},
        {"id": "5/../6"},
    ],
    ids=str,
)
def test_an_event_of_another_kind_is_not_answered(
    script: Run, tmp_path: Path, event: dict[str, Any], changed: dict[str, Any]
) -> None:
    event["workflow_run"] |= changed
    with serving(Host()) as host:
        ran = script("comment", "fetch", tmp_path / "out", host=host)
    assert ran.returncode == 2 and host.asked == []
    assert ran.stderr.startswith("错误：") and "\nError: " in ran.stderr and "Traceback" not in ran.stderr


def test_the_token_is_asked_for(script: Run, tmp_path: Path) -> None:
    ran = script("comment", "fetch", tmp_path / "out")
    assert (ran.returncode, "GITHUB_TOKEN" in ran.stderr) == (2, True)


def test_later_steps_have_nothing_to_do_without_the_first(script: Run, tmp_path: Path) -> None:
    for verb in ("write", "post"):
        ran = script("comment", verb, tmp_path / "nothing")
        assert ran.returncode == 0 and ran.stderr.count("\n") == 2
