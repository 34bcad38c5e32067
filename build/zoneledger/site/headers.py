"""The content security policy, stated once: in every page as a meta tag and for static hosts as header files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

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


def netlify() -> str:
    """The headers for Netlify and Cloudflare Pages (``_headers``)."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS)


def apache() -> str:
    """The headers for Apache (``.htaccess``)."""
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS)
    return f"<IfModule mod_headers.c>\n{lines}</IfModule>\n"


def nginx() -> str:
    """The headers for nginx: a snippet to ``include`` in the ``server`` block."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS)


def vercel() -> str:
    """The headers for Vercel (``vercel.json``)."""
    headers = [{"key": name, "value": value} for name, value in HEADERS]
    return json.dumps({"headers": [{"source": "/(.*)", "headers": headers}]}, indent=2) + "\n"


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
