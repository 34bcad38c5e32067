// The selected rows by the values of one facet: bars with their numbers, a table that is also a drawing.
import { drawing, element } from "../dom.js"

const MOST = 30 // bars drawn; the rest is in the panel of conditions

// The values that have rows: as they are given, or those with most rows first.
export function shown(facet, counts) {
  const bars = []
  counts.forEach((count, value) => count > 0 && bars.push({ value, count }))
  if (facet.order !== "given") bars.sort((one, two) => two.count - one.count)
  return bars.slice(0, MOST)
}

// told: { by(facet id) }.
export function chart(table, words, told) {
  const select = element("select", { id: "zl-explorer-by", change: () => told.by(select.value) },
    ...table.facets.map(facet => element("option", { value: facet.id }, facet.name)))
  const body = element("tbody")
  const note = element("p", { class: "zl-meta" }, words.multiple)
  const value = element("th", { scope: "col" }, words.values)
  const made = element("details", { class: "zl-explorer__chart", open: true }, element("summary", {}, words.chart),
    element("p", {}, element("label", { for: select.id }, words.chartBy), " ", select),
    element("table", { class: "zl-bars" }, element("thead", { class: "zl-sr" }, element("tr", {}, value, element("th", { scope: "col" }, words.chartRows))), body), note)

  function bar(name, count, most, least) {
    const width = most ? Math.max(0.5, (100 * count) / most) : 0
    const drawn = drawing("svg", { class: "zl-bar", "aria-hidden": "true", width: "100%", height: "12", preserveAspectRatio: "none", viewBox: "0 0 100 12" },
      drawing("rect", { width: width.toFixed(2), height: "12" }))
    return element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, drawn, element("span", { class: "num" }, least ? words.least(count) : count.toLocaleString("en"))))
  }

  return {
    made,
    // least: whether not everything was read.
    update(state, passes, least) {
      const facet = table.column[state.by]
      const bars = shown(facet, table.distribution(facet, passes))
      const most = bars.reduce((sum, { count }) => Math.max(sum, count), 0)
      select.value = state.by
      body.replaceChildren(...bars.map(({ value, count }) => bar(facet.label(value), count, most, least)))
      note.hidden = facet.kind !== "choices"
      made.hidden = bars.length === 0
    },
  }
}
