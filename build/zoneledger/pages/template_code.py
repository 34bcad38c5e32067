"""The programs that Jinja makes of templates, with shorter ways to do what a page does thousands of times.

They write what Jinja's own would, with two liberties that the environment of pages allows: whatever is put out is escaped, and
nothing that a template calls asks for its context.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

#: What HTML gives a meaning of its own; most cells hold none of it.
_special = re.compile("[&<>\"']").search
#: Characters that reorder or hide the text around them: bidirectional controls, zero-width marks, control codes.
_INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def visible(value: object) -> object:
    """What a template writes out; characters that act unseen become the replacement character."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup) and not value.isprintable():
        return _INVISIBLE.sub("\ufffd", value)
    return value


def shown(value: object) -> str:
    """A value as it may stand in HTML, between tags and in quoted attributes."""
    kind = type(value)
    if kind is Markup or (kind is str and value.isprintable() and not _special(value)):  # type: ignore[attr-defined, call-overload]
        return value  # type: ignore[return-value]
    return str(escape(visible(value)))


def marked(written: str, _new: Any = str.__new__, _kind: type[Markup] = Markup) -> Markup:
    """What templates have written; unlike the class itself this does not ask what it is given."""
    made: Markup = _new(_kind, written)
    return made


class QuickMacro(Macro):
    """A macro, called with as many values as it takes, or fewer, or with some by name."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Everything else, and every fault, is left to Jinja."""
        lacking = self._argument_count - len(args)
        if lacking < 0 or self.caller or self.catch_kwargs or self.catch_varargs:
            return super().__call__(*args, **kwargs)
        if lacking:
            named = [kwargs.pop(name, missing) for name in self.arguments[-lacking:]] if kwargs else [missing] * lacking
            args = (*args, *named)
        return super().__call__(*args, **kwargs) if kwargs else marked(self._func(*args))


class PageCode(CodeGenerator):
    """Writes the programs."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """As Jinja's; at its end some names get another meaning."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import QuickMacro as Macro, marked as Markup, shown")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A plain call, without a look whether what is called asks for the context."""
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for one in (*node.args, *node.kwargs):
            self.visit(one, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        const = node.as_const(frame.eval_ctx)
        return str(const) if isinstance(node, nodes.TemplateData) else shown(const)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("shown(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")
