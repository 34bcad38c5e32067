"""The theme's stylesheet without the rules for what this site never shows: four fifths of it style other sites' parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A class, or the value an attribute must have: what a page has to contain before a selector can match in it.
_NAME = re.compile(r"\.([A-Za-z_][\w-]*)|=\s*[\"']?([\w-]+)")
_INNER = re.compile(r"\([^()]*\)")
_QUOTED = re.compile(r"(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')")
_OWN_PROPERTY = re.compile(r"(?<=[{;])(--md-[\w-]+):((?:\"[^\"]*\"|'[^']*'|\([^()]*\)|[^;{}\"'()])*)(;|(?=\}))")
_KEYFRAMES = re.compile(r"@(?:-webkit-)?keyframes ([\w-]+)$")


def words_of(text: str) -> set[str]:
    """Everything in a page, template or script that could be the name of a class or the value of an attribute."""
    return set(re.findall(r"[A-Za-z_][\w-]*", text))


def without_unused(css: str, words: set[str], beside: str = "") -> str:
    """Leaves out what can match nothing.

    Args:
        css: a minified stylesheet.
        words: ``words_of`` everything the site writes.
        beside: other stylesheets, which may use this one's custom properties.

    Returns:
        The rules whose every class is among the words, and of the custom properties those that something reads.

    Raises:
        ValueError: the braces of the stylesheet do not match.
    """
    kept = "".join(_kept(css, words))
    while (fewer := _without_unread(kept, beside)) != kept:
        kept = fewer
    animated = set(re.findall(r"[\w-]+", "".join(re.findall(r"animation(?:-name)?:[^;}]*", kept + beside))))
    return "".join(
        f"{prelude}{{{body}}}"
        for prelude, body in _rules(kept)
        if body and ((frames := _KEYFRAMES.match(prelude)) is None or frames[1] in animated)
    )


def _without_unread(css: str, beside: str) -> str:
    """Without the custom properties that nothing reads; those may have been the only readers of others."""
    read = set(re.findall(r"var\((--[\w-]+)", css + beside))
    return _OWN_PROPERTY.sub(lambda found: found[0] if found[1] in read else "", css)


def _kept(css: str, words: set[str]) -> Iterator[str]:
    for prelude, body in _rules(css):
        if prelude.startswith(("@media", "@supports")):
            if inside := "".join(_kept(body, words)):
                yield f"{prelude}{{{inside}}}"
        elif prelude.startswith("@"):
            yield f"{prelude}{{{body}}}"
        elif selectors := ",".join(one for one in _selectors(prelude) if _can_match(one, words)):
            yield f"{selectors}{{{body}}}"


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Each rule of a stylesheet or of a block: what stands before its braces, and what stands in them."""
    css = css.removeprefix('@charset "UTF-8";')
    depth, start, opened = 0, 0, 0
    end = 0
    for part in _QUOTED.split(css):
        for place, sign in enumerate(part if not part.startswith(('"', "'")) else "", start=end):
            if sign == "{":
                depth += 1
                opened = place if depth == 1 else opened
            elif sign == "}":
                depth -= 1
                if depth == 0:
                    yield css[start:opened], css[opened + 1 : place]
                    start = place + 1
        end += len(part)
    if depth or css[start:].strip():
        raise ValueError(f"a rule without its end: {css[start : start + 60]!r}")


def _selectors(prelude: str) -> list[str]:
    """The selectors of a rule; a comma in brackets divides nothing."""
    return re.split(r",(?![^(]*\))", prelude)


def _can_match(selector: str, words: set[str]) -> bool:
    # What stands in the brackets of :is() and :not() are alternatives: they rule nothing out.
    while _INNER.search(selector):
        selector = _INNER.sub("", selector)
    return all((name or value) in words for name, value in _NAME.findall(selector))
