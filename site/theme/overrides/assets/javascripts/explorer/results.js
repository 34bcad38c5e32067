// The table of selected rows, a page at a time: its columns sort it, its first cell leads to the row.
import { element } from "../dom.js"

export const PAGE = 50 // rows shown at once

// tree: URL of the language's tree. told: { sort(column), turn(page) }.
export function results(table, words, tree, told) {
  const head = element("tr")
  const body = element("tbody")
  const made = element("div", { class: "zl-table zl-explorer__table", role: "region", tabindex: "0", "aria-label": words.table },
    element("table", {}, element("thead", {}, head), body))

  function header(column, state) {
    const sorted = state.sort === column.id ? (state.down ? "descending" : "ascending") : "none"
    const mark = { ascending: " ▲", descending: " ▼", none: "" }[sorted]
    const button = element("button", { type: "button", class: "zl-sort", "data-column": column.id, title: words.sortBy(column.name), click: () => told.sort(column.id) },
      column.name, element("span", { "aria-hidden": "true" }, mark))
    return element("th", { scope: "col", "aria-sort": sorted, class: column.kind === "number" && "num" }, button)
  }

  function cell(column, row) {
    const attributes = { "data-label": column.name, "data-kind": column.kind, class: column.kind === "number" && "num" }
    if (column.kind !== "key") return element("td", attributes, ...linked(column, row))
    const { table: block, row: own } = table.at(row)
    const plan = block.column.plan.values[block.column.plan.codes[own]][0]
    const id = block.column.id.word(own)
    const address = new URL(`plans/${encodeURIComponent(plan)}/#${encodeURIComponent(id)}`, tree)
    return element("td", attributes, element("a", { href: address.href, class: "zl-explorer__row" }, id))
  }

  // The values of a cell, each linked to its page where it has one.
  function linked({ id }, row) {
    const { table: block, row: own } = table.at(row)
    const column = block.column[id]
    if (!column.link) return [column.word(own)]
    return column.members(own).flatMap((value, place) => {
      const [key] = column.values[value]
      const name = column.label(value)
      const shown = key === "none" ? name : element("a", { href: new URL(`${column.link}${encodeURIComponent(key)}/`, tree).href }, name)
      return place ? [column.lang === "en" ? "; " : "；", shown] : [shown]
    })
  }

  return {
    made,
    update(state, rows) {
      const focused = document.activeElement?.dataset?.column
      const columns = state.columns.map(name => table.column[name])
      head.replaceChildren(...columns.map(column => header(column, state)))
      const first = (state.page - 1) * PAGE
      body.replaceChildren(...rows.slice(first, first + PAGE).map(row => element("tr", {}, ...columns.map(column => cell(column, row)))))
      made.hidden = rows.length === 0
      if (focused) head.querySelector(`[data-column="${focused}"]`)?.focus()
    },
  }
}

// Buttons to the neighbouring pages; nothing where one page holds all.
export function pager(words, state, count, turn) {
  const pages = Math.ceil(count / PAGE)
  if (pages < 2) return []
  const button = (text, page, off) => element("button", { type: "button", class: "md-button", disabled: off, click: () => turn(page) }, text)
  return [
    button(words.previous, state.page - 1, state.page <= 1),
    element("span", {}, words.page(state.page, pages)),
    button(words.next, state.page + 1, state.page >= pages),
  ]
}
