"""Words that hold a Chinese numeral and state no number, in both scripts: 进一步, 统一, 一批, 十分.

Only words whose dictionary sense is no count stand here. What is merely called by a number (两城两谷两带, 千人计划) or
counted in passing (三类) is a figure of the text: it needs a row, or an exclusion with its reason.
"""

from __future__ import annotations

import re

_SIMPLIFIED = (
    "进一步 更进一步 一步 统一 一批 一体 一般 一流 一致 唯一 一定 一些 一系列 一线 之一 一起 一旦 一直 一律 一方面 另一方面 一道 一切 "
    "单一 逐一 同一 合一 不一 一贯 一样 一边 一经 一如 万一 一概 一次性 一揽子 一站式 一对一 一把手 一手 一心 一律 一并 一再 一路 "
    "万众 万物 万里 十分 十足 千方百计 百姓 百货 百年 百花 第三方 第三者 长三角 珠三角 三角洲 三农 四至 四周 四处 四川 九江 店小二 "
    "零部件 零配件 零售 零星 零散 零担 两岸 两侧 两端 两边 两旁 千瓦 千米 千克 百分点 一带一路"
)
_TRADITIONAL = (
    "進一步 更進一步 統一 一體 一線 一貫 一樣 一邊 一經 萬一 一攬子 一站式 一對一 單一 萬眾 萬物 萬里 千方百計 百貨 長三角 三角洲 三農 "
    "一帶一路 兩岸 兩側 兩端 兩邊 兩旁 百分點"
)

#: 一是, 二是 … at the head of a clause only number its points.
POINTS = r"(?:(?<=[。;；:：,，、\n])|(?<=^))[一二三四五六七八九十]+(?:是|要)(?=\S)"

WORDS = tuple(sorted({*_SIMPLIFIED.split(), *_TRADITIONAL.split()}, key=len, reverse=True))
PATTERN = "|".join(map(re.escape, WORDS))
