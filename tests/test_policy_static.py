"""No rendered file may need more than the content security policy grants, and the policy is the same everywhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import etree, html
from markupsafe import Markup

from zoneledger.serve import SiteHandler
from zoneledger.site.headers import FILES, HEADER_POLICY, META_POLICY, OPEN, headers_of, write_headers
from zoneledger.site.markdown import render
from zoneledger.site.media_types import MEDIA_TYPES
from zoneledger.site.shell import Page, Shell

ROOT = Path(__file__).parents[1]
STYLES = ROOT / "site/theme/overrides/assets/stylesheets"
RESOURCES = (
    "//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //iframe/@src | //source/@src"
)


#: Types of blocks that hold data: no browser runs them.
DATA = ("application/json", "application/ld+json")


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both trees, with one generated page in each."""
    out = tmp_path_factory.mktemp("rendered")
    render(ROOT, out)
    for lang, prefix in (("zh", ""), ("en", "en/")):
        page = Page("plans/somewhere-2020/", "题", "说明", Markup("<p>x</p>"))
        target = out / prefix / page.path / "index.html"
        target.parent.mkdir(parents=True)
        target.write_text(Shell.load(out, lang, "plans/").fill(page), "utf-8")
    return out


def violations(document: str) -> list[str]:
    """What in a page the policy would block, or what would have the theme's script ask for more."""
    tree = html.fromstring(document)
    found = [f"inline script: {(s.text or '')[:40]!r}" for s in tree.xpath("//script[not(@src)]")
             if s.get("type") not in DATA]  # fmt: skip
    found += [
        f"inline style: {etree.tostring(s, encoding='unicode')[:60]}" for s in tree.xpath("//style | //*[@style]")
    ]
    found += [f"inline handler: {name}" for name in tree.xpath("//@*") if name.attrname.startswith("on")]
    found += [f"script address: {a}" for a in tree.xpath("//@href | //@src") if a.strip().startswith("javascript:")]
    found += [f"third party: {a}" for a in tree.xpath(RESOURCES) if re.match(r"[a-z]+:|//", a)]
    found += ["base element" for _ in tree.xpath("//base")]
    # Material asks each address of an exact rel="alternate" for its sitemap, and loads its index for a search form.
    found += [f"sitemap request: {link.get('href')}" for link in tree.xpath("//link[@rel='alternate']")]
    found += ["the theme's search form" for _ in tree.xpath("//form[@name='search']")]
    loaded = tree.xpath("//script/@src")
    found += [f"loaded twice: {a}" for a in sorted(set(loaded)) if loaded.count(a) > 1]
    policies = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    if policies != [META_POLICY]:
        found.append(f"policy: {policies}")
    elif tree.xpath("//script[following::meta[@http-equiv]] | //link[following::meta[@http-equiv]]"):
        found.append("policy stands after what it should govern")
    return found


def test_no_page_needs_more_than_the_policy_grants(rendered: Path) -> None:
    pages = sorted(rendered.rglob("*.html"))
    written = list((ROOT / "site" / "pages" / "zh").rglob("*.md"))
    assert len(pages) == 2 * (len(written) + 2) > 20
    assert {page: violations(page.read_text("utf-8")) for page in pages} == {page: [] for page in pages}


@pytest.mark.parametrize(
    "planted",
    [
        "<script>1</script>",
        '<script type="module">1</script>',
        '<script src="https://cdn.example/x.js"></script>',
        '<script src="//cdn.example/x.js"></script>',
        "<style>p{}</style>",
        '<p style="color:red">x</p>',
        '<p onclick="x()">x</p>',
        '<a href="javascript:x()">x</a>',
        '<img src="https://example.org/x.png" alt="">',
        '<link rel="alternate" href="x">',
        '<form name="search"></form>',
        '<base href="/x/">',
        '<script src="../assets/javascripts/site.js"></script>',
        '<meta http-equiv="Content-Security-Policy" content="default-src *">',
    ],
)
def test_what_the_policy_blocks_is_noticed(rendered: Path, planted: str) -> None:
    document = (rendered / "about/index.html").read_text("utf-8")
    assert violations(document) == []
    assert violations(document.replace("</article>", planted + "</article>")) != []


def test_a_missing_or_late_policy_is_noticed(rendered: Path) -> None:
    document = (rendered / "about/index.html").read_text("utf-8")
    (meta,) = re.findall(r"<meta http-equiv=[^>]*>", document)
    assert violations(document.replace(meta, ""))
    assert violations(document.replace(meta, "").replace("</head>", f"{meta}</head>"))


def test_the_policy_grants_own_files_only() -> None:
    assert META_POLICY.startswith("default-src 'none'; ")
    assert not re.search(r"unsafe|https?:|\*|blob:", META_POLICY)
    assert f"{META_POLICY}; frame-ancestors 'none'" == HEADER_POLICY
    assert "frame-ancestors" not in META_POLICY


