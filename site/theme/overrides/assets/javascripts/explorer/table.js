// The rows of an explorer file as typed arrays: what a filter leaves, how many rows each facet value would leave, and in
// which order. Nothing here touches the page. The files' form is build/zoneledger/explorer/columns.py.

const NOBODY = -1 // the filter that a row fails, where it fails none or the text
const LOCALE = { zh: "zh-CN-u-co-pinyin", en: "en" }

// A column with what the file says of it and: codes, typed; label(code), the words of a row's cell.
class Column {
  constructor(described, lang) {
    Object.assign(this, described)
    this.name = described.title[lang === "en" ? 1 : 0]
    this.lang = lang
    if (this.kind === "number") this.numbers = Float64Array.from(this.values, value => value ?? NaN)
    if (this.codes) this.codes = Uint32Array.from(this.codes)
    if (this.kind.startsWith("choice")) this.position = new Map(this.values.map(([key], index) => [key, index]))
  }

  get distinct() {
    return this.sets?.length ?? this.values.length
  }

  // What a row shows, without its place: words, or a figure as it is.
  word(row) {
    if (this.kind === "number") return this.values[row] === null ? "" : String(this.values[row])
    if (this.kind === "key") return this.values[row]
    return this.spoken(this.codes[row])
  }

  // The values of a row, as positions in `values`.
  members(row) {
    return this.sets ? this.sets[this.codes[row]] : [this.codes[row]]
  }

  spoken(code) {
    if (this.kind === "text") return this.values[code][this.lang === "en" ? 1 : 0]
    return this.sets ? this.sets[code].map(value => this.label(value)).join(this.lang === "en" ? "; " : "；") : this.label(code)
  }

  label(value) {
    return this.values[value][this.lang === "en" ? 2 : 1]
  }

  // Every distinct cell in both languages, for the text filter.
  written(code) {
    if (this.kind === "key") return this.values[code]
    if (this.kind === "number") return this.values[code] === null ? "" : String(this.values[code])
    if (this.kind === "text") return this.values[code].join("\n")
    const said = value => this.values[value].slice(1).join("\n")
    return this.sets ? this.sets[code].map(said).join("\n") : said(code)
  }
}

export class Table {
  // data: the file; lang: of the labels; fold: spelling variants made equal, for the text filter.
  constructor(data, lang, fold = text => text.normalize("NFKC").toLowerCase()) {
    this.data = data
    this.rows = data.rows
    this.columns = data.columns.map(described => new Column(described, lang))
    this.column = Object.fromEntries(this.columns.map(column => [column.id, column]))
    this.facets = this.columns.filter(column => column.facet)
    this.collator = new Intl.Collator(LOCALE[lang] ?? lang, { numeric: true })
    this.fold = fold
    this.folded = new Map()
    this.orders = new Map()
  }

  // Rows that pass: chosen is facet id → set of value positions, text what is typed. Returns the passing rows as flags,
  // their number, and for each facet how many rows each of its values has among those that pass all other filters.
  select(chosen, text = "") {
    const fails = new Uint8Array(this.rows) // how many filters a row fails; two are as bad as ten
    const which = new Int16Array(this.rows).fill(NOBODY)
    this.facets.forEach((facet, index) => {
      const values = chosen.get(facet.id)
      if (values?.size) reject(facet, values, index, fails, which)
    })
    for (const term of this.terms(text)) this.#rejectText(term, fails)
    let count = 0
    for (let row = 0; row < this.rows; row += 1) count += fails[row] === 0
    const counts = new Map(this.facets.map((facet, index) => [facet.id, tally(facet, index, fails, which)]))
    return { passes: fails, count, counts }
  }

  terms(text) {
    return [...new Set(text.split(/\s+/).filter(Boolean).map(this.fold))]
  }

