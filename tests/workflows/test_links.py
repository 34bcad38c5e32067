"""The weekly look at addresses: all are found, none is asked twice or in haste, and one issue tells of what is gone."""

from __future__ import annotations

import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError

import pytest
from fake_host import Host, comment, serving

from zoneledger.layout import Layout
from zoneledger.links import issue, survey, visit
from zoneledger.links.addresses import collect
from zoneledger.links.visit import Verdict, Visit

Run = Callable[..., subprocess.CompletedProcess[str]]
BOT = "github-actions[bot]"
PAGE = "https://a.example/page"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A checkout of three files that name addresses."""
    for name, text in {
        "datasets/plans/p/outcomes.csv": f'id,address\n1,{PAGE}\n2,"见{PAGE}，及 http://b.example/a,b"\n\n3,"x\ny"\n4,{PAGE}\n',
        "datasets/plans/p/plan.yml": f"official_url: {PAGE}\nnotes:\n  - zh: 见 http://b.example/（旧）。\n",
        "site/pages/zh/about.md": "[x](https://c.example/x) <https://c.example/y>.\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_every_address_is_found_with_its_places(small: Path) -> None:
    outcomes, plan, page = "datasets/plans/p/outcomes.csv", "datasets/plans/p/plan.yml", "site/pages/zh/about.md"
    assert collect(Layout(small)) == {
        "http://b.example/": [f"{plan}:3"],
        "http://b.example/a,b": [f"{outcomes}:3"],
        PAGE: [f"{outcomes}:2", f"{outcomes}:3", f"{outcomes}:7", f"{plan}:1"],
        "https://c.example/x": [f"{page}:1"],
        "https://c.example/y": [f"{page}:1"],
    }


def test_the_repository_names_addresses(root: Path) -> None:
    found = collect(Layout(root))
    assert len(found) > 20
    assert any(place.endswith("/outcomes.csv:2") for places in found.values() for place in places)
    assert any("/plan.yml:" in place for places in found.values() for place in places)


@pytest.mark.parametrize(
    ("answers", "verdict", "asked"),
    [
        ([(200, "")], Verdict.FINE, ["HEAD"]),
        ([(405, ""), (200, "")], Verdict.FINE, ["HEAD", "GET"]),
        ([(404, ""), (200, "")], Verdict.FINE, ["HEAD", "GET"]),
        ([(404, ""), (404, "")], Verdict.GONE, ["HEAD", "GET"]),
        ([(410, ""), (410, "")], Verdict.GONE, ["HEAD", "GET"]),
        ([(403, ""), (412, "")], Verdict.UNCLEAR, ["HEAD", "GET"]),
        ([(503, ""), (503, "")], Verdict.UNCLEAR, ["HEAD", "GET"]),
        ([(301, "/new"), (200, "")], Verdict.FINE, ["HEAD", "HEAD"]),
        ([(302, "http://127.0.0.1/")], Verdict.UNCLEAR, ["HEAD"]),
        ([(302, "file:///etc/passwd")], Verdict.UNCLEAR, ["HEAD"]),
        ([(302, PAGE)] * 9, Verdict.UNCLEAR, ["HEAD"] * 6),
    ],
)
def test_a_visit(answers: list[tuple[int, str]], verdict: Verdict, asked: list[str]) -> None:
    methods = []
    left = iter(answers)

    def ask(method: str, address: str) -> tuple[int, str]:
        methods.append(method)
        return next(left)

    assert visit.visit(PAGE, ask).verdict is verdict
    assert methods == asked


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (URLError(socket.gaierror(socket.EAI_NONAME, "x")), Verdict.GONE),
        (URLError(socket.gaierror(socket.EAI_AGAIN, "x")), Verdict.UNCLEAR),
        (TimeoutError(), Verdict.UNCLEAR),
        (ConnectionResetError(), Verdict.UNCLEAR),
        (ValueError("@someone"), Verdict.UNCLEAR),
    ],
)
def test_a_failed_visit(error: Exception, verdict: Verdict) -> None:
    def ask(method: str, address: str) -> tuple[int, str]:
        raise error

    seen = visit.visit(PAGE, ask)
    assert seen.verdict is verdict and "@" not in seen.detail


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://169.254.169.254/latest/", "http://10.0.0.1/", "http://[::1]/",
        "http://2130706433/", "http://127.1/", "http://metadata.google.internal/", "ftp://a.example/", "file:///etc/passwd",
        "https://user:x@a.example/", "http://a.example:22/", "http://a.example:x/", "http://[/", "http://printer.local/",
    ],
)  # fmt: skip
def test_nothing_but_the_open_web_is_visited(address: str) -> None:
    def ask(method: str, address: str) -> tuple[int, str]:
        pytest.fail("asked")

    assert visit.visit(address, ask) == Visit(Verdict.UNCLEAR, "not the open web")


@pytest.fixture
def web() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine, and the requests it got."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            asked.append(f"{self.command} {self.path}")
            self.send_response(302 if self.path == "/moved" else 200 if "%E4" in self.path else 404)
            self.send_header("Location", "/x")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_a_request_over_the_wire(web: tuple[str, list[str]]) -> None:
    address, asked = web
    assert visit.ask("HEAD", f"{address}/moved") == (302, "/x")
    assert visit.ask("GET", f"{address}/gone") == (404, "/x")
    assert visit.ask("HEAD", f"{address}/中?a=%E4")[0] == 200
    assert asked == ["HEAD /moved", "GET /gone", "HEAD /%E4%B8%AD?a=%E4"]


def test_hosts_are_asked_one_by_one_and_slowly() -> None:
    log: list[object] = []

    def seen(address: str) -> Visit:
        log.append(address)
        return Visit(Verdict.FINE, "200")

    survey.survey(
        ["https://b.example/2", "http://b.example/1", "https://a.example/", "https://b.example/2"], seen, log.append
    )
    assert log == ["https://a.example/", "http://b.example/1", 2.0, "https://b.example/2"]


def test_a_host_that_does_not_answer_is_left_alone() -> None:
    asked = []

    def seen(address: str) -> Visit:
        asked.append(address)
        return Visit(Verdict.UNCLEAR, "timeout")

    found = survey.survey([f"https://a.example/{n}" for n in range(6)] + ["https://b.example/"], seen, lambda _: None)
    assert asked == [f"https://a.example/{n}" for n in range(3)] + ["https://b.example/"]
    assert found["https://a.example/5"] == survey.LEFT_ALONE


def test_there_is_an_end_to_visits() -> None:
    many = [f"https://h{n:04}.example/" for n in range(survey.MOST_ADDRESSES + 5)]
    found = survey.survey(many, lambda _: Visit(Verdict.FINE, "200"), lambda _: None)
    assert list(found.values()).count(survey.OVER_THE_LIMIT) == 5


def test_the_issue_lists_what_is_gone_first() -> None:
    hostile = "https://a.example/`@someone`<img>"
    visits = {
        PAGE: Visit(Verdict.FINE, "200"),
        "https://b.example/": Visit(Verdict.UNCLEAR, "timeout"),
        hostile: Visit(Verdict.GONE, "404"),
    }
    text = issue.body(visits, {address: ["datasets/plans/p/plan.yml:1"] * 7 for address in visits})
    assert text.startswith(issue.MARK) and PAGE not in text
    assert text.index(hostile) < text.index("https://b.example/")
    assert f"- ``{hostile}`` 404: `datasets/plans/p/plan.yml:1`" in text
    assert text.count("plan.yml") == 10 and " +2\n" in text


def test_a_long_issue_is_cut_aloud() -> None:
    visits = {f"https://a.example/{n}/{'x' * 300}": Visit(Verdict.GONE, "404") for n in range(600)}
    text = issue.body(visits, {address: ["a:1"] for address in visits})
    assert len(text) < 61_000
    assert f"另有 {600 - text.count('https://a.example/')} 个未列出" in text


@pytest.mark.parametrize(
    ("gone", "issues", "written"),
    [
        ('["x"]', [], [("POST", "issues")]),
        ("[]", [], []),
        ('["x"]', [comment(3, BOT, f"{issue.MARK}\nold")], [("PATCH", "issues/3")]),
        ("[]", [comment(3, BOT, f"{issue.MARK}\nold")], [("PATCH", "issues/3")]),
        ('["x"]', [comment(3, "someone", f"{issue.MARK}\n"), comment(4, BOT, "other")], [("POST", "issues")]),
        ('["x"]', [comment(3, BOT, f"{issue.MARK}\n") | {"pull_request": {}}], [("POST", "issues")]),
    ],
    ids=["opened", "nothing to tell", "rewritten", "closed", "not another's", "no pull request"],
)
def test_there_is_one_issue(
    script: Run, tmp_path: Path, gone: str, issues: list[object], written: list[tuple[str, str]]
) -> None:
    (tmp_path / "gone.json").write_text(gone)
    (tmp_path / "issue.md").write_text(f"{issue.MARK}\nnew")
    with serving(Host(issues=issues)) as host:
        ran = script("links", "post", tmp_path, host=host)
    assert ran.returncode == 0, ran.stderr
    assert [(method, path) for method, path, _ in host.written] == written
    for method, _, body in host.written:
        assert body["body"] == f"{issue.MARK}\nnew"
        assert body.get("state") == ({"[]": "closed"}.get(gone, "open") if method == "PATCH" else None)


def test_the_script_checks_without_a_token(script: Run, small: Path, tmp_path: Path) -> None:
    """The addresses are of a machine's own network, so that nothing is asked of anybody."""
    for file in small.rglob("*.*"):
        if file.suffix in (".csv", ".yml", ".md") and "checkout" not in file.parts:
            file.write_text(file.read_text("utf-8").replace(".example/", ".local/"), "utf-8")
    ran = script("links", "check", tmp_path / "out", "--root", small)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count("not the open web") == 5
    assert "5 addresses, 0 gone" in ran.stderr
    assert (tmp_path / "out" / "gone.json").read_text() == "[]"
    assert "`https://a.local/page` not the open web: " in (tmp_path / "out" / "issue.md").read_text("utf-8")
    listed = script("links", "list", "--root", small)
    assert len(listed.stdout.splitlines()) == 5
