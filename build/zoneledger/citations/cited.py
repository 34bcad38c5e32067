"""What is cited: who, what, in which version, and where it can be found again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.citations.document import cite_document
from zoneledger.problems import Text
from zoneledger.revision import Repository

AUTHOR = Text("ZoneLedger 贡献者", "ZoneLedger contributors")
#: How titles are put together; words in braces are filled in.
_PLAN = Text("{plan}：目标与责任数据", "{plan}: targets and duties, data")
_TABLE = Text("{table}表", "Table of {table}")
_ROW = Text("{plan}：{table}，{row}", "{plan}: {table}, row {row}")
_SHARED = Text("{table}，{row}", "{table}, row {row}")

#: Tables whose rows have a page of their own, or share one; rows of other shared lists stand in the dictionary.
_PAGES = {
    "plans": "plans/{row}/",
    "agency_types": "agencies/{row}/",
    "glossary": "glossary/#{row}",
    "indicators": "indicators/{row}/",
    "organizations": "organizations/{row}/",
    "zones": "zones/{row}/",
}
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Cited:
    """One thing that is cited, in one language.

    Args:
        key: names it in a reference manager.
        author: who made it.
        title: what it is called.
        container: the dataset that it is a part of; empty for the dataset itself.
        version: of the dataset.
        date: of the data, as ``2026-11-21``.
        address: the page that shows it; empty where the site's address is unknown.
        fixed: its file, or its line, at the revision; at a commit it never changes. Empty where the revision is unknown.
        revision: the commit, shortened, or the branch of a build whose data are no commit's.
        lang: ``zh`` or ``en``.
    """

    key: str
    author: str
    title: str
    container: str
    version: str
    date: str
    address: str
    fixed: str
    revision: str
    lang: str

    @property
    def json(self) -> str:
        """All of it, for the page's script."""
        return json.dumps(asdict(self), ensure_ascii=False)


@dataclass(frozen=True)
class Citing:
    """Makes what is cited, in one language.

    Args:
        catalogue: everything that was loaded.
        repository: where files can be read at the commit that was built.
        site_url: where the site is served, with a slash at its end; empty where that is unknown.
        lang: ``zh`` or ``en``.
    """

    catalogue: Catalogue
    repository: Repository
    site_url: str
    lang: str

    def dataset(self) -> Cited:
        """The dataset as a whole."""
        return self._cited("zoneledger", self._container(), "", ("datasets/dataset.yml", 1), whole=True)

    def plan(self, plan_id: str) -> Cited:
        """One plan's rows."""
        title = filled(_PLAN.of(self.lang), plan=self._plan(plan_id))
        at = (f"datasets/plans/{plan_id}/plan.yml", 1)
        return self._cited(f"zoneledger-{plan_id}", title, f"plans/{plan_id}/", at)

    def document(self, plan_id: str) -> str:
        """The plan itself, the official document."""
        return clean(cite_document(self.catalogue.plan_files[plan_id]).of(self.lang))

    def table(self, table: str, file: str) -> Cited:
        """One table over all plans.

        Args:
            table: its name.
            file: the schema that defines it, from the repository's root.
        """
        title = filled(_TABLE.of(self.lang), table=self._table(table))
        return self._cited(f"zoneledger-{slug(table)}", title, f"dictionary/#{table}", (file, 1))

    def row(self, table: str, row: str, plan_id: str, file: str, line: int) -> Cited:
        """One row.

        Args:
            table: its table.
            row: its id; the parts of its key with blanks between them where it has no id.
            plan_id: its plan; empty for shared lists.
            file: path from the repository's root.
            line: its line there.
        """
        values = {"plan": self._plan(plan_id) if plan_id else "", "table": self._table(table), "row": row}
        title = filled((_ROW if plan_id else _SHARED).of(self.lang), **values)
        place = filled(self.place(table), plan=plan_id, row=row)
        return self._cited(f"zoneledger-{slug(row)}", title, place, (file, line))

    def place(self, table: str) -> str:
        """Where a table's rows are shown, below their language's root: ``{plan}`` and ``{row}`` are filled in."""
        schema = self.catalogue.schemas[table]
        if table in _PAGES:
            return _PAGES[table]
        if schema.group == REFERENCE:
            return f"dictionary/#{table}" + (".{row}" if len(schema.primary_key) == 1 else "")
        return "plans/{plan}/#{row}" if schema.primary_key == ("id",) else "plans/{plan}/"

    def page(self, tables: Iterable[str], plans: Iterable[str], path: str = "") -> str:
        """What the page's script needs to cite the rows of a page, as JSON.

        Args:
            tables: the tables of its rows.
            plans: the plans of its rows.
            path: the page below its language's root; a list of the dictionary that stands beside it shows its rows itself.
        """

        def place(table: str) -> str:
            return f"{path}#{table}.{{row}}" if path.startswith(f"dictionary/{table}/") else self.place(table)

        cited = asdict(self._cited("", "", "", ("", 0)))
        patterns = {"row": _ROW.of(self.lang), "shared": _SHARED.of(self.lang)}
        content: dict[str, Any] = {
            "cited": cited,
            "patterns": patterns,
            "plans": {plan: self._plan(plan) for plan in plans},
            "tables": {table: [self._table(table), place(table)] for table in tables},
        }
        return json.dumps(content, ensure_ascii=False)

    def _cited(self, key: str, title: str, path: str, at: tuple[str, int], whole: bool = False) -> Cited:
        dataset = self.catalogue.dataset
        root = f"{self.site_url}{'' if self.lang == 'zh' else 'en/'}" if self.site_url else ""
        return Cited(
            key=key,
            author=AUTHOR.of(self.lang),
            title=clean(title),
            container="" if whole else clean(self._container()),
            version=clean(str(dataset["version"])),
            date=str(dataset["as_of"]),
            address=f"{root}{path}" if root else "",
            fixed=self.repository.line(*at) if self.repository.revision else "",
            revision=self.repository.short,
            lang=self.lang,
        )

    def _container(self) -> str:
        return str(self.catalogue.dataset["title"][self.lang])

    def _plan(self, plan_id: str) -> str:
        plan = self.catalogue.plan_files.get(plan_id)
        return clean(str(plan["short_title"][self.lang])) if plan else plan_id

    def _table(self, table: str) -> str:
        return clean(self.catalogue.schemas[table].title.of(self.lang))


def filled(pattern: str, **values: str) -> str:
    """A pattern with its words filled in, once: braces in a value stay as they are.

    >>> filled("{plan}: {row}", plan="{row}", row="x")
    '{row}: x'
    """
    return _SLOT.sub(lambda slot: values[slot[1]], pattern)


def slug(text: str) -> str:
    """Text as part of a key, which reference managers want plain.

    >>> slug("a-t001 b_c")
    'a-t001-b-c'
    """
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")


def clean(text: str) -> str:
    """Text on one line, with nothing in it that acts unseen: such characters become the replacement character."""
    return "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))
