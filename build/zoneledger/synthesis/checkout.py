"""Writes a whole synthetic checkout, aside and then in one step."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.layout import Layout, is_checkout
from zoneledger.problems import Text
from zoneledger.staging import OutputError, staged
from zoneledger.synthesis import cities, names, plan, plan_file
from zoneledger.synthesis.cities import City
from zoneledger.synthesis.draft import Cells
from zoneledger.synthesis.model import Model, learn
from zoneledger.synthesis.plan import Plan
from zoneledger.synthesis.receipts import receipt
from zoneledger.synthesis.reference import Lists

#: By this file a folder is known as one of these, which may be written again.
MARKER = ".zoneledger-synthetic"
#: Copied from the checkout that is learned from.
_COPIED = ("schemas", "site", "mkdocs.yml")
_STAGING = ".staging-"
_TOLD_EVERY = 500


def require_own(out: Path) -> None:
    """Refuses any folder that could hold something else.

    Args:
        out: where to write.

    Raises:
        OutputError: it is a link or a file, it holds what was not written here, or it lies in a checkout other than
            under its ``dist/``.
    """
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise OutputError(
            Text(f"{out} 应是文件夹，不能是链接或文件。", f"{out} must be a folder, no link and no file.")
        )
    resolved = out.resolve()
    if (resolved / MARKER).is_file():
        return
    foreign = [entry.name for entry in out.iterdir() if not entry.name.startswith(_STAGING)] if out.exists() else []
    if foreign:
        raise OutputError(
            Text(
                f"{out} 里有别的东西（{min(foreign)} 等），不是本命令写的文件夹；请另选一个空文件夹。",
                f"{out} holds something else ({min(foreign)}), it was not written by this command; choose an empty folder.",
            )
        )
    for above in resolved.parents:
        if is_checkout(above) and not resolved.is_relative_to(above / "dist") and not (above / MARKER).is_file():
            raise OutputError(
                Text(
                    f"{out} 在仓库 {above} 里面；合成的数据只能写在它的 dist/ 下，或仓库之外。",
                    f"{out} lies in the checkout {above}; synthetic data may only go below its dist/, or outside it.",
                )
            )


def write(catalogue: Catalogue, count: int, seed: int, out: Path, progress: Callable[[Text], None]) -> None:
    """Writes plans, lists and all that a check or build needs; what was there stays until everything is written.

    Args:
        catalogue: the curated checkout, without problems.
        count: how many plans.
        seed: the same one gives the same plans.
        out: the folder to write.
        progress: told what is being done.

    Raises:
        OutputError: the folder may hold something else.
        ValueError: there are no plans to learn from.
    """
    require_own(out)
    model = learn(catalogue)
    with staged(out) as folder:
        layout = Layout(folder)
        for name in _COPIED:
            source = catalogue.layout.root / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
        for made in (layout.reference, layout.plans, layout.receipts):
            made.mkdir(parents=True)
        lists = Lists(catalogue)
        for number, (written, _) in enumerate(plans(model, count, seed, lists), 1):
            _write_plan(layout, model.schemas, written)
            if number % _TOLD_EVERY == 0 and number < count:
                progress(Text(f"  {number}/{count} 份", f"  {number}/{count} plans"))
        for name, rows in lists.tables().items():
            if rows:
                _write_csv(layout.reference / f"{name}.csv", model.schemas[name].columns, rows)
        dataset = plan_file.yaml_text(_dataset(catalogue, count, seed))
        layout.dataset_file.write_text(dataset, encoding="utf-8")
        (folder / MARKER).write_text(f"plans: {count}\nseed: {seed}\n", encoding="utf-8")


def plans(model: Model, count: int, seed: int, lists: Lists) -> Iterator[tuple[Plan, City]]:
    """Every plan in turn with its city, one at a time in memory; the lists are told of each."""
    city: City | None = None
    for number in range(count):
        if city is None or city.number != names.city_of(number):
            if city is not None:
                lists.close_city(city)
            city = cities.build(model, seed, names.city_of(number))
            lists.take_city(city)
        made = plan.write(model, seed, number, city)
        lists.take_plan(made)
        yield made, city
    if city is not None:
        lists.close_city(city)


def _write_plan(layout: Layout, schemas: dict[str, TableSchema], made: Plan) -> None:
    folder = layout.plans / made.id
    folder.mkdir()
    (folder / "plan.yml").write_text(plan_file.yaml_text(made.content), encoding="utf-8")
    for name, rows in made.tables.items():
        columns = [field.name for field in schemas[name].fields if not field.derived]
        _write_csv(folder / f"{name}.csv", columns, rows)
    (layout.receipts / f"{made.id}.json").write_text(receipt(made, schemas).to_json(), encoding="utf-8")


def _write_csv(path: Path, columns: list[str] | tuple[str, ...], rows: list[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([[row[column] for column in columns] for row in rows])


def _dataset(catalogue: Catalogue, count: int, seed: int) -> dict[str, Any]:
    """``dataset.yml``: the curated one's version and date, and a title that says what this is."""
    return {
        "name": "zoneledger-synthetic",
        "title": {
            "zh": f"合成数据：{count}份并不存在的计划",
            "en": f"Synthetic data: {count} plans that do not exist",
        },
        "description": {
            "zh": f"由程序按已录计划的样式生成（随机种子 {seed}），只供测试与度量；地名、单位和数字均非真实，不可引用。",
            "en": f"Made by a program after the manner of the plans entered (seed {seed}), for tests and measurements only; "
            "no place, body or figure is real, and none is to be cited.",
        },
        "version": catalogue.dataset["version"],
        "as_of": catalogue.as_of,
        "licence": catalogue.dataset["licence"],
    }
