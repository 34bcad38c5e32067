"""A reader of RFC 5545 at the level of octets, written from the standard and not from the library that writes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(rb'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.DOTALL)


@dataclass(frozen=True)
class Line:
    name: str
    parameters: str
    value: str


class Malformed(Exception):
    pass


def physical(content: bytes) -> list[bytes]:
    """The lines as they stand, each at most 75 octets and whole UTF-8; the file ends in CRLF and has no other break."""
    if not content.endswith(b"\r\n"):
        raise Malformed("no CRLF at the end")
    lines = content[:-2].split(b"\r\n")
    for line in lines:
        if b"\r" in line or b"\n" in line:
            raise Malformed(f"a bare break in {line!r}")
        if len(line) > 75:
            raise Malformed(f"{len(line)} octets: {line!r}")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Malformed(f"cut inside a character: {line!r}") from error
    return lines


def unfolded(content: bytes) -> list[Line]:
    joined: list[bytes] = []
    for line in physical(content):
        if line[:1] in (b" ", b"\t"):
            joined[-1] += line[1:]
        else:
            joined.append(line)
    found = []
    for line in joined:
        match = _LINE.fullmatch(line)
        if match is None or any(octet < 32 and octet != 9 for octet in line):
            raise Malformed(f"no content line: {line!r}")
        found.append(Line(match[1].decode(), match[2].decode(), match[3].decode("utf-8")))
    return found


def events(content: bytes) -> list[dict[str, Line]]:
    """The properties of each event; none may stand twice."""
    found: list[dict[str, Line]] = []
    inside = False
    for line in unfolded(content):
        if (line.name, line.value) == ("BEGIN", "VEVENT"):
            found.append({})
            inside = True
        elif (line.name, line.value) == ("END", "VEVENT"):
            inside = False
        elif inside:
            if line.name in found[-1]:
                raise Malformed(f"{line.name} twice")
            found[-1][line.name] = line
    return found


def text(value: str) -> str:
    """A TEXT value unescaped (section 3.3.11)."""
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], value)


def texts(value: str) -> list[str]:
    """A list of TEXT values, separated by commas that are not escaped."""
    return [text(part) for part in re.findall(r"(?:[^\\,]|\\.)+", value)]
