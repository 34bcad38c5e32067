"""The contents list of a generated page, in the very markup the theme gives to hand-written ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup


@dataclass(frozen=True)
class Heading:
    """A heading that the contents list links to.

    Args:
        id: the heading's ``id`` in the page.
        text: its text, unescaped.
        level: 2 or 3.
    """

    id: str
    text: str
    level: int


_TEMPLATE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string("""\
<label class="md-nav__title" for="__toc">
  <span class="md-nav__icon md-icon"></span>
  {{ title }}
</label>
<ul class="md-nav__list" data-md-component="toc" data-md-scrollfix>
{% for top, children in groups %}
  <li class="md-nav__item">
    <a href="#{{ top.id }}" class="md-nav__link">
      <span class="md-ellipsis">{{ top.text }}</span>
    </a>
  {% if children %}
    <nav class="md-nav" aria-label="{{ top.text }}">
      <ul class="md-nav__list">
      {% for child in children %}
        <li class="md-nav__item">
          <a href="#{{ child.id }}" class="md-nav__link">
            <span class="md-ellipsis">{{ child.text }}</span>
          </a>
        </li>
      {% endfor %}
      </ul>
    </nav>
  {% endif %}
  </li>
{% endfor %}
</ul>
""")


def contents_list(headings: Sequence[Heading], title: str) -> Markup:
    """Render the contents list.

    Args:
        headings: in page order; a heading of level 3 belongs to the one of level 2 before it.
        title: the list's own heading, in the page's language.

    Returns:
        The list's HTML; empty when there are no headings.

    Raises:
        ValueError: a level is neither 2 nor 3, or the first heading is of level 3.
    """
    groups: list[tuple[Heading, list[Heading]]] = []
    for heading in headings:
        if heading.level == 2:
            groups.append((heading, []))
        elif heading.level == 3 and groups:
            groups[-1][1].append(heading)
        else:
            raise ValueError(f"heading {heading.id!r} of level {heading.level} has no place in the contents list")
    return Markup(_TEMPLATE.render(groups=groups, title=title)) if groups else Markup("")
