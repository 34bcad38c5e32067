"""What to do once the folder is there: which file first, which command, which guide."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import PLAN
from zoneledger.new_plan.answers import POINTERS
from zoneledger.new_plan.made import Made
from zoneledger.new_plan.reference import find, template
from zoneledger.problems import Report, Text
from zoneledger.revision import site_address

#: Rows of the others point at these, or stand in the same sentences: they are entered first, in this order.
FIRST = ("measures", "targets", "responsibilities", "organization_aliases")


def lines(catalogue: Catalogue, made: Made, report: Report, lang: str) -> list[str]:
    """The closing words.

    Args:
        catalogue: the checkout before the plan was added.
        made: the new plan.
        report: what ``check`` now says of the files it wrote.
        lang: ``zh`` or ``en``.
    """
    tables = [name for name, schema in catalogue.schemas.items() if schema.group == PLAN]
    texts = [
        Text(
            f"已建立 {made.shown}/：plan.yml 已填好，另有 {len(tables)} 张表，只有表头。",
            f"Made {made.shown}/: plan.yml is filled in, and {len(tables)} tables have their header.",
        ),
        _state(report),
        *_to_register(catalogue, made),
        Text("接下来：", "Next:"),
        *_steps(catalogue, made),
        _guides(catalogue),
    ]
    return [text.of(lang) for text in texts]


def _state(report: Report) -> Text:
    if report.ok:
        return Text("zoneledger check 现在没有错误。", "zoneledger check has no errors now.")
    count = len(report.errors)
    return Text(
        f"zoneledger check 现在有 {count} 个错误，即上面所列；改正之前不能生成网站。",
        f"zoneledger check now has {count} error{'s' * (count != 1)}, listed above; mend them before building.",
    )


def _to_register(catalogue: Catalogue, made: Made) -> Iterator[Text]:
    """The line that a reference list still lacks, for each key that points nowhere yet."""
    for key, table in POINTERS.items():
        value = made.content.get(key, "")
        schema = catalogue.schemas[table]
        known = {record.cells[schema.primary_key[0]] for record in catalogue.tables[table]}
        if value and value not in known and table not in made.registered:
            row = template(schema, **{schema.primary_key[0]: value})
            file = f"datasets/reference/{table}.csv"
            yield Text(f"先在 {file} 登记 {value}，加一行：{row}", f"First register {value}: add to {file}: {row}")
        elif value:
            match = find(catalogue, table, value)
            name = match.name.zh or made.registered.get(table, {}).get("name_zh", "")
            yield Text(f"{schema.title.zh}：{value} {name}", f"{schema.title.en}: {value} {name}")


def _steps(catalogue: Catalogue, made: Made) -> list[Text]:
    folder, shown, plan_id = made.shown, made.source.path.parent.as_posix(), made.plan_id
    titles = [catalogue.schemas[name].title for name in FIRST]
    zh = "、".join(f"{name}.csv（{title.zh}）" for name, title in zip(FIRST, titles, strict=True))
    en = ", ".join(f"{name}.csv ({title.en})" for name, title in zip(FIRST, titles, strict=True))
    return [
        Text(
            f"  1. 逐句读原文，先录 {folder}/{FIRST[0]}.csv，其余照此顺序：{zh}。",
            f"  1. Read the text sentence by sentence. Begin with {folder}/{FIRST[0]}.csv; the order is: {en}.",
        ),
        Text(
            "  2. 边录边查：zoneledger check。没有内容的表可以只留表头，也可以删去。",
            "  2. Check as you go: zoneledger check. A table with nothing to say may keep its bare header or be deleted.",
        ),
        Text(
            f"  3. 看还有哪些数字没有录：zoneledger audit --sources {shown} --plan {plan_id} --open",
            f"  3. See which figures are still missing: zoneledger audit --sources {shown} --plan {plan_id} --open",
        ),
        Text(
            f"  4. 与原文核对并写回执：zoneledger audit --sources {shown} --plan {plan_id}；预览：zoneledger serve",
            f"  4. Prove it against the text: zoneledger audit --sources {shown} --plan {plan_id}; preview: zoneledger serve",
        ),
        Text(
            "原文的特别之处写进 plan.yml 的 notes 和 overriding_notes。来源文本不放进仓库。",
            "What is odd in the text goes to notes and overriding_notes in plan.yml. The source text stays out of the repository.",
        ),
    ]


def _guides(catalogue: Catalogue) -> Text:
    base = site_address(catalogue.layout)
    zh, en = (
        f"{base}{prefix}contribute/#add · {base}{prefix}methodology/ · {base}{prefix}dictionary/"
        for prefix in ("", "en/")
    )
    return Text(f"说明：{zh}", f"Guides: {en}")
