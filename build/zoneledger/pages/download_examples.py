"""One way to begin with each format, as a line or two that can be copied; every one of them is run by the tests."""

from __future__ import annotations

from dataclasses import dataclass

#: What runs an example.
PYTHON, SQL, SHELL = "Python", "SQL", "Shell"


@dataclass(frozen=True)
class Example:
    """One example.

    Args:
        tool: what runs it, for readers: ``pandas``.
        language: ``PYTHON``, ``SQL`` or ``SHELL``.
        code: the lines.
    """

    tool: str
    language: str
    code: str


_FULL_TEXT = Example(
    "sqlite3 all.sqlite",
    SQL,
    "SELECT t.row_key, t.text\nFROM fulltext JOIN texts AS t ON t.id = fulltext.rowid\n"
    "WHERE fulltext MATCH '\"亩均 均税 税收\"';",
)


def examples(site_url: str, lang: str, searchable: bool = True) -> dict[str, tuple[Example, ...]]:
    """Examples by the format's id; ``api`` for the JSON API.

    Args:
        site_url: the site's address, with a slash at its end; empty where it is unknown, and files are named alone.
        lang: the language of the columns that are shown.
        searchable: whether the database has an index of its texts.
    """
    data = f"{site_url}data/"
    city, said = f"city_{lang}", f"statement_{lang}"

    def pandas(call: str) -> Example:
        return Example("pandas", PYTHON, f"import pandas as pd\n{call}")

    return {
        "csv": (
            pandas(f'targets = pd.read_csv("{data}all/targets_wide.csv")'),
            Example("frictionless", SHELL, f"frictionless validate {data}all/datapackage.json"),
        ),
        "csv-excel": (
            pandas(f'targets = pd.read_csv("{data}tables/csv-excel/targets_wide.csv", encoding="utf-8-sig")'),
        ),
        "xlsx": (pandas(f'targets = pd.read_excel("{data}all.xlsx", sheet_name="targets_wide")'),),
        "parquet": (
            pandas(f'targets = pd.read_parquet("{data}tables/parquet/targets_wide.parquet")'),
            Example(
                "DuckDB",
                SQL,
                f"SELECT {city}, count(*) AS n\nFROM '{data}tables/parquet/targets_wide.parquet'\nGROUP BY 1 ORDER BY n DESC;",
            ),
        ),
        "sqlite": (
            Example("sqlite3 all.sqlite", SQL, f"SELECT {city}, count(*) AS n\nFROM targets_wide\nGROUP BY 1 ORDER BY n DESC;"),
            *([_FULL_TEXT] if searchable else []),
        ),
        "jsonl": (
            pandas(f'targets = pd.read_json("{data}tables/jsonl/targets_wide.jsonl", lines=True, dtype=False)\n'
                   f'print(targets["{said}"].head())'),
        ),
        "api": (_api(site_url),),
    }  # fmt: skip


def _api(site_url: str) -> Example:
    code = (
        "import json, urllib.request\n"
        f'answer = json.load(urllib.request.urlopen("{site_url}api/v1/tables/targets.json"))\n'
        'print(answer["total"], answer["result"][0]["printed"])'
    )
    return Example("urllib", PYTHON, code)
