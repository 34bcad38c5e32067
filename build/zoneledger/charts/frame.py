"""The element around a drawing: its size, and what a screen reader is told."""

from __future__ import annotations

from markupsafe import Markup, escape


def framed(inside: str, size: tuple[str, str], key: str, kind: str, words: tuple[str, str]) -> Markup:
    """A drawing ready to stand in a page.

    Args:
        inside: its groups, escaped.
        size: its width and height.
        key: an id that nothing else in the page has; the title's and the description's are made from it.
        kind: a class name's last part, such as ``wide``.
        words: what the drawing is called by a screen reader, and the drawing in words; unescaped.
    """
    (width, height), (title, description) = size, words
    safe_key, safe_title, safe_description = escape(key), escape(title), escape(description)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="zl-chart zl-chart--{escape(kind)}" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img" aria-labelledby="{safe_key}-title" aria-describedby="{safe_key}-desc">'
        f'<title id="{safe_key}-title">{safe_title}</title><desc id="{safe_key}-desc">{safe_description}</desc>{inside}</svg>'
    )
