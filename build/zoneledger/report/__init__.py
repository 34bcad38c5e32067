"""The findings of a run in the forms people and machines read, one format a module."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from zoneledger.problems import Report
from zoneledger.report import github, json_format, markdown, text
from zoneledger.report.setting import Setting

__all__ = ["FORMATS", "Setting"]

#: By the name people type: a report line by line, without line ends.
FORMATS: Mapping[str, Callable[[Report, Setting], Iterator[str]]] = {
    "text": text.lines,
    "github": github.lines,
    "markdown": markdown.lines,
    "json": json_format.lines,
}
