"""Guides say the same in both languages, are short, and lead only to what is there."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from guide_text import command_table, commands, dead_links, scripts, shape
from lxml import html

from zoneledger.cli import main

PAIRS = [
    ("CONTRIBUTING.md", "CONTRIBUTING.en.md"),
    *((f"site/pages/zh/{name}.md", f"site/pages/en/{name}.md") for name in ("contribute", "coding", "reviewing")),
]
PROSE = (
    "README.md", "CONTRIBUTING.md", "CONTRIBUTING.en.md", "CODE_OF_CONDUCT.md", "SECURITY.md",
    ".github/pull_request_template.md",
)  # fmt: skip
#: What the way from a doubt to a merged row takes.
NEEDED = {"check", "fix", "diff", "explain", "new-plan", "audit", "scripts/build", "scripts/test"}


def read(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("zh", "en"), PAIRS)
def test_both_languages_have_one_shape(root: Path, zh: str, en: str) -> None:
    chinese, english = shape(read(root, zh)), shape(read(root, en))
    assert chinese == english


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("headings", "## Add an alias", "Add an alias"),
        ("commands", "zoneledger fix FILE…", "zoneledger diff HEAD"),
        ("options", "--open", "--all"),
        ("links", "(CODE_OF_CONDUCT.md#english)", "(SECURITY.md#english)"),
        ("list items", "- **Zones.**", "**Zones.**"),
        ("lines of code", ".venv/bin/zoneledger explain CODE       #", "#\n#"),
    ],
)
def test_a_difference_between_languages_is_noticed(root: Path, part: str, before: str, after: str) -> None:
    zh, en = (read(root, name) for name in PAIRS[0])
    assert before in en
    assert shape(en.replace(before, after))[part] != shape(zh)[part]


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CONTRIBUTING.en.md"])
def test_the_guide_is_short_and_names_what_is_needed(root: Path, name: str) -> None:
    text = read(root, name)
    assert len(text.splitlines()) <= 80
    assert NEEDED - commands(text) == set()


@pytest.mark.parametrize("name", dict.fromkeys([*PROSE, *(name for pair in PAIRS for name in pair)]))
def test_every_command_named_exists(root: Path, name: str) -> None:
    assert commands(read(root, name)) - set(main.commands) - scripts(root) == set()


@pytest.mark.parametrize("name", PROSE)
def test_relative_links_lead_somewhere(root: Path, name: str) -> None:
    assert dead_links(root, root / name) == []


@pytest.mark.parametrize("planted", ["[x](NOWHERE.md)", "[x](SECURITY.md#nowhere)", "[x](../x.md)", "[x](#nowhere)"])
def test_a_dead_link_is_noticed(tmp_path: Path, planted: str) -> None:
    (tmp_path / "SECURITY.md").write_text('# 安全 · Security\n\n<a id="english"></a>\n', "utf-8")
    file = tmp_path / "README.md"
    file.write_text("# 读我\n[a](SECURITY.md#english) [b](SECURITY.md#安全--security) [c](#读我)\n", "utf-8")
    assert dead_links(tmp_path, file) == []
    file.write_text(f"{file.read_text('utf-8')}{planted}\n", "utf-8")
    assert len(dead_links(tmp_path, file)) == 1


def test_addresses_are_those_of_the_configuration(root: Path) -> None:
    """Where the project moves, ``mkdocs.yml`` says so; what cannot read it must follow."""
    configuration = yaml.safe_load(read(root, "mkdocs.yml"))
    repository, site = configuration["extra"]["repository"]["url"], configuration["site_url"]
    owner = urlsplit(repository).path.split("/")[1]
    files = [root / name for name in (*PROSE, ".github/ISSUE_TEMPLATE/config.yml") if name != "README.md"]
    named = [address for file in files for address in re.findall(r"https://[^\s)>\"]+", file.read_text("utf-8"))]
    own = [address for address in named if "zoneledger" in address]
    assert len(own) > 10
    assert [address for address in own if not address.startswith((f"{repository}/", site))] == []
    teams = re.findall(r"@([\w-]+)/", read(root, ".github/CODEOWNERS"))
    assert set(teams) == {owner}


def test_pages_the_guides_lead_to_are_built(root: Path, built_site: Path) -> None:
    site = yaml.safe_load(read(root, "mkdocs.yml"))["site_url"]
    texts = (read(root, name) for name in (*PROSE, ".github/ISSUE_TEMPLATE/config.yml"))
    named = {address for text in texts for address in re.findall(rf"{re.escape(site)}[^\s)>\"]*", text)}
    assert len(named) > 4
    pages = {address: address.removeprefix(site).partition("#") for address in named}
    files = {address: built_site / "site" / page / "index.html" for address, (page, _, _) in pages.items()}
    assert [address for address, file in files.items() if not file.is_file()] == []
    placed = {address: file.read_text("utf-8") for address, file in files.items() if pages[address][2]}
    assert [address for address, page in placed.items() if f'id="{pages[address][2]}"' not in page] == []


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("name", ["contribute", "coding", "reviewing"])
def test_links_of_the_built_pages_lead_somewhere(root: Path, built_site: Path, prefix: str, name: str) -> None:
    repository = yaml.safe_load(read(root, "mkdocs.yml"))["extra"]["repository"]
    site = built_site / "site"
    file = site / prefix / name / "index.html"
    found = html.fromstring(file.read_text("utf-8")).xpath("//article//a/@href")
    assert found
    for address in found:
        place = urlsplit(address)
        if address.startswith(f"{repository['url']}/blob/{repository['branch']}/"):
            assert (root / unquote(address.split(f"/blob/{repository['branch']}/")[1])).exists(), address
        elif not place.scheme:
            target = (file.parent / unquote(place.path)).resolve()
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), address
            ids = html.fromstring(target.read_text("utf-8")).xpath("//@id")
            assert not place.fragment or unquote(place.fragment) in ids, address


def test_the_readme_points_to_the_guide(root: Path) -> None:
    text = read(root, "README.md")
    assert "](CONTRIBUTING.md)" in text
    assert "](CONTRIBUTING.en.md)" in text
    assert command_table(text, "命令") and command_table(text, "Commands")
