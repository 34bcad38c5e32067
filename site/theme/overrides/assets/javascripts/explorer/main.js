// An explorer page: loads one table, keeps its state in the address, and shows what passes.
import { read, write } from "./address.js"
import { chart } from "./chart.js"
import { element } from "../dom.js"
import { citation, csv, save } from "./download.js"
import { chips, LISTED, panel } from "./facets.js"
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
  // modules: what only large tables need, loaded where it is: { finder, Waiting }.
  constructor(table, { finder, Waiting }) {
    this.table = table
    this.waiting = Waiting ? new Waiting(table, words, tree, { more: () => this.#refresh(true) }) : null
    this.parts = this.#build(finder)
    this.#restore()
    window.addEventListener("popstate", () => this.#restore())
  }

  async #restore() {
    if (this.waiting) await this.#find()
    const { state, unknown } = read(this.table, window.location.search)
    this.state = state
    this.parts.notice.textContent = unknown.length ? words.unknown(unknown.join("; ")) : ""
    this.parts.notice.hidden = unknown.length === 0
    this.#refresh()
  }

  // Of long lists, the values that the address asks for.
  #find() {
    const given = new URLSearchParams(window.location.search)
    const asked = this.table.facets.filter(facet => facet.many && given.has(facet.id))
    return Promise.all(asked.map(facet => this.table.find(facet, given.get(facet.id).split(",").filter(Boolean))))
  }

  // Selects and shows; where rows come in parts, once they are there.
  async #refresh(more = false) {
    clearTimeout(this.typing)
    if (!this.waiting) {
      this.#pick()
      this.#show()
      return
    }
    this.#busy(true)
    try {
      const picked = await this.waiting.pick(this.state, this.parts.panel.open(), more)
      if (!picked) return
      Object.assign(this, picked)
      this.#stay()
      this.#show()
      this.#busy(false)
    } catch (error) {
      this.parts.count.textContent = words.failed
      throw error
    }
  }

  #busy(busy) {
    this.parts.main.setAttribute("aria-busy", String(busy))
    if (busy) this.parts.count.textContent = words.loading
  }

  // What a reader does: every change of the selection begins at page one and can be undone with "back".
  #change(change, keep = false) {
    const typing = Boolean(this.state.text && change.text) // letters typed one after the other are one step
    Object.assign(this.state, change, keep ? {} : { page: 1 })
    this.parts.notice.hidden = true
    const address = write(this.table, this.state) || window.location.pathname
    window.history[typing ? "replaceState" : "pushState"](null, "", address)
    clearTimeout(this.typing)
    // Where text must be looked up in files, it is once a reader pauses.
    if (this.waiting && change.text) this.typing = setTimeout(() => this.#refresh(), 300)
    else this.#refresh()
  }

  #choose(facet, value, checked) {
    const chosen = new Map(this.state.chosen)
    const values = new Set([...(chosen.get(facet.id) ?? [])].filter(known => known >= 0))
    values[checked ? "add" : "delete"](value)
    if (values.size) chosen.set(facet.id, values)
    else chosen.delete(facet.id)
    this.#change({ chosen })
  }

  #build(finder) {
    const told = {
      choose: (facet, value, checked) => this.#choose(facet, value, checked),
      type: text => this.#change({ text }),
      clear: () => this.#change({ chosen: new Map(), text: "" }),
      sort: sort => this.#change({ sort, down: this.state.sort === sort && !this.state.down }),
      turn: page => this.#turn(page),
      open: () => this.#opened(),
      by: by => this.#change({ by }, true),
    }
    const parts = {
      told,
      notice: element("p", { class: "zl-explorer__notice", role: "status", hidden: true }),
      count: element("p", { class: "zl-explorer__count", role: "status", "aria-live": "polite" }),
      chips: element("div", { class: "zl-chips" }),
      panel: panel(this.table, words, told, finder),
      chart: chart(this.table, words, told),
      results: results(this.table, words, tree, told),
      pager: element("nav", { class: "zl-pager" }),
    }
    const waiting = this.waiting ? [this.waiting.made] : []
    parts.main = element("div", { class: "zl-explorer__main" }, parts.notice, parts.count, ...waiting, parts.chips, parts.chart.made, this.#tools(), parts.results.made, parts.pager)
    box.replaceChildren(parts.panel.made, parts.main)
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
    this.#stay()
  }

  // There is no page beyond the last.
  #stay() {
    this.state.page = Math.min(this.state.page, Math.max(1, Math.ceil(this.rows.length / PAGE)))
  }

  // A facet was unfolded: its numbers may be missing.
  #opened() {
    const { selection } = this
    if (this.waiting && selection && this.parts.panel.open().some(facet => !selection.counts.has(facet.id))) this.#refresh()
  }

  #show() {
    const { parts, state, table, selection } = this
    const some = selection.unread ? words.atLeast : words.rows
    parts.count.textContent = selection.count ? some(selection.count, table.rows) : selection.unread ? words.soFar : words.none
    parts.panel.update(state, selection)
    parts.chips.replaceChildren(...chips(table, words, state, parts.told))
    parts.chart.update(state, selection.passes, selection.unread > 0)
    parts.results.update(this.unsorted ? { ...state, sort: "" } : state, this.rows)
    parts.pager.replaceChildren(...pager(words, state, this.rows.length, parts.told.turn))
    for (const check of this.columns.querySelectorAll("input")) check.checked = state.columns.includes(check.dataset.shown)
  }

  #name(end) {
    return `zoneledger-${this.table.data.table}-${this.rows.length}-rows${end}`
  }

  async #take() {
    const { table, waiting, state, rows } = this
    const name = this.#name(".csv")
    const text = waiting ? await waiting.csv(state.columns, rows) : csv(table, state.columns, rows)
    if (text) save(name, "text/csv", text)
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

// What a table needs besides itself: only what is large loads more than it did.
async function made(data, fold) {
  const long = data.version > 1 || data.columns.some(column => column.facet && column.values.length > LISTED)
  const [modules, more] = long ? await Promise.all([import("./finder.js"), import("./words-many.js")]) : [{}]
  if (more) Object.assign(words, more.WORDS[lang])
  if (data.version === 1) return [new Table(data, lang, fold), modules]
  const [{ Parted }, { Waiting }] = await Promise.all([import("./parted.js"), import("./waiting.js")])
  const parts = new URL(`parts/${data.table}/`, new URL(box.dataset.zlSource, document.baseURI))
  return [new Parted(data, lang, fold, parts, fetched), { ...modules, Waiting }]
}

try {
  const [data, spelling] = await Promise.all([fetched(box.dataset.zlSource), fetched(box.dataset.zlFolding)])
  const [table, modules] = await made(data, folding(spelling))
  box.zlExplorer = new Explorer(table, modules)
  if (!table.parted) prepare(table)
} catch (error) {
  box.prepend(element("p", { class: "zl-explorer__notice", role: "alert" }, words.failed))
  throw error
}
