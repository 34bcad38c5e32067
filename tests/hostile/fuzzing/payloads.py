"""Hostile words: what somebody would put into a cell, a key, a name or an id."""

from __future__ import annotations

import random

#: Stands in every payload that must show as text, so that it can be looked for.
MARK = "zlhostile"

MARKUP = (
    f"<script>{MARK}(1)</script>",
    f"<img src=x onerror={MARK}(1)>",
    f"\"><svg/onload={MARK}(1)>",
    f"'><iframe srcdoc='<script>{MARK}(1)</script>'>",
    f"</title></style></textarea></script><script>{MARK}(1)</script>",
    f"<!-- {MARK} --><!-- zl:body -->&lt;zl-slot-title",
    f"<zl-slot-title>{MARK}</zl-slot-title>",
    f"]]><foreignObject><body onload={MARK}()>",
    f"&lt;script&gt;{MARK}&#60;/script&#62;",
    f"<a href=javascript:{MARK}(1)>x</a>",
    f"<base href=//{MARK}.example><meta http-equiv=refresh content=0>",
    f"<style>*{{background:url(//{MARK}.example)}}</style>",
    f"<{MARK} class=zl-chart style=position:fixed>",
)
TEMPLATES = (
    f"{{{{ {MARK} }}}}{{{{7*7}}}}",
    f"{{% raw %}}{MARK}{{% include '/etc/passwd' %}}",
    f"{{# {MARK} #}}",
    f"${{{MARK}}}#{{7*7}}<%= 7*7 %>",
    f"{{0.__class__}}{{{MARK}!r}}%s%n%(x)s",
    f"{{{{ config.items() }}}}{MARK}{{{{ ''.__class__.__mro__ }}}}",
)
MARKDOWN = (
    f"[{MARK}](javascript:{MARK}(1))",
    f"![{MARK}](https://{MARK}.example/x.png)",
    f"# {MARK}",
    f"```\n{MARK}".replace("\n", " "),
    f"`{MARK}` **{MARK}** | {MARK} | --- |",
    f"@{MARK} #1 <https://{MARK}.example> https://{MARK}.example",
    f"</td></tr></table></details> {MARK}",
    f"::error file=x::{MARK}",
    f"::stop-commands::{MARK}",
    f"##[error]{MARK}",
)
FORMULAS = tuple(f"{first}{MARK}|'/C calc'!A0" for first in ("=", "+", "-", "@", "＝", "＋", "－", "＠", "%", "|"))
ODD = (
    f'"{MARK}" \'{MARK}\' \\" \\\\ \\u0000',
    f"{MARK},{MARK};{MARK}|{MARK}",
    f"{MARK}" + "é́́́́",
    f"{MARK}" + "𓀀😀👩‍👩‍👧".replace("\u200d", ""),
    f"{MARK} __proto__ constructor toString",
    f"../../{MARK}",
    f"%2e%2e%2f{MARK}?a=1#b",
    f"null undefined NaN true {MARK}",
)
#: Everything here may stand in a free-text cell of a sound dataset.
VISIBLE = (*MARKUP, *TEMPLATES, *MARKDOWN, *FORMULAS, *ODD)

#: None of these may.
HIDDEN = (
    *(f"{MARK}{char}{MARK}" for char in "\t\r\n\x00\x01\x08\x0b\x0c\x1b\x7f\x85\xa0\xad"),
    *(f"{MARK}{char}{MARK}" for char in "\u061c\u180e\u200b\u200d\u200e\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffe"),
    f"{MARK}\U000e0041\U000e0042",
    f"{MARK}\u3164\u115f\u2800\ufe0f",
    f"\x1b]0;{MARK}\x07\x1b[2J\x1b[31m",
    f" {MARK}",
    f"{MARK}\u3000",
    f"=\t{MARK}",
    f"\r={MARK}",
)
SURROGATES = ("\ud800", f"{MARK}\udfff", "\udc80\udcff")

