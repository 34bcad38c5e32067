"""Writes a plan's folder aside and swaps it in whole; nothing that exists is ever overwritten."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import PLAN
from zoneledger.catalogue.yaml_files import read_yaml
from zoneledger.layout import Layout
from zoneledger.new_plan.plan_yaml import dumps
from zoneledger.new_plan.reference import header
from zoneledger.new_plan.refusal import Refused
from zoneledger.problems import Text


def taken(layout: Layout, plan_id: str) -> Text | None:
    """Why an id cannot be a new plan's; None where it can. The id has the schema's form already."""
    if os.path.lexists(layout.plans / plan_id):
        return Text(f"datasets/plans/{plan_id} 已经存在。", f"datasets/plans/{plan_id} exists already.")
    if os.path.lexists(layout.receipts / f"{plan_id}.json"):
        return Text("这个编号用过：有它的核对回执。", "The id was used before: there is a receipt of it.")
    return None


def create(catalogue: Catalogue, content: dict[str, Any]) -> Path:
    """Makes ``datasets/plans/<id>/`` with ``plan.yml`` and the header of every table.

    Args:
        catalogue: the checkout.
        content: of ``plan.yml``.

    Returns:
        The new folder.

    Raises:
        Refused: the folder exists, the content does not read back, or the disk refuses.
    """
    layout, plan_id = catalogue.layout, str(content["id"])
    try:
        layout.plans.mkdir(exist_ok=True)
        # The dot keeps a folder that a killed run left behind out of the catalogue.
        aside = Path(tempfile.mkdtemp(prefix=".new-", dir=layout.plans))
    except OSError as error:
        raise Refused(_refused(error)) from error
    try:
        _fill(aside, catalogue, content)
        if (why := taken(layout, plan_id)) is not None:
            raise Refused(why)
        aside.chmod(0o755)
        return aside.rename(layout.plans / plan_id)
    except OSError as error:
        raise Refused(_refused(error)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def withdraw(layout: Layout, plan_id: str) -> None:
    """Takes back a folder that was just made."""
    shutil.rmtree(layout.plans / plan_id, ignore_errors=True)


def _fill(folder: Path, catalogue: Catalogue, content: dict[str, Any]) -> None:
    path, layout = folder / "plan.yml", catalogue.layout
    path.write_text(dumps(content), encoding="utf-8", newline="\n")
    read, problems = read_yaml(path, "plan.yml", layout.root, layout.schemas / "plan.schema.json")
    if problems:
        raise Refused(problems[0].message)
    if read != content:
        raise Refused(Text("plan.yml 读回来与所填不同。", "plan.yml does not read back as it was entered."))
    for name, schema in catalogue.schemas.items():
        if schema.group == PLAN:
            (folder / f"{name}.csv").write_text(header(schema), encoding="utf-8", newline="\n")


def _refused(error: OSError) -> Text:
    reason = error.strerror or str(error)
    return Text(f"无法写入：{reason}", f"Cannot be written: {reason}")
