"""``Dataset`` and ``DataDownload``: the whole dataset, and each plan's rows as a part of it.

Source: schema.org 29; Google Search Central, "Dataset structured data" (name and a description of 50 to 5,000 characters
are required; the other fields recommended).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zoneledger import edtf
from zoneledger.packages import licence
from zoneledger.packages.write import Download
from zoneledger.problems import Text
from zoneledger.schema_org.catalog import LANGUAGES, NAME, catalog_id, dataset_id
from zoneledger.site.media_types import MEDIA_TYPES
from zoneledger.views.citation import AUTHOR, cite_dataset, cite_plan

#: What readers know by themselves, and what the site tells its hosts.
_TYPES = {"csv": "text/csv", "json": "application/json", "zip": "application/zip", **MEDIA_TYPES}
_KEYWORDS = Text("开发区,行动计划,量化目标,责任单位,期限,中国", "development zones,action plans,targets,duties,deadlines,China")


@dataclass(frozen=True)
class Publication:
    """What all datasets of one build share, as a page of one language says it.

    Args:
        top: the site's address, with a slash at its end.
        dataset: content of ``dataset.yml``.
        lang: ``zh`` or ``en``.
    """

    top: str
    dataset: Mapping[str, Any]
    lang: str

    @property
    def tree(self) -> str:
        """Where the language's pages lie."""
        return self.top if self.lang == "zh" else f"{self.top}en/"

    @property
    def other(self) -> str:
        """The other language."""
        return "en" if self.lang == "zh" else "zh"

    @property
    def creator(self) -> dict[str, Any]:
        """Who made the data."""
        return {"@type": "Organization", "name": AUTHOR.en, "alternateName": AUTHOR.zh, "url": self.top}

    @property
    def shared(self) -> dict[str, Any]:
        """The fields that every dataset has alike."""
        return {
            "keywords": _KEYWORDS.of(self.lang).split(","),
            "license": licence.ADDRESS,
            "isAccessibleForFree": True,
            "inLanguage": list(LANGUAGES),
            "creator": self.creator,
            "publisher": self.creator,
            "version": self.dataset["version"],
            "dateModified": self.dataset["as_of"],
            "includedInDataCatalog": {"@type": "DataCatalog", "@id": catalog_id(self.top), "name": NAME.of(self.lang)},
        }


def whole(
    publication: Publication, facts: str, periods: Iterable[str], downloads: Sequence[Download]
) -> dict[str, Any]:
    """The dataset as a whole.

    Args:
        publication: the build.
        facts: how much of it there is, as a sentence.
        periods: the plans' periods, EDTF intervals.
        downloads: its files; those of single plans are left out.
    """
    dataset, lang = publication.dataset, publication.lang
    node = {
        "@type": "Dataset",
        "@id": dataset_id(publication.top),
        "identifier": dataset["name"],
        "name": dataset["title"][lang],
        "alternateName": dataset["title"][publication.other],
        "description": _joined(dataset["description"][lang], facts, lang),
        "url": f"{publication.tree}data/",
        **publication.shared,
        "citation": cite_dataset(dict(dataset), publication.top).data.of(lang),
        "measurementTechnique": f"{publication.tree}methodology/",
        "spatialCoverage": place(Text("中国", "China").of(lang)),
        "distribution": [_file(publication, one, lang) for one in downloads if one.plan_id is None],
    }
    return _with(node, "temporalCoverage", span(periods))


def plan(
    publication: Publication, content: Mapping[str, Any], facts: str, city: str, downloads: Sequence[Download]
) -> dict[str, Any]:
    """A plan's rows as a part of the whole.

    Args:
        publication: the build.
        content: the plan's ``plan.yml``.
        facts: how much of it there is, as a sentence.
        city: the jurisdiction's name.
        downloads: the files of this plan.
    """
    address, lang, other = f"plans/{content['id']}/", publication.lang, publication.other
    named = Text("{}：目标与责任数据", "{}: targets and duties, data")
    node = {
        "@type": "Dataset",
        "@id": f"{publication.top}{address}#dataset",
        "identifier": f"{publication.dataset['name']}-{content['id']}",
        "name": named.of(lang).format(content["short_title"][lang]),
        "alternateName": named.of(other).format(content["short_title"][other]),
        "description": _joined(content["summary"][lang], facts, lang),
        "url": f"{publication.tree}{address}",
        **publication.shared,
        "citation": cite_plan(dict(content), dict(publication.dataset), publication.top).data.of(lang),
        "isPartOf": {"@id": dataset_id(publication.top)},
        "isBasedOn": _document(content, lang),
        "spatialCoverage": place(city, content["jurisdiction"]),
        "distribution": [_file(publication, one, lang) for one in downloads],
    }
    return _with(node, "temporalCoverage", interval(content.get("period", "")))


def interval(period: str) -> str:
    """An EDTF period as an ISO 8601 interval; an end with a blanked digit is open, and two open ends say nothing.

    >>> interval("2020/2022"), interval("2018/20XX"), interval("2019-03"), interval("20XX/20XX"), interval("")
    ('2020/2022', '2018/..', '2019-03', '', '')
    """
    ends = [".." if edtf.is_redacted(end) else end for end in period.split("/")]
    return "" if set(ends) <= {".."} else "/".join(ends)


def span(periods: Iterable[str]) -> str:
    """From the first year of any period to the last; empty where no period has a year."""
    years = sorted(
        year for period in periods for end in period.split("/") if len(year := edtf.year_of(end)) == 4
    )
    return f"{years[0]}/{years[-1]}" if years else ""


def place(name: str, code: str = "") -> dict[str, Any]:
    """A place in China.

    Args:
        name: in the page's language.
        code: its administrative division code (GB/T 2260); empty where it has none.
    """
    node: dict[str, Any] = {
        "@type": "Place",
        "name": name,
        "address": {"@type": "PostalAddress", "addressCountry": "CN"},
    }
    if code:
        node["identifier"] = {"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": code}
    return node


def _document(content: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """The plan itself, which is not published here."""
    node: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": content["title"][lang],
        "inLanguage": "zh",
        "author": [{"@type": "GovernmentOrganization", "name": issuer[lang]} for issuer in content["issuers"]],
    }
    # a date with a blanked digit is no date to a reader of ISO 8601
    issued = content.get("issued_on", "")
    for field, value in (
        ("identifier", content.get("doc_number", "")),
        ("datePublished", "" if edtf.is_redacted(issued) else issued),
        ("url", content.get("official_url", "")),
    ):
        node = _with(node, field, value)
    return node


def _file(publication: Publication, download: Download, lang: str) -> dict[str, Any]:
    suffix = download.path.rpartition(".")[2]
    return {
        "@type": "DataDownload",
        "name": f"{download.title.of(lang)} ({download.format})",
        "contentUrl": f"{publication.top}data/{download.path}",
        "encodingFormat": _TYPES.get(suffix, "application/octet-stream"),
        "contentSize": f"{download.bytes} B",
        "sha256": download.sha256,
    }


def _joined(text: str, facts: str, lang: str) -> str:
    return f"{text}{'' if lang == 'zh' else ' '}{facts}"


def _with(node: dict[str, Any], field: str, value: str) -> dict[str, Any]:
    return {**node, field: value} if value else node
