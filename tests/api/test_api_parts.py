"""A plan by itself gives what it gives among all others; the files about all plans need nothing but the parts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zoneledger import api
from zoneledger.api import part, things
from zoneledger.api.publication import Publication
from zoneledger.api.shares import SHARES
from zoneledger.api.whole import whole_files
from zoneledger.catalogue import Catalogue, load
from zoneledger.catalogue.restriction import Restrictions


def test_a_plan_alone_gives_the_same_file_and_part(
    catalogue: Catalogue, files: dict[str, bytes], site_url: str
) -> None:
    restrictions = Restrictions(catalogue)
    for plan_id in catalogue.plan_files:
        found = api.plan_files(restrictions.to([plan_id]), plan_id, site_url)
        assert found.files == {f"plans/{plan_id}.json": files[f"plans/{plan_id}.json"]}
        assert found == api.plan_files(catalogue, plan_id, site_url)
        head = part.head_of(found.part)
        rows = {name: own for share in SHARES for name, own in part.rows_of(found.part, share)[1].items()}
        assert {name: len(own) for name, own in rows.items()} == head.counts
        assert [json.loads(row)["plan_id"] for row in rows["targets"]] == [plan_id] * head.counts["targets"]


@pytest.fixture(params=[7, things.HELD])
def held(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rows in memory, or as many as ever."""
    monkeypatch.setattr(things, "HELD", request.param)


@pytest.mark.usefixtures("held")
def test_the_other_files_need_the_parts_alone(
    root: Path, catalogue: Catalogue, files: dict[str, bytes], site_url: str
) -> None:
    parts = [api.plan_files(catalogue, plan_id, site_url).part for plan_id in catalogue.plan_files]
    shared = load(root, plans=[])
    found = dict(whole_files(Publication(shared, site_url), lambda: parts))
    own = {f"plans/{plan_id}.json" for plan_id in catalogue.plan_files}
    assert found.keys() == files.keys() - own
    assert [path for path in found if found[path] != files[path]] == []


def test_a_plan_whose_package_is_an_archive_alone_leads_to_it(catalogue: Catalogue, site_url: str) -> None:
    plan_id = min(catalogue.plan_files)
    (content,) = api.plan_files(catalogue, plan_id, site_url, unpacked=False).files.values()
    assert json.loads(content)["links"]["source"] == f"{site_url}data/plans/{plan_id}.zip"


def test_gather_writes_beside_the_plans_files(catalogue: Catalogue, site_url: str, tmp_path: Path) -> None:
    beside = tmp_path / api.FOLDER / "plans" / "kept.json"
    beside.parent.mkdir(parents=True)
    beside.write_text("{}", encoding="utf-8")
    parts = [api.plan_files(catalogue, plan_id, site_url).part for plan_id in catalogue.plan_files]
    count = api.gather(catalogue, lambda: parts, tmp_path, site_url)
    assert beside.is_file()
    assert count == len(list(tmp_path.rglob("*.json"))) - 1 > 300
