"""Templates as they are compiled: the same text as Jinja's own, with what a language decides put in, and kept without harm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, TemplateAssertionError, UndefinedError
from markupsafe import Markup

from zoneledger.catalogue.schemas import load_schemas
from zoneledger.charts import Shelf
from zoneledger.pages.template_code import shown, visible
from zoneledger.pages.templates import NOWHERE, Templates
from zoneledger.problems import Text

SCHEMAS = load_schemas(Path(__file__).parents[2] / "schemas")
WORDS: dict[str, dict[str, Any]] = {
    "zh": {"row": {"line": "第{n}行"}, "odd": "<b>\u202e"},
    "en": {"row": {"line": "line {n}"}, "odd": "<b>\u202e"},
}


def templates(folder: Path, lang: str = "zh", shelf: Shelf = NOWHERE, **files: str) -> Templates:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Templates(folder, lang, WORDS[lang], SCHEMAS, shelf)


@pytest.mark.parametrize(
    "value", ["", "甲", "<&\"'>", "a\u200bb", "a\nb", Markup("<b>"), None, 5, 1.5, True, Text("一", "one")]
)
def test_a_value_is_shown_as_jinja_would(value: object) -> None:
    plain = Environment(autoescape=True, finalize=visible).from_string("{{ value }}")
    assert shown(value) == plain.render(value=value)


MACROS = """{% macro pair(one, two="z", three=none) %}<{{ one }}|{{ two }}|{{ three }}>{% endmacro %}
{%- macro around() %}[{{ caller() }}]{% endmacro -%}
"""
CALLS = {
    "pair('&', 2, 3)": "<&amp;|2|3>",
    "pair('&')": "<&amp;|z|>",
    "pair(1, three=3)": "<1|z|3>",
    "pair(two=2, one=1)": "<1|2|>",
    "pair(pair(1))": "<<1|z|>|z|>",
}


@pytest.mark.parametrize("call", CALLS)
def test_a_macro_takes_its_values_in_order_or_by_name(call: str, tmp_path: Path) -> None:
    made = templates(tmp_path, page=MACROS + "{{ " + call + " }}").get_template("page").render()
    assert (
        made
        == CALLS[call]
        == Environment(autoescape=True, finalize=visible).from_string(MACROS + "{{ " + call + " }}").render()
    )


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("pair()", UndefinedError),
        ("pair(1, 2, 3, 4)", TypeError),
        ("pair(1, one=2)", TypeError),
        ("pair(1, four=4)", TypeError),
    ],
)
def test_a_wrong_call_fails(call: str, error: type[Exception], tmp_path: Path) -> None:
    page = templates(tmp_path, page=MACROS + "{{ " + call + " }}").get_template("page")
    with pytest.raises(error):
        page.render()


def test_what_a_call_wraps_is_put_in(tmp_path: Path) -> None:
    page = templates(tmp_path, page=MACROS + "{% call around() %}{{ '<' }}{% endcall %}").get_template("page")
    assert page.render() == "[&lt;]"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_a_language_decides_is_in_the_template(lang: str, tmp_path: Path) -> None:
    page = "{{ lang }} {{ w.odd }} {{ w.row.line.format(n=3) }} {{ w['row'].line }} {{ schemas.targets.title|t }} {{ name|t }}"
    made = templates(tmp_path, lang, page=page).get_template("page").render(name=Text("名<", "name<"))
    line, title = WORDS[lang]["row"]["line"], SCHEMAS["targets"].title.of(lang)
    name = Text("名&lt;", "name&lt;").of(lang)
    assert made == f"{lang} &lt;b&gt;\ufffd {line.format(n=3)} {line} {title} {name}"


def test_a_word_that_is_missing_fails_where_it_is_shown(tmp_path: Path) -> None:
    page = templates(tmp_path, page="{% if never %}{{ w.row.nothing }}{% endif %}").get_template("page")
    assert page.render(never=False, w=WORDS["zh"]) == ""
    with pytest.raises(UndefinedError, match="nothing"):
        page.render(never=True, w=WORDS["zh"])


@pytest.mark.parametrize(
    "page", ["{% set w = 1 %}", "{% for lang in [1] %}{% endfor %}", "{% macro m(schemas) %}{% endmacro %}"]
)
def test_a_constant_keeps_its_meaning(page: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateAssertionError, match="is a constant of all templates"):
        templates(tmp_path, page=page).get_template("page")


def test_chinese_words_say_so_on_english_pages_alone(tmp_path: Path) -> None:
    files, text = {"page": "{{ text|han }}"}, "the <甲 乙> zone\u200b"
    assert templates(tmp_path, "zh", **files).get_template("page").render(text=text) == "the &lt;甲 乙&gt; zone\ufffd"
    english = templates(tmp_path, "en").get_template("page").render(text=text)
    assert english == 'the &lt;<span lang="zh">甲</span> <span lang="zh">乙</span>&gt; zone\ufffd'


def test_kept_templates_are_used_while_all_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, shelf = tmp_path / "templates", Shelf(tmp_path / "kept")
    folder.mkdir()
    compiled: list[str] = []
    generate = Templates._generate

    def counted(self: Templates, *arguments: Any, **named: Any) -> str:
        compiled.append("one")
        return generate(self, *arguments, **named)

    monkeypatch.setattr(Templates, "_generate", counted)
    say = lambda lang="zh", **files: templates(folder, lang, shelf, **files).get_template("page").render()  # noqa: E731
    assert say(page="{{ w.row.line }}") == "第{n}行"
    assert say() == "第{n}行"
    assert len(compiled) == 1
    assert (say("en"), say()) == ("line {n}", "第{n}行")
    assert len(compiled) == 2
    monkeypatch.setitem(WORDS["zh"], "row", {"line": "其他"})
    assert say() == "其他"
    assert say(page="{{ w.row.line }}!") == "其他!"
    assert len(compiled) == 4


@pytest.mark.parametrize("spoil", [b"", b"nothing of the kind", None])
def test_a_kept_template_that_is_damaged_is_made_anew(spoil: bytes | None, tmp_path: Path) -> None:
    folder, kept = tmp_path / "templates", tmp_path / "kept"
    folder.mkdir()
    assert templates(folder, shelf=Shelf(kept), page="{{ 1 + 1 }}").get_template("page").render() == "2"
    files = [path for path in kept.rglob("*") if path.is_file()]
    assert len(files) == 1
    whole = files[0].read_bytes()
    files[0].write_bytes(whole[:-9] + bytes(byte ^ 1 for byte in whole[-9:]) if spoil is None else spoil)
    assert templates(folder, shelf=Shelf(kept)).get_template("page").render() == "2"
    assert files[0].read_bytes() == whole


def test_what_is_unknown_fails(tmp_path: Path) -> None:
    page = templates(tmp_path, page="{{ one.two }}").get_template("page")
    assert page.environment.undefined is StrictUndefined
    with pytest.raises(UndefinedError):
        page.render(one={})
