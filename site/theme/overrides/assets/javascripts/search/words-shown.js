// What the search box says, in both languages.
export const WORDS = {
  zh: {
    loading: "正在载入搜索数据……",
    failed: "搜索数据没有载入成功。请检查网络，再试一次。",
    retry: "重试",
    none: query => `没有找到含“${query}”的内容。`,
    hint: "可以换短一些的词，或者去掉几个词：用空格隔开的词必须同时出现。简体、繁体、拼音、英文都能查。",
    count: (count, certain) => (certain ? `找到 ${count} 条结果` : `至多 ${count} 条结果`),
    part: (count, certain, { searched, all }) =>
      `查了 ${all} 个计划中的前 ${searched} 个，${count === 0 ? "还没有找到" : `${certain ? "" : "至多"}找到 ${count} 条，后面可能还有`}`,
    further: "继续查其余计划",
    group: (count, certain) => (certain ? `${count}` : `至多 ${count}`),
    more: (count, shown) => (shown ? `还有 ${count} 条，点此显示` : `显示这 ${count} 条`),
    due: date => `期限：${date}`,
  },
  en: {
    loading: "Loading the search data…",
    failed: "The search data could not be loaded. Check the connection and try again.",
    retry: "Try again",
    none: query => `Nothing contains “${query}”.`,
    hint: "Try a shorter word, or fewer words: all of them must occur. English, Chinese (simplified or traditional) and pinyin all work.",
    count: (count, certain) => `${certain ? "" : "At most "}${count === 1 ? "1 result" : `${count.toLocaleString("en")} results`}`,
    part: (count, certain, { searched, all }) =>
      `The first ${searched.toLocaleString("en")} of ${all.toLocaleString("en")} plans: ${count === 0 ? "nothing so far"
        : `${certain ? "" : "at most "}${count === 1 ? "1 result" : `${count.toLocaleString("en")} results`}, more may follow`}`,
    further: "Search the other plans",
    group: (count, certain) => `${certain ? "" : "at most "}${count.toLocaleString("en")}`,
    more: (count, shown) => (shown ? `${count.toLocaleString("en")} more: show them` : `Show ${count === 1 ? "it" : `these ${count.toLocaleString("en")}`}`),
    due: date => `Due: ${date}`,
  },
}
