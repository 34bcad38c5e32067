"""A YAML file's bytes: encoding, line ends, Unicode form. Keys, order, comments and quotes are its author's."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import yaml

from zoneledger.catalogue import yaml_loader
from zoneledger.catalogue.decoding import refusal
from zoneledger.catalogue.yaml_files import SYNTAX
from zoneledger.check.characters import FORM
from zoneledger.fix.committed import committed_text
from zoneledger.fix.decoding import decode
from zoneledger.fix.findings import Outcome, Repair
from zoneledger.problems import Place, Problem, Text


def repair_yaml(outcome: Outcome, root: Path) -> None:
    """Works out what a YAML file should hold; nothing is written.

    Args:
        outcome: the file, to be filled as for a table.
        root: the checkout's top folder.
    """
    path, shown = outcome.path, outcome.file
    refused = refusal(path, shown, root)
    if refused is not None:
        outcome.left.append(refused)
        return
    outcome.before = outcome.after = path.read_bytes()
    decoded = decode(outcome.before, shown, committed_text(path))
    if isinstance(decoded, Problem):
        outcome.left.append(decoded)
        return
    composed = unicodedata.normalize("NFC", decoded.text)
    repairs = list(decoded.repairs)
    if composed != decoded.text:
        repairs.append(Repair(FORM, Place(shown), message=Text("文字改为 NFC 形式。", "Put the text into form NFC.")))
    # Only a file that can be read is rewritten: bytes that are no YAML may be no text either.
    try:
        yaml_loader.parse(composed)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = Text("无法解析，文件未动。", "It cannot be parsed; the file was left as it is.")
        outcome.left.append(Problem(SYNTAX, Place(shown, mark.line + 1 if mark else 1), "", message, fix=SYNTAX.tip))
        return
    outcome.after, outcome.repairs = composed.encode("utf-8"), repairs