NUMBERS = (
    "9" * 16, "9" * 17, "9" * 400, "9" * 5000, "1" + "0" * 10_000, "-" + "9" * 16, "1e999", "1e-999", "1E400", "1e999999",
    "-1e999999999", "NaN", "nan", "INF", "-inf", "Infinity", "0x10", "0b1", "1_000", "１２", "٣", "१", "²", "½", "Ⅷ", "-0", "+1",
    "00", "01", ".5", "5.", "0." + "0" * 400 + "1", "0.000000000001", "1.0000000000001", "1,000", "1 000", "1e", "--1", "1-",
    "9999999999999999.999999999999", "1" * 20_000, "0." + "3" * 19_000, "true", "TRUE", "=1+1", "1\u200b", "1;2", "1/0",
)  # fmt: skip
DATES = (
    "0000", "0000-01", "0000-00-00", "9999", "9999-12-31", "10000", "99999", "99999-01-01", "-0001", "2021-02-31", "2021-13",
    "2021-00", "2021-1-1", "20XX", "2XXX", "XXXX", "20XX-12", "20XX-02-30", "2021-02-30", "２０２１", "٢٠٢١", "2021/2020", "9999/0000",
    "2021/", "/2021", "../..", "2021-06-31", "2021-W01", "2021-06-30T00:00", "1e3", "Y170000002", "2021~", "2021?", "2021-21",
    "0000/9999", "20XX/20XX",
)  # fmt: skip
RULES = (
    "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=" + ",".join("1" * 900), "FREQ=YEARLY;BYMONTH=,", "FREQ=YEARLY;FREQ=WEEKLY",
    "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=99999999999999", "FREQ=YEARLY;BYMONTH=0", "FREQ=MONTHLY;A=+", "FREQ=YEARLY;BYMONTH=-1", "FREQ=SECONDLY",
    "FREQ=YEARLY;BYMONTH=" + "9" * 5000,
)  # fmt: skip
#: Figures that a printed stretch may hold; at most forty characters.
PRINTED = (
    "亿" * 40, "亿" * 38 + "个", "万" * 39 + "元", "百分之" + "亿" * 36, "百分之点点点", "百分之三点四点五", "9" * 40,
    "9" * 39 + "亿", "第" + "亿" * 39,
    "1-" * 20, "一至" * 20, "0.0.0.0", "1,000,000,0", "千" * 39 + "个", "20xx年", "⑴⑵⑶", "½个", "零" * 39 + "个", "十" * 39 + "个", "1e999",
)  # fmt: skip
PATHS = (
    "..", "../..", "../../../escaped", "/etc/passwd", "/", ".", "", "a/../../b", "..\\..\\x", "C:\\x", "\\\\host\\share", "con", "nul", "aux.csv",
    "com1", "x.", "x..", "x ", " x", "~", "~root", "$HOME", "a\x00b", "-rf", "--out=x", ".git", ".staging-x", "index.html", "assets", "search", "en",
    "data", "%2e%2e", "a:b", "a*b?", "x" * 251, "x" * 300, "x" * 5000, "é", "ﬁ", "ａ", "a\nb", "a\u202eb", "<b>", "a|b", "constructor", "０",
    "-".join("x" * 120),
)  # fmt: skip
#: Those of them that fit the pattern of an id.
SOUND_IDS = ("con", "nul", "com1", "index", "assets", "search", "en", "data", "all", "constructor", "0", "x" * 60, "x" * 251, "x" * 300, "x" * 5000)

#: Addresses; the last ones fit the schemas' pattern.
ADDRESSES = (
    f"javascript:{MARK}(1)", f"data:text/html,<script>{MARK}</script>", f"//{MARK}.example", f"HTTP://{MARK}.example", "https://[", "https://[::1]:99999",
    f"https://{MARK}.example/\"><script>{MARK}(1)</script>", f"https://{MARK}@gov.cn/'onmouseover={MARK}", "https://x]y[z", "https://" + "a" * 5000,
    f"https://{MARK}.example/{{{{7*7}}}}", "https://１２７.0.0.1", "http://%00", "https://[v1.x]/", "https://\u2100.cn", "https://a\u2044b",
)  # fmt: skip


def text(rng: random.Random) -> str:
    """Any of them, or characters from anywhere in Unicode."""
    kind = rng.randrange(6)
    if kind == 0:
        return "".join(chr(_code_point(rng)) for _ in range(rng.randint(1, 40)))
    if kind == 1:
        return rng.choice(VISIBLE) + rng.choice(HIDDEN)
    return rng.choice(rng.choice((VISIBLE, HIDDEN, NUMBERS, DATES, PATHS, ADDRESSES, PRINTED, RULES)))


def visible(rng: random.Random) -> str:
    """Text that a sound dataset may hold in a cell of free text; in one of twenty cases a very long one."""
    found = rng.choice(VISIBLE)
    if rng.random() < 0.05:
        return (found + "开发区") * (19_000 // (len(found) + 3))
    return found if rng.random() < 0.5 else f"开发区{found}目标"


def _code_point(rng: random.Random) -> int:
    while True:
        code = rng.choice((rng.randrange(0x80), rng.randrange(0x3000), rng.randrange(0x10000), rng.randrange(0x110000)))
        if not 0xD800 <= code < 0xE000:
            return code
