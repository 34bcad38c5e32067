"""Text from a dataset made safe to print: nothing in it can end a line, hide, turn the text round or give orders."""

from __future__ import annotations

#: Longer texts are cut, aloud; a message is for reading.
LONGEST = 400


def visible(value: str) -> str:
    r"""The text with every character that acts unseen spelled out, as ``\u202e`` for a bidirectional override.

    A log of GitHub Actions takes ``##[`` anywhere in a line for an order to the runner; it is spelled out too.
    """
    spelt = "".join(char if char.isprintable() else _escape(char) for char in value)
    return spelt.replace("##[", "##\\u005b")


def shortened(text: str, lang: str) -> str:
    """The text, or its beginning and how long it is."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST] + (f"……（共 {len(text)} 字）" if lang == "zh" else f"… ({len(text)} characters in all)")


def safe(text: str, lang: str) -> str:
    """A text both visible and short enough."""
    return shortened(visible(text), lang)


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
