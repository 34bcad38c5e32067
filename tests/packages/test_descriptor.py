"""The descriptor against the Data Package v2 profiles that dplib-py brings along, and against the files it describes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import dplib.helpers.profile
import pytest
from dplib import settings
from dplib.actions.package.check import check_package
from publishing import Published

Descriptor = dict[str, Any]


@pytest.fixture(autouse=True)
def bundled_profiles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let dplib use the profiles in its own package.

    dplib-py 1.1.0 means to, but splits the profile's address into one part too many, finds nothing, and asks the network.
    """

    def parts(profile: str) -> tuple[str, str]:
        found = re.fullmatch(re.escape(settings.PROFILE_BASEURL) + r"/(\d\.\d)/(\w+\.json)", profile)
        assert found, f"not a profile of the standard: {profile}"
        return found[1], found[2]

    def local(*, profile: str) -> Descriptor:
        version, name = parts(profile)
        text = (Path(settings.PROFILE_BASEDIR) / version / name).read_text(encoding="utf-8")
        return dict(json.loads(text))

    monkeypatch.setattr(dplib.helpers.profile, "read_profile", local)


def descriptors(published: Published) -> list[Descriptor]:
    return [json.loads((folder / "datapackage.json").read_text(encoding="utf-8")) for folder in published.folders]


def faults(package: Descriptor) -> list[str]:
    """What dplib finds; the package's profile holds those of its resources, schemas and dialects."""
    return [error.message for error in check_package(package)]


def test_dplib_accepts_every_descriptor(published: Published) -> None:
    found = descriptors(published)
    assert len(found) == 1 + len(published.catalogue.plan_files)
    assert [faults(package) for package in found] == [[] for _ in found]


def test_every_part_names_its_v2_profile(published: Published) -> None:
    profile = "https://datapackage.org/profiles/2.0/{}.json".format
    for package in descriptors(published):
        assert package["$schema"] == profile("datapackage")
        for resource in package["resources"]:
            assert resource["$schema"] == profile("dataresource")
            assert resource["schema"]["$schema"] == profile("tableschema")
            assert resource["dialect"]["$schema"] == profile("tabledialect")


def _without_resources(package: Descriptor) -> None:
    del package["resources"]


def _path_outside(package: Descriptor) -> None:
    package["resources"][0]["path"] = "../plans.csv"


def _no_path(package: Descriptor) -> None:
    del package["resources"][0]["path"]


def _bad_field_type(package: Descriptor) -> None:
    package["resources"][0]["schema"]["fields"][0]["type"] = "text"


def _sources_empty(package: Descriptor) -> None:
    package["sources"] = [{}]


def _licence_without_name_or_path(package: Descriptor) -> None:
    package["licenses"] = [{"title": "CC BY"}]


def _header_as_text(package: Descriptor) -> None:
    package["resources"][0]["dialect"]["header"] = "yes"


def _foreign_key_without_reference(package: Descriptor) -> None:
    del package["resources"][1]["schema"]["foreignKeys"][0]["reference"]


def _bytes_as_text(package: Descriptor) -> None:
    package["resources"][0]["bytes"] = "911"


@pytest.mark.parametrize(
    "plant",
    [
        _without_resources,
        _path_outside,
        _no_path,
        _bad_field_type,
        _sources_empty,
        _licence_without_name_or_path,
        _bytes_as_text,
        _header_as_text,
        _foreign_key_without_reference,
    ],
)
def test_dplib_reports_a_planted_defect(small: Published, plant: Callable[[Descriptor], None]) -> None:
    package = descriptors(small)[0]
    plant(package)
    assert faults(package)


def test_sizes_and_hashes_are_those_of_the_files(published: Published) -> None:
    for folder, package in zip(published.folders, descriptors(published), strict=True):
        for resource in package["resources"]:
            content = (folder / resource["path"]).read_bytes()
            assert resource["bytes"] == len(content)
            assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_resources_carry_their_schemas_whole(published: Published) -> None:
    schemas = published.catalogue.schemas
    for package in descriptors(published):
        inlined = {resource["name"]: resource["schema"] for resource in package["resources"]}
        assert inlined == {name: schema.descriptor for name, schema in schemas.items()}
        for schema in inlined.values():
            for key in schema.get("foreignKeys", []):
                assert key["reference"]["resource"] in inlined


def test_resources_say_how_to_read_them(published: Published) -> None:
    for package in descriptors(published):
        for resource in package["resources"]:
            assert resource["path"] == f"{resource['name']}.csv"
            assert resource["encoding"] == "utf-8"
            assert resource["dialect"]["header"] is True
            assert (resource["type"], resource["format"], resource["mediatype"]) == ("table", "csv", "text/csv")


def test_a_plans_descriptor_speaks_of_the_plan_in_both_languages(small: Published) -> None:
    by_name = {package["name"]: package for package in descriptors(small)}
    assert set(by_name) == {"zoneledger", "zoneledger-alpha-2020", "zoneledger-beta-2021"}
    beta = by_name["zoneledger-beta-2021"]
    plan = small.catalogue.plan_files["beta-2021"]
    assert (beta["title"], beta["title_en"]) == (plan["title"]["zh"], plan["title"]["en"])
    assert (beta["description"], beta["description_en"]) == ("概要。", "Summary.")
    assert beta["sources"] == [
        {"title": "乙市行动计划", "title_en": plan["title"]["en"], "path": "https://city.example/plan?a=1&b=<2>"}
    ]
    assert (beta["version"], beta["created"]) == ("1.2.3", "2026-11-21T00:00:00Z")
    assert beta["homepage"] == "https://ledger.example/"
    assert beta["licenses"][0]["name"] == "CC-BY-4.0"
    assert [source["title"] for source in by_name["zoneledger"]["sources"]] == ["甲市行动计划", "乙市行动计划"]
