// A selection from a table in parts: what it needs is fetched first, told as it comes in, and can be stopped.
import { element } from "../dom.js"
import { shown } from "./chart.js"
import { heading, line, MARK } from "./download.js"
import { SORTED } from "./parted.js"
import { UNASKED } from "./reading.js"
import { PAGE } from "./results.js"

const SAVED = 200_000 // rows in one download: a browser holds them all at once
const PACKED = 0.3 // bytes that a character of a file of rows takes on the way, roughly

export class Waiting {
  // tree: URL of the language's tree. told: { more() } reads on what was left out.
  constructor(table, words, tree, told) {
    Object.assign(this, { table, words, tree, told })
    this.turn = 0
    this.text = element("span")
    this.bar = element("progress", { "aria-label": words.loading })
    this.stop = element("button", { type: "button", class: "md-button", click: () => this.#halt() }, words.stop)
    this.progress = element("p", { class: "zl-explorer__progress", hidden: true }, this.text, " ", this.bar, " ", this.stop)
    this.notice = element("p", { class: "zl-explorer__notice", role: "status", hidden: true })
    this.made = element("div", {}, this.progress, this.notice)
  }

  #halt() {
    this.stopped = true
    this.agreed = null
  }

  #progress(done, of) {
    this.progress.hidden = of < 2 || done >= of
    this.text.textContent = this.words.reading(done, of)
    Object.assign(this.bar, { max: of, value: done })
  }

  #say(...parts) {
    this.notice.replaceChildren(...parts)
    this.notice.hidden = parts.length === 0
  }

  // The selected rows in order, with all that is needed to show one page of them; null where a reader has moved on.
  async pick(state, open, more = false) {
    // Who asked for all of it asked for this text and this order.
    const asked = `${state.sort}\n${state.text.trim()}`
    if (more) this.agreed = asked
    else if (this.agreed !== asked) this.agreed = null
    const all = Boolean(this.agreed)
    const mine = (this.turn += 1)
    const going = () => mine === this.turn && !this.stopped
    this.stopped = false
    this.#say()
    try {
      await this.#prepare(state, open, all, going)
      if (mine !== this.turn) return null
      const selection = this.table.select(state.chosen, state.text, this.#counted(state, open))
      const { rows, unsorted } = await this.#ordered(state, selection, all, going)
      const page = Math.min(state.page, Math.max(1, Math.ceil(rows.length / PAGE)))
      await Promise.all([this.table.show(rows.slice((page - 1) * PAGE, page * PAGE)), this.#named(state, selection)])
      if (mine !== this.turn) return null
      if (selection.unread) this.#offer(selection.unread)
      return { selection, rows, unsorted }
    } finally {
      if (mine === this.turn) this.progress.hidden = true
    }
  }

  // The facets whose numbers are shown: those in sight, and the chart's.
  #counted(state, open) {
    return state.chosen.size || state.text.trim() ? [...new Set([...open, this.table.column[state.by]])] : this.table.facets
  }

  async #prepare(state, open, more, going) {
    const { table } = this
    const filtered = state.chosen.size || state.text.trim()
    const sort = table.column[state.sort]
    const chosen = [...state.chosen.keys()].map(name => table.column[name])
    await table.need([...chosen, ...(filtered ? this.#counted(state, open) : []), ...(sort && table.coded(sort) ? [sort] : [])])
    if (sort?.many) await table.names(sort)
    const told = (done, of) => {
      if (going()) this.#progress(done, of)
      return going()
    }
    if (state.text.trim()) await table.reading.prepare(state.text, state.chosen, more, told)
  }

  // Rows in the order asked for; in that of the plans, and `unsorted`, where too much would have to be read for it.
  async #ordered(state, selection, more, going) {
    const { table, words } = this
    const rows = table.sorted(selection.passes, state.sort, state.down)
    const column = table.column[state.sort]
    if (!column || table.coded(column)) return { rows, unsorted: false }
    if (rows.length > SORTED) {
      this.#say(words.tooManySorted(SORTED))
      return { rows, unsorted: true }
    }
    const files = table.unworded(rows, state.sort).length
    if (files > UNASKED && !more) {
      this.#say(words.sortReads(files, this.#size(files)), " ", this.#button(words.readOn))
      return { rows, unsorted: true }
    }
    const sorted = await table.byText(rows, state.sort, state.down, (done, of) => {
      if (going()) this.#progress(done, of)
      return going()
    })
    return { rows: sorted ?? rows, unsorted: !sorted }
  }

  // Names of long lists, for the values that the chart shows.
  #named(state, selection) {
    const facet = this.table.column[state.by]
    if (!facet.many) return null
    return this.table.name(facet, shown(facet, this.table.distribution(facet, selection.passes)).map(({ value }) => value))
  }

  #button(text) {
    return element("button", { type: "button", class: "md-button", click: () => this.told.more() }, text)
  }

  #offer(files) {
    this.#say(this.words.unread(files, this.#size(files)), " ", this.#button(this.words.readOn))
  }

  #size(files) {
    const bytes = (PACKED * this.table.data.parts.characters * files) / this.table.shards
    return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
  }

  // The pieces of a CSV of the rows; null where there are too many, or the reader stopped it.
  async csv(names, rows) {
    if (rows.length > SAVED) {
      const whole = element("a", { href: new URL("data/", this.tree).href }, this.words.wholeTable)
      this.#say(this.words.tooManySaved(SAVED), " ", whole)
      return null
    }
    this.stopped = false
    try {
      return await csvOfParts(this.table, names, rows, (done, of) => {
        this.#progress(done, of)
        return !this.stopped
      })
    } finally {
      this.progress.hidden = true
    }
  }
}

// A CSV of rows that come in files; told(done, of) hears of the progress and may return false to stop: then there is none.
// In pieces: one text of all would be too long where rows are very many.
async function csvOfParts(table, names, rows, told) {
  const places = new Map(rows.map((row, place) => [row, place]))
  const lines = Array(rows.length)
  const shards = table.shardsOf(rows)
  let done = 0
  let stopped = false
  await table.visit(shards, shard => {
    for (let [row, to] = table.span(shard); row < to; row += 1) {
      if (places.has(row)) lines[places.get(row)] = line(table, names, row)
    }
    stopped = told((done += 1), shards.length) === false
    return !stopped
  })
  return stopped ? null : [MARK, heading(names.map(name => table.column[name])), ...lines]
}
