"""The content security policy, stated once: in every page as a meta tag and for static hosts as header files.

Pages of other sites may read the data: what lies in an open folder says so to the browser (CORS).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from zoneledger.site.media_types import MEDIA_TYPES

#: What a page may load: its own files and nothing else; no inline script, no inline style, no third party.
DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
)
META_POLICY = "; ".join(f"{name} {value}" for name, value in DIRECTIVES)

#: Browsers ignore ``frame-ancestors`` in a meta tag; as a header it keeps the site out of other sites' frames.
HEADER_POLICY = f"{META_POLICY}; frame-ancestors 'none'"

HEADERS = (
    ("Content-Security-Policy", HEADER_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
)

#: Folders at the site's top that scripts of any other site may read: the JSON API and the downloads.
OPEN_FOLDERS = ("api", "data")
OPEN = ("Access-Control-Allow-Origin", "*")


def headers_of(path: str) -> tuple[tuple[str, str], ...]:
    """The headers of one address.

    Args:
        path: below the site's top, without a slash in front.
    """
    return (*HEADERS, OPEN) if path.startswith(tuple(f"{folder}/" for folder in OPEN_FOLDERS)) else HEADERS


def netlify() -> str:
    """The headers for Netlify and Cloudflare Pages (``_headers``); of several rules that fit, all hold."""
    rules = {"/*": HEADERS, **{f"/{folder}/*": (OPEN,) for folder in OPEN_FOLDERS}}
    rules |= {f"/*.{ending}": (("Content-Type", media),) for ending, media in MEDIA_TYPES.items()}
    return "".join(
        f"{address}\n" + "".join(f"  {name}: {value}\n" for name, value in headers) for address, headers in rules.items()
    )


def apache() -> str:
    """The headers for Apache (``.htaccess``)."""
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS)
    folders = "|".join(OPEN_FOLDERS)
    # A site may stand in a folder of its host: only the part of the address after that is known here.
    opened = f'  <If "%{{REQUEST_URI}} =~ m#/(?:{folders})/#">\n    Header always set {OPEN[0]} "{OPEN[1]}"\n  </If>\n'
    types = "".join(f"  AddType '{media}' .{ending}\n" for ending, media in MEDIA_TYPES.items())
    return f"<IfModule mod_headers.c>\n{lines}{opened}</IfModule>\n<IfModule mod_mime.c>\n{types}</IfModule>\n"


def nginx() -> str:
    """The headers for nginx: a snippet to ``include`` in the ``server`` block.

    No media types: a ``types`` block there would replace the server's own list instead of adding to it.
    """
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS)
    # A header with an empty value is not sent; an `add_header` in a `location` would replace all the others.
    switch = f'set $zoneledger_open "";\nif ($uri ~ "/(?:{"|".join(OPEN_FOLDERS)})/") {{ set $zoneledger_open "{OPEN[1]}"; }}\n'
    return f"{lines}{switch}add_header {OPEN[0]} $zoneledger_open always;\n"


def vercel() -> str:
    """The headers for Vercel (``vercel.json``)."""
    rules = {"/(.*)": HEADERS, **{f"/{folder}/(.*)": (OPEN,) for folder in OPEN_FOLDERS}}
    rules |= {rf"/(.*)\.{ending}": (("Content-Type", media),) for ending, media in MEDIA_TYPES.items()}
    listed = [
        {"source": source, "headers": [{"key": name, "value": value} for name, value in headers]}
        for source, headers in rules.items()
    ]
    return json.dumps({"headers": listed}, indent=2) + "\n"


#: File name in the output → what it says. ``.nojekyll`` lets GitHub Pages serve names that begin with ``_``.
FILES: dict[str, Callable[[], str]] = {
    "_headers": netlify,
    ".htaccess": apache,
    "nginx-headers.conf": nginx,
    "vercel.json": vercel,
    ".nojekyll": str,
}


def write_headers(out: Path) -> None:
    """Write the header files of every host into a site.

    Args:
        out: top folder of the site, as served.
    """
    for name, text in FILES.items():
        (out / name).write_text(text(), encoding="utf-8", newline="\n")
