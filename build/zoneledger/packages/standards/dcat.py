"""``catalog.jsonld``: the data catalogue in the words of DCAT-AP 3, for open data portals that harvest it.

Source: DCAT-AP 3.0.0, https://semiceu.github.io/DCAT-AP/releases/3.0.0/, with the vocabularies of the EU's Publications
Office that it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from zoneledger.packages import licence
from zoneledger.packages.citation import CONTRIBUTORS
from zoneledger.packages.download import ZIP, Download
from zoneledger.packages.formats import FORMATS
from zoneledger.packages.indented import indented
from zoneledger.packages.standards.literals import both
from zoneledger.problems import Text

FILE_NAME = "catalog.jsonld"

_EU = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_ZIP = "application/zip"
#: The codes of the Publications Office's list of file types, where it has one.
_FILE_TYPES = {"csv": "CSV", "csv-excel": "CSV", "xlsx": "XLSX", "parquet": "PARQUET"}

_CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Described:
    """A dataset of the catalogue.

    Args:
        id: its identifier.
        title: of the dataset or the plan.
        description: the dataset's, or the plan's summary.
        page: the address of its page on the site.
        period: first and last year it speaks of; None where unknown.
        downloads: its files.
    """

    id: str
    title: Text
    description: Text
    page: str
    period: tuple[int, int] | None
    downloads: Sequence[Download]


def encode(whole: Described, plans: Iterable[Described], site: str, version: str, as_of: date) -> bytes:
    """The catalogue as the bytes of its file; see `describe`."""
    described = describe(whole, plans, site, version, as_of)
    return f"{indented(described)}\n".encode()


def describe(whole: Described, plans: Iterable[Described], site: str, version: str, as_of: date) -> dict[str, Any]:
    """The catalogue as a mapping: the whole dataset with all its files, and each plan with its Data Package.

    Args:
        whole: the dataset.
        plans: the plans, each a part of it.
        site: the site's address, with a slash at the end.
        version: of the data.
        as_of: the dataset's date.
    """
    publisher = {"@id": f"{site}about/#publisher", "@type": "foaf:Agent", "foaf:name": CONTRIBUTORS}
    shared = {
        "dct:publisher": {"@id": publisher["@id"]},
        "dct:modified": _day(as_of),
        "dct:language": [_link(f"{_EU}language/{code}", "dct:LinguisticSystem") for code in ("ZHO", "ENG")],
        "dcat:version": version,
    }
    parts = [_dataset(plan, site, shared) for plan in plans]
    dataset = _dataset(whole, site, shared)
    dataset["dct:hasPart"] = [{"@id": part["@id"]} for part in parts]
    for part in parts:
        part["dct:isPartOf"] = {"@id": dataset["@id"]}
    catalogue = {
        "@id": f"{site}data/{FILE_NAME}#catalog",
        "@type": "dcat:Catalog",
        "dct:title": both(whole.title),
        "dct:description": both(whole.description),
        "foaf:homepage": _link(site, "foaf:Document"),
        "dct:license": _link(licence.ADDRESS, "dct:LicenseDocument"),
        **shared,
        "dcat:dataset": [{"@id": each["@id"]} for each in (dataset, *parts)],
    }
    return {"@context": _CONTEXT, "@graph": [catalogue, publisher, dataset, *parts]}


def _dataset(dataset: Described, site: str, shared: Mapping[str, Any]) -> dict[str, Any]:
    described = {
        "@id": f"{site}data/{FILE_NAME}#{dataset.id}",
        "@type": "dcat:Dataset",
        "dct:identifier": dataset.id,
        "dct:title": both(dataset.title),
        "dct:description": both(dataset.description),
        "dcat:landingPage": _link(dataset.page, "foaf:Document"),
        "dcat:theme": [_concept(f"{_EU}data-theme/{code}", name) for code, name in _THEMES.items()],
        "dct:spatial": _link(f"{_EU}country/CHN", "dct:Location"),
        "dct:accessRights": _link(f"{_EU}access-right/PUBLIC", "dct:RightsStatement"),
        **shared,
        "dcat:keyword": both(Text("开发区", "development zones")),
        "dcat:distribution": [_distribution(download, site) for download in dataset.downloads],
    }
    if dataset.period:
        first, last = dataset.period
        described["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(date(first, 1, 1)),
            "dcat:endDate": _day(date(last, 12, 31)),
        }
    return described


#: Of the Publications Office's data themes.
_THEMES = {
    "ECON": Text("经济与金融", "Economy and finance"),
    "GOVE": Text("政府与公共部门", "Government and public sector"),
}


def _distribution(download: Download, site: str) -> dict[str, Any]:
    form = next(form for form in FORMATS if form.id == download.format)
    packed = download.path.endswith(".zip")
    address = f"{site}data/{download.path}"
    name = form.name if download.kind != ZIP else Text("Data Package（CSV）", "Data Package (CSV)")
    described = {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": both(Text(f"{download.title.zh}：{name.zh}", f"{download.title.en}: {name.en}")),
        "dcat:accessURL": _link(address, "rdfs:Resource"),
        "dcat:downloadURL": _link(address, "rdfs:Resource"),
        "dcat:mediaType": _link(_MEDIA + (_ZIP if packed else form.mediatype), "dct:MediaType"),
        "dcat:byteSize": {"@value": str(download.bytes), "@type": "xsd:nonNegativeInteger"},
        "dct:license": _link(licence.ADDRESS, "dct:LicenseDocument"),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _link("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"),
            "spdx:checksumValue": {"@value": download.sha256, "@type": "xsd:hexBinary"},
        },
    }
    if packed:
        described["dcat:packageFormat"] = _link(f"{_MEDIA}{_ZIP}", "dct:MediaType")
    if form.id in _FILE_TYPES:
        described["dct:format"] = _link(f"{_EU}file-type/{_FILE_TYPES[form.id]}", "dct:MediaTypeOrExtent")
    return described


def _link(address: str, kind: str) -> dict[str, str]:
    return {"@id": address, "@type": kind}


def _concept(address: str, name: Text) -> dict[str, Any]:
    return {"@id": address, "@type": "skos:Concept", "skos:prefLabel": both(name)}


def _day(day: date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
