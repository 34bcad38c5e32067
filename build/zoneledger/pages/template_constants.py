"""What stays the same over all pages of a language, put into their templates as they are compiled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, TemplateAssertionError, Undefined, nodes
from jinja2.visitor import NodeTransformer

from zoneledger.problems import Text

#: What may stand in a program as it is.
_PLAIN = (str, int, float)
_IN_LANGUAGE = "t"


class _Varying(Exception):
    """An expression that a page decides."""


class Constants(NodeTransformer):
    """Replaces words, names of columns and the like by what they say.

    Args:
        environment: knows what parts of a value are.
        values: by the name that templates call them by; no template may use it for anything else.
        lang: the language; the filter ``t`` chooses it.
    """

    def __init__(self, environment: Environment, values: Mapping[str, Any], lang: str) -> None:
        self._environment = environment
        self._values = values
        self._lang = lang

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        """One that is a constant already.

        Raises:
            jinja2.TemplateAssertionError: the template gives the name another meaning.
        """
        if node.name in self._values and node.ctx != "load":
            raise TemplateAssertionError(f"{node.name!r} is a constant of all templates", node.lineno)
        return self._replaced(node)

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:
        """A word, or something that a schema says."""
        return self._replaced(node)

    visit_Getitem = visit_Getattr

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:
        """A constant in both languages that a template asks for in one."""
        if node.name == _IN_LANGUAGE and node.node is not None:
            try:
                found = self._value(node.node)
            except _Varying:
                pass
            else:
                if type(found) is Text:
                    return nodes.Const(found.of(self._lang), lineno=node.lineno)
        return self.generic_visit(node)

    def _replaced(self, node: nodes.Expr) -> nodes.Node:
        try:
            found = self._value(node)
        except _Varying:
            return self.generic_visit(node)
        if type(found) in _PLAIN:
            return nodes.Const(found, lineno=node.lineno)
        return self.generic_visit(node)

    def _value(self, node: nodes.Expr) -> Any:
        """What an expression over constants alone is.

        Raises:
            _Varying: it is none, or there is no such thing: the page will say so.
        """
        if isinstance(node, nodes.Name) and node.name in self._values:
            return self._values[node.name]
        if isinstance(node, nodes.Getattr):
            return self._found(self._environment.getattr(self._value(node.node), node.attr))
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            return self._found(self._environment.getitem(self._value(node.node), node.arg.value))
        raise _Varying

    @staticmethod
    def _found(value: Any) -> Any:
        if isinstance(value, Undefined):
            raise _Varying
        return value