def test_every_host_gets_the_same_policy(tmp_path: Path) -> None:
    write_headers(tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == set(FILES)
    patterns = {
        "_headers": r"^  Content-Security-Policy: (.*)$",
        ".htaccess": r'^  Header always set Content-Security-Policy "(.*)"$',
        "nginx-headers.conf": r'^add_header Content-Security-Policy "(.*)" always;$',
    }
    for name, pattern in patterns.items():
        assert re.findall(pattern, (tmp_path / name).read_text("utf-8"), re.MULTILINE) == [HEADER_POLICY], name
    rule, *_ = json.loads((tmp_path / "vercel.json").read_text("utf-8"))["headers"]
    assert rule["source"] == "/(.*)"
    assert {"key": "Content-Security-Policy", "value": HEADER_POLICY} in rule["headers"]


def test_every_host_opens_the_data_and_nothing_else_to_other_sites(tmp_path: Path) -> None:
    write_headers(tmp_path)
    text = {name: (tmp_path / name).read_text("utf-8") for name in FILES}
    for folder in ("api", "data"):
        assert f"\n/{folder}/*\n  Access-Control-Allow-Origin: *\n" in text["_headers"]
    assert [rule["source"] for rule in json.loads(text["vercel.json"])["headers"] if OPEN[0] in str(rule)] == [
        "/api/(.*)",
        "/data/(.*)",
    ]
    condition = {"nginx-headers.conf": r'\$uri ~ "([^"]*)"', ".htaccess": r"=~ m#([^#]*)#"}
    for name, pattern in condition.items():
        assert text[name].count(OPEN[0]) == 1
        (found,) = re.findall(pattern, text[name])
        opened = {path for path in ADDRESSES if re.search(found, path)}
        assert opened == {path for path in ADDRESSES if OPEN in headers_of(path.removeprefix("/zl").removeprefix("/"))}


def test_hosts_are_told_the_types_of_files_they_may_not_know(tmp_path: Path) -> None:
    write_headers(tmp_path)
    text = {name: (tmp_path / name).read_text("utf-8") for name in FILES}
    rules = {rule["source"]: rule["headers"] for rule in json.loads(text["vercel.json"])["headers"]}
    assert {"cff", "ics", "jsonl", "jsonld", "parquet", "sqlite", "xlsx"} == set(MEDIA_TYPES)
    for ending, media in MEDIA_TYPES.items():
        assert re.fullmatch(r"[\w.+-]+/[\w.+-]+(?:; charset=utf-8)?", media)
        assert f"\n/*.{ending}\n  Content-Type: {media}\n" in text["_headers"]
        assert f"\n  AddType '{media}' .{ending}\n" in text[".htaccess"]
        assert rules[rf"/(.*)\.{ending}"] == [{"key": "Content-Type", "value": media}]
        assert SiteHandler.extensions_map[f".{ending}"] == media
        assert f".{ending}" not in text["nginx-headers.conf"]


ADDRESSES = ("/api/v1/index.json", "/zl/api/v1/index.json", "/data/all.zip", "/plans/x/", "/", "/search/records.json")


def test_own_styles_and_scripts_fetch_nothing() -> None:
    files = sorted((ROOT / "site/theme/overrides/assets").rglob("*.[cjs][sv]*"))
    assert len(files) >= 6
    for file in files:
        text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|@import|\burl\(\s*['\"]?//", text), file


def test_every_local_address_of_a_page_leads_somewhere(rendered: Path) -> None:
    broken = []
    for page in sorted(rendered.rglob("index.html")):
        own = f"https://host/{page.relative_to(rendered).as_posix()}"
        for address in html.fromstring(page.read_text("utf-8")).xpath("//a/@href | //link/@href | //*/@src"):
            target = urldefrag(urljoin(own, address))[0]
            if not target.startswith("https://host/"):
                continue
            path = rendered / target.removeprefix("https://host/")
            plan = re.fullmatch(r"https://host/(?:en/)?plans/([\w-]+)/", target)
            if plan and (ROOT / "datasets" / "plans" / plan[1]).is_dir():
                continue  # a plan's page is written later
            if target.startswith("https://host/api/v1/"):
                continue  # so are the files of the API; tests/api follows these links in a built site
            if re.fullmatch(r"https://host/(?:en/)?rules/", target):
                continue  # so is the list of rules; tests/guides follows this link in a built site
            if not (path / "index.html" if target.endswith("/") else path).is_file():
                broken.append((own, address))
    assert broken == []


def tokens(scheme: str) -> dict[str, str]:
    block = re.search(
        rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', (STYLES / "zoneledger.css").read_text(), re.DOTALL
    )
    assert block is not None
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_contrast_of_both_palettes(scheme: str) -> None:
    colour = tokens(scheme)
    texts = (
        "zl-ink",
        "zl-ink-soft",
        "zl-link",
        "zl-link-hover",
        "zl-stretch",
        "zl-tentative",
        "zl-warn",
        "chart-fg",
        "chart-muted",
    )
    surfaces = ("zl-page", "zl-surface", "zl-highlight")
    pairs = {(text, surface): 4.5 for text in texts for surface in surfaces}
    pairs |= {("zl-page", "zl-firm"): 4.5, ("zl-on-mark", "zl-mark"): 4.5, ("zl-warn", "zl-warn-surface"): 4.5}
    pairs |= {(f"chart-{n}", surface): 3 for n in range(1, 7) for surface in ("zl-page", "zl-surface")}
    low = {pair: contrast(colour[pair[0]], colour[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < pairs[pair]} == {}
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
