"""``croissant.json``: the whole dataset in the words of machine learning's dataset format.

Source: Croissant Format Specification 1.0, https://docs.mlcommons.org/croissant/docs/croissant-spec.html.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from zoneledger.catalogue import Field, TableSchema
from zoneledger.packages import licence
from zoneledger.packages.checksums import Sum
from zoneledger.packages.citation import CONTRIBUTORS, cite
from zoneledger.packages.package import Package
from zoneledger.problems import Text

FILE_NAME = "croissant.json"

_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}

#: The context that the specification prescribes; it is not fetched.
_CONTEXT = {
    "@language": "zh",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def encode(package: Package, files: Mapping[str, Sum], address: str) -> bytes:
    """The description as the bytes of its file; see `describe`."""
    return f"{json.dumps(describe(package, files, address), ensure_ascii=False, indent=2)}\n".encode()


def describe(package: Package, files: Mapping[str, Sum], address: str) -> dict[str, Any]:
    """The description as a mapping: every CSV file with its hash, and every column with its type.

    Args:
        package: the whole dataset.
        files: size and checksum of its CSV files, by name.
        address: of the folder they are served in, with a slash at the end.
    """
    described = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": package.name,
        "alternateName": [package.title.zh, package.title.en],
        "description": _both(package.description),
        "url": package.homepage or address,
        "license": licence.ADDRESS,
        "citeAs": cite(package).en,
        "creator": {"@type": "sc:Organization", "name": CONTRIBUTORS},
        "version": package.version,
        "datePublished": package.as_of.isoformat(),
        "isLiveDataset": False,
        "inLanguage": ["zh", "en"],
        "distribution": [_file(f"{table.name}.csv", files[f"{table.name}.csv"], address) for table in package.tables],
        "recordSet": [_records(table.schema) for table in package.tables],
    }
    return described


def _both(text: Text) -> str:
    return f"{text.zh} {text.en}"


def _file(name: str, file: Sum, address: str) -> dict[str, str]:
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "contentUrl": f"{address}{name}",
        "contentSize": f"{file.bytes} B",
        "encodingFormat": "text/csv",
        "sha256": file.sha256,
    }


def _records(schema: TableSchema) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": schema.name,
        "name": schema.name,
        "description": f"{_both(schema.title)}. {_both(schema.description)}",
        "key": [{"@id": f"{schema.name}/{column}"} for column in schema.primary_key],
        "field": [_field(schema.name, field) for field in schema.fields],
    }


def _field(table: str, field: Field) -> dict[str, Any]:
    """A column. What it points to is left to the Data Package: readers join along references and drop rows without."""
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{field.name}",
        "name": field.name,
        "description": f"{_both(field.title)}. {_both(field.description)}",
        "dataType": _TYPES[field.type],
        "source": {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": field.name}},
    }
