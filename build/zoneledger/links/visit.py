"""One polite visit to one address: HEAD, then GET where HEAD is refused; only to the open web; a few redirects at most."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

TIMEOUT_SECONDS = 20
MOST_REDIRECTS = 5
USER_AGENT = "zoneledger-links/1 (weekly link check of an open data set)"
_REDIRECTS = {301, 302, 303, 307, 308}


class Verdict(Enum):
    """What a visit says about an address."""

    FINE = "fine"
    GONE = "gone"
    #: Refused, timed out, a fault of the server: an official site may simply not answer visitors from abroad.
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Visit:
    """The end of a visit.

    Args:
        verdict: what it says about the address.
        detail: a status such as ``404``, or a word of ours such as ``timeout``; nothing the server wrote.
    """

    verdict: Verdict
    detail: str


#: Asks for an address by a method; gives the status and, of a redirect, the address it names.
Asker = Callable[[str, str], tuple[int, str]]


class _NoRedirect(HTTPRedirectHandler):
    """Redirects are followed by hand, each checked like the first address."""

    def redirect_request(self, *_: Any) -> None:
        """Leaves the redirect to the caller."""


def ask(method: str, address: str) -> tuple[int, str]:
    """Sends one request and reads no body.

    Raises:
        OSError: no connection, no such host, a timeout, bad TLS.
        HTTPException: the server does not speak HTTP.
        ValueError: the address cannot be asked for.
    """
    # Addresses are kept as printed, which may be in Chinese; what is already escaped stays.
    request = Request(quote(address, safe="%/:=&?~#+!$,;'@()*[]"), method=method, headers={"User-Agent": USER_AGENT})
    try:
        with build_opener(_NoRedirect).open(request, timeout=TIMEOUT_SECONDS) as answer:
            return int(answer.status), ""
    except HTTPError as error:
        error.close()
        return error.code, error.headers.get("Location", "")


def is_public(address: str) -> bool:
    """Whether an address is http or https, and no address of the machine's own network by its name."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        port_is_sound = parts.port is None or parts.port in (80, 443, 8080, 8443)
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not port_is_sound or parts.username or "." not in host:
        return False
    if host.endswith((".local", ".internal", ".localhost", ".arpa")):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        # A name; names of digits alone are other spellings of an IP address.
        return not host.rpartition(".")[2].isdigit()


def visit(address: str, asker: Asker = ask) -> Visit:
    """Visits one address.

    Args:
        address: as the data name it.
        asker: sends one request; another one in the tests.
    """
    try:
        status = _status("HEAD", address, asker)
        if status >= 400:
            status = _status("GET", address, asker)
    except _Refused as refusal:
        return Visit(Verdict.UNCLEAR, str(refusal))
    except (OSError, HTTPException, ValueError) as error:
        return _failed(error)
    if status in (404, 410):
        return Visit(Verdict.GONE, str(status))
    return Visit(Verdict.FINE if status < 400 else Verdict.UNCLEAR, str(status))


class _Refused(Exception):
    """We do not go there."""


def _status(method: str, address: str, asker: Asker) -> int:
    for _ in range(MOST_REDIRECTS + 1):
        if not is_public(address):
            raise _Refused("not the open web")
        status, moved = asker(method, address)
        if status not in _REDIRECTS or not moved:
            return status
        address = urljoin(address, moved)
    raise _Refused("redirects")


def _failed(error: Exception) -> Visit:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, socket.gaierror):
        return Visit(Verdict.GONE if reason.errno == socket.EAI_NONAME else Verdict.UNCLEAR, "no such host")
    if isinstance(reason, TimeoutError):
        return Visit(Verdict.UNCLEAR, "timeout")
    return Visit(Verdict.UNCLEAR, "no connection")
