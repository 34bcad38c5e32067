// The selected rows by the values of one facet: bars with their numbers, a table that is also a drawing.
import { drawing, element } from "../dom.js"

const MOST = 30 // bars drawn; the rest is in the panel of conditions

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

  function bar(name, count, most) {
    const width = most ? Math.max(0.5, (100 * count) / most) : 0
    const drawn = drawing("svg", { class: "zl-bar", "aria-hidden": "true", width: "100%", height: "12", preserveAspectRatio: "none", viewBox: "0 0 100 12" },
      drawing("rect", { width: width.toFixed(2), height: "12" }))
    return element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, drawn, element("span", { class: "num" }, count.toLocaleString("en"))))
  }

  return {
    made,
    update(state, passes) {
      const facet = table.column[state.by]
      const counts = new Uint32Array(facet.values.length)
      for (let row = 0; row < table.rows; row += 1) if (passes[row] === 0) for (const value of facet.members(row)) counts[value] += 1
      const given = facet.order === "given"
      const bars = [...counts].map((count, place) => ({ count, name: facet.label(place) })).filter(({ count }) => count > 0)
      if (!given) bars.sort((one, two) => two.count - one.count)
      const most = Math.max(0, ...bars.map(({ count }) => count))
      select.value = state.by
      body.replaceChildren(...bars.slice(0, MOST).map(({ name, count }) => bar(name, count, most)))
      note.hidden = !facet.sets
      made.hidden = bars.length === 0
    },
  }
}
