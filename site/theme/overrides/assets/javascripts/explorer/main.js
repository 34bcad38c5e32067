// An explorer page: loads one table, keeps its state in the address, and shows what passes.
import { read, write } from "./address.js"
import { chart } from "./chart.js"
import { element } from "../dom.js"
import { citation, csv, save } from "./download.js"
import { chips, panel } from "./facets.js"
import { folding } from "./folding.js"
import { PAGE, pager, results } from "./results.js"
import { Table } from "./table.js"
import { WORDS } from "./words.js"

const box = document.querySelector("[data-zl-explorer]")
const lang = document.documentElement.lang.startsWith("en") ? "en" : "zh"
const words = WORDS[lang]
const tree = new URL(box.dataset.zlTree, document.baseURI)

async function fetched(address) {
  const response = await fetch(new URL(address, document.baseURI))
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response.json()
}

class Explorer {
  constructor(table) {
    this.table = table
    this.parts = this.#build()
    this.#restore()
    window.addEventListener("popstate", () => this.#restore())
  }

  #restore() {
    const { state, unknown } = read(this.table, window.location.search)
    this.state = state
    this.parts.notice.textContent = unknown.length ? words.unknown(unknown.join("; ")) : ""
    this.parts.notice.hidden = unknown.length === 0
    this.#pick()
    this.#show()
  }

  // What a reader does: every change of the selection begins at page one and can be undone with "back".
  #change(change, keep = false) {
    const typing = Boolean(this.state.text && change.text) // letters typed one after the other are one step
    Object.assign(this.state, change, keep ? {} : { page: 1 })
    this.parts.notice.hidden = true
    const address = write(this.table, this.state) || window.location.pathname
    window.history[typing ? "replaceState" : "pushState"](null, "", address)
    this.#pick()
    this.#show()
  }

  #choose(facet, value, checked) {
    const chosen = new Map(this.state.chosen)
    const values = new Set([...(chosen.get(facet.id) ?? [])].filter(known => known >= 0))
    values[checked ? "add" : "delete"](value)
    if (values.size) chosen.set(facet.id, values)
    else chosen.delete(facet.id)
    this.#change({ chosen })
  }

  #build() {
    const told = {
      choose: (facet, value, checked) => this.#choose(facet, value, checked),
      type: text => this.#change({ text }),
      clear: () => this.#change({ chosen: new Map(), text: "" }),
      sort: sort => this.#change({ sort, down: this.state.sort === sort && !this.state.down }),
      turn: page => this.#turn(page),
      by: by => this.#change({ by }, true),
    }
    const parts = {
      told,
      notice: element("p", { class: "zl-explorer__notice", role: "status", hidden: true }),
      count: element("p", { class: "zl-explorer__count", role: "status", "aria-live": "polite" }),
      chips: element("div", { class: "zl-chips" }),
      panel: panel(this.table, words, told),
      chart: chart(this.table, words, told),
      results: results(this.table, words, tree, told),
      pager: element("nav", { class: "zl-pager" }),
    }
    const main = element("div", { class: "zl-explorer__main" }, parts.notice, parts.count, parts.chips, parts.chart.made, this.#tools(), parts.results.made, parts.pager)
    box.replaceChildren(parts.panel.made, main)
    return parts
  }

  #tools() {
    const button = (text, click) => element("button", { type: "button", class: "md-button", click }, text)
    const share = button(words.share, () => copy(share))
    this.columns = element("details", { class: "zl-explorer__columns" }, element("summary", {}, words.columns), element("fieldset", {},
      element("legend", { class: "zl-sr" }, words.columns), ...this.table.columns.map(column => this.#column(column))))
    const buttons = [button(words.download, () => this.#take()), button(words.cite, () => this.#cite()), share]
    return element("div", { class: "zl-explorer__tools" }, element("div", { class: "zl-explorer__buttons" }, ...buttons), this.columns)
  }

  #column(column) {
    const check = element("input", { type: "checkbox", "data-shown": column.id, disabled: column.kind === "key", change: () => this.#shown() })
    return element("label", {}, check, " ", column.name)
  }

  #shown() {
    const wanted = [...this.columns.querySelectorAll("input:checked")].map(check => check.dataset.shown)
    this.#change({ columns: wanted }, true)
  }

  #turn(page) {
    this.#change({ page }, true)
    this.parts.results.made.focus({ preventScroll: true })
    this.parts.count.scrollIntoView({ block: "start" })
  }

  #pick() {
    const { state, table } = this
    this.selection = table.select(state.chosen, state.text)
    this.rows = table.sorted(this.selection.passes, state.sort, state.down)
    state.page = Math.min(state.page, Math.max(1, Math.ceil(this.rows.length / PAGE)))
  }

  #show() {
    const { parts, state, table, selection } = this
    parts.count.textContent = selection.count ? words.rows(selection.count, table.rows) : words.none
    parts.panel.update(state, selection)
    parts.chips.replaceChildren(...chips(table, words, state, parts.told))
    parts.chart.update(state, selection.passes)
    parts.results.update(state, this.rows)
    parts.pager.replaceChildren(...pager(words, state, this.rows.length, parts.told.turn))
    for (const check of this.columns.querySelectorAll("input")) check.checked = state.columns.includes(check.dataset.shown)
  }

  #name(end) {
    return `zoneledger-${this.table.data.table}-${this.rows.length}-rows${end}`
  }

  #take() {
    save(this.#name(".csv"), "text/csv", csv(this.table, this.state.columns, this.rows))
  }

  #cite() {
    const filters = chips(this.table, words, this.state, this.parts.told).filter(chip => !chip.matches(".zl-chip--clear"))
    const named = filters.map(chip => chip.firstChild.textContent).join("; ")
    save(this.#name("-citation.txt"), "text/plain", citation(this.table, lang, this.rows.length, window.location.href, named))
  }
}

async function copy(button) {
  const said = await navigator.clipboard?.writeText(window.location.href).then(() => words.copied, () => words.copyFailed)
  button.textContent = said ?? words.copyFailed
  setTimeout(() => (button.textContent = words.share), 2500)
}

// Folding the texts takes a while where there are very many; done in pauses, the first letter typed need not wait.
function prepare(table) {
  const idle = window.requestIdleCallback ?? (work => setTimeout(work, 50))
  idle(() => table.prepare() && prepare(table))
}

try {
  const [data, spelling] = await Promise.all([fetched(box.dataset.zlSource), fetched(box.dataset.zlFolding)])
  const table = new Table(data, lang, folding(spelling))
  box.zlExplorer = new Explorer(table)
  prepare(table)
} catch (error) {
  box.prepend(element("p", { class: "zl-explorer__notice", role: "alert" }, words.failed))
  throw error
}
