from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from promise import Promise

from zoneledger.catalogue import load

#: What the small dataset lacks and a branch of the rule needs.
INDICATORS = "primary-industries,首位产业数,primary industries,每区首位产业数。,Primary industries a zone.,enterprise,cluster,neutral\n"
ZONES = "far-zone,远地开发区,Far Zone,national,etdz,100000,,\n"


@pytest.fixture(scope="session")
def promise(small_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Promise:
    """One target and one outcome that agree in everything: at least 1200, reported 1230, both for 2023."""
    root = tmp_path_factory.mktemp("assessment") / "small"
    shutil.copytree(small_root, root)
    for name, rows in (("indicators", INDICATORS), ("zones", ZONES)):
        with (root / "datasets" / "reference" / f"{name}.csv").open("a", encoding="utf-8") as file:
            file.write(rows)
    links = root / "datasets" / "plans" / "anshi-2021" / "target_zones.csv"
    with links.open("a", encoding="utf-8") as file:
        file.write("anshi-2021-t004,qingshi-etdz\n")
    catalogue = load(root)
    assert catalogue.problems == []
    return Promise(catalogue, catalogue.rows("targets")[0], catalogue.rows("outcomes")[0])