  // Text is found in any column, in either language. Distinct cells are folded once.
  #rejectText(term, fails) {
    const found = new Uint8Array(this.rows)
    for (const column of this.columns) {
      const hits = this.#cells(column).map(cell => cell.includes(term))
      for (let row = 0; row < this.rows; row += 1) if (hits[column.codes ? column.codes[row] : row]) found[row] = 1
    }
    for (let row = 0; row < this.rows; row += 1) if (!found[row]) fails[row] = 2
  }

  #cells(column) {
    if (!this.folded.has(column.id)) {
      this.folded.set(column.id, Array.from({ length: column.distinct }, (_, code) => this.fold(column.written(code))))
    }
    return this.folded.get(column.id)
  }

  // Folds one column that was not folded yet; false once all are. Work for idle moments before the first text filter.
  prepare() {
    const column = this.columns.find(each => !this.folded.has(each.id))
    if (column) this.#cells(column)
    return Boolean(column)
  }

  // The passing rows in order: by is a column's id, or empty for the order of the file; down reverses.
  sorted(passes, by = "", down = false) {
    const order = this.column[by] ? this.#order(this.column[by]) : null
    const rows = []
    for (let place = 0; place < this.rows; place += 1) {
      const row = order ? order[place] : place
      if (passes[row] === 0) rows.push(row)
    }
    return down ? reversed(rows, this.column[by]) : rows
  }

  // All rows in a column's order, kept: distinct cells are compared once, rows by counting.
  #order(column) {
    if (!this.orders.has(column.id)) {
      const ranks = this.#ranks(column)
      const order = Uint32Array.from({ length: this.rows }, (_, row) => row)
      this.orders.set(column.id, order.sort((one, two) => ranks[one] - ranks[two] || one - two))
    }
    return this.orders.get(column.id)
  }

  #ranks(column) {
    if (column.numbers) return column.numbers.map(value => (Number.isNaN(value) ? Infinity : value))
    const cells = Array.from({ length: column.distinct }, (_, code) => this.#comparable(column, code))
    const places = cells.map((_, code) => code)
    if (column.kind !== "choice" || column.order === "name") {
      // Nothing comes last, as it does among figures.
      places.sort((one, two) => !cells[one] - !cells[two] || this.collator.compare(cells[one], cells[two]))
    }
    const rank = new Float64Array(cells.length)
    places.forEach((code, place) => (rank[code] = place))
    return column.codes ? Float64Array.from(column.codes, code => rank[code]) : rank
  }

  #comparable(column, code) {
    if (column.kind === "key") return column.values[code]
    if (column.kind === "choice" && column.values[code][0] === "none") return ""
    return column.spoken(code)
  }
}

// The order turned round, but rows without a value stay last.
function reversed(rows, column) {
  const empty = row => (column?.numbers ? Number.isNaN(column.numbers[row]) : column?.word(row) === "")
  return [...rows.filter(row => !empty(row)).reverse(), ...rows.filter(empty)]
}

function reject(facet, values, index, fails, which) {
  const allowed = Uint8Array.from({ length: facet.distinct }, (_, code) =>
    facet.sets ? Number(facet.sets[code].some(value => values.has(value))) : Number(values.has(code)))
  const { codes } = facet
  for (let row = 0; row < codes.length; row += 1) {
    if (allowed[codes[row]]) continue
    if (fails[row] < 2) fails[row] += 1
    which[row] = index
  }
}

// Rows of each value among those that fail nothing, or nothing but this very facet.
function tally(facet, index, fails, which) {
  const { codes, sets } = facet
  const cells = new Uint32Array(facet.distinct)
  for (let row = 0; row < codes.length; row += 1) {
    if (fails[row] === 0 || (fails[row] === 1 && which[row] === index)) cells[codes[row]] += 1
  }
  if (!sets) return cells
  const counts = new Uint32Array(facet.values.length)
  sets.forEach((members, code) => members.forEach(value => (counts[value] += cells[code])))
  return counts
}
