// The rows of an explorer as typed arrays: what a filter leaves, how many rows each facet value would leave, and in which
// order. Nothing here touches the page. The files' form is build/zoneledger/explorer/whole.py.
import { Column } from "./column.js"

const NOBODY = -1 // the filter that a row fails, where it fails none or the text
const LOCALE = { zh: "zh-CN-u-co-pinyin", en: "en" }

export class Table {
  // data: the file; lang: of the labels; fold: spelling variants made equal, for the text filter.
  constructor(data, lang, fold = text => text.normalize("NFKC").toLowerCase()) {
    this.data = data
    this.lang = lang
    this.rows = data.rows
    this.columns = this.described(data).map(described => new Column(described, lang))
    this.column = Object.fromEntries(this.columns.map(column => [column.id, column]))
    this.facets = this.columns.filter(column => column.facet)
    this.fold = fold
    this.folded = new Map()
    this.orders = new Map()
  }

  described(data) {
    return data.columns
  }

  // Made when it is first needed: that takes a while.
  get collator() {
    this.compared ??= new Intl.Collator(LOCALE[this.lang] ?? this.lang, { numeric: true })
    return this.compared
  }

  // Where a row's cells are: here.
  at(row) {
    return { table: this, row }
  }

  // Rows that pass: chosen is facet id → set of value positions, text what is typed. Returns the passing rows as flags,
  // their number, and for each facet how many rows each of its values has among those that pass all other filters.
  select(chosen, text = "", facets = this.facets) {
    const { fails, which } = this.filtered(chosen)
    this.rejectText(text, fails)
    let count = 0
    for (let row = 0; row < this.rows; row += 1) if (fails[row] === 0) count += 1
    const counts = new Map(facets.map(facet => [facet.id, tally(facet, this.facets.indexOf(facet), fails, which)]))
    return { passes: fails, count, counts }
  }

  // How many facets' filters each row fails, two being as bad as ten, and which was the last.
  filtered(chosen) {
    const fails = new Uint8Array(this.rows)
    const which = new Int16Array(this.rows).fill(NOBODY)
    this.facets.forEach((facet, index) => {
      const values = chosen.get(facet.id)
      if (values?.size) reject(facet, values, index, fails, which)
    })
    return { fails, which }
  }

  // How many of the passing rows each value of a facet has.
  distribution(facet, passes) {
    return tally(facet, NOBODY, passes)
  }

  terms(text) {
    return [...new Set(text.split(/\s+/).filter(Boolean).map(this.fold))]
  }

  // Text is found in any column, in either language. Distinct cells are folded once.
  rejectText(text, fails) {
    for (const term of this.terms(text)) {
      const found = this.found(term)
      for (let row = 0; row < this.rows; row += 1) if (!found[row]) fails[row] = 2
    }
  }

  // The rows that hold a folded term, as flags.
  found(term) {
    const found = new Uint8Array(this.rows)
    for (const column of this.columns) {
      const hits = this.cells(column).map(cell => cell.includes(term))
      for (let row = 0; row < this.rows; row += 1) if (hits[column.codes ? column.codes[row] : row]) found[row] = 1
    }
    return found
  }

  cells(column) {
    if (!this.folded.has(column.id)) {
      this.folded.set(column.id, Array.from({ length: column.distinct }, (_, code) => this.fold(column.written(code))))
    }
    return this.folded.get(column.id)
  }

  // Folds one column that was not folded yet; false once all are. Work for idle moments before the first text filter.
  prepare() {
    const column = this.columns.find(each => !this.folded.has(each.id))
    if (column) this.cells(column)
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
    if (!this.orders.has(column.id)) this.orders.set(column.id, column.numbers ? byFigure(column.numbers) : counted(this.ranked(column), column.codes, this.rows))
    return this.orders.get(column.id)
  }

  // The rank of each distinct cell.
  ranked(column) {
    const cells = Array.from({ length: column.distinct }, (_, code) => this.comparable(column, code))
    // Where the order is that of the list, it is the order of the codes.
    return column.kind !== "choice" || column.order === "name" ? this.ranks(cells) : Uint32Array.from(cells.keys())
  }

  // The places of some texts in the order of their language.
  ranks(texts) {
    const places = [...texts.keys()]
    // Nothing comes last, as it does among figures.
    const { collator } = this
    places.sort((one, two) => !texts[one] - !texts[two] || collator.compare(texts[one], texts[two]))
    const rank = new Uint32Array(texts.length)
    places.forEach((code, place) => (rank[code] = place))
    return rank
  }

  comparable(column, code) {
    if (column.kind === "key") return column.values[code]
    if (column.kind === "choice" && column.values[code]?.[0] === "none") return ""
    return column.spoken(code)
  }
}

// Rows in the order of their cells' ranks, equal ones as they stand in the file. Without codes each row is a cell.
export function counted(ranks, codes, rows) {
  const rank = row => ranks[codes ? codes[row] : row]
  const next = new Uint32Array(ranks.length + 1)
  for (let row = 0; row < rows; row += 1) next[rank(row) + 1] += 1
  for (let place = 1; place <= ranks.length; place += 1) next[place] += next[place - 1]
  const order = new Uint32Array(rows)
  for (let row = 0; row < rows; row += 1) order[next[rank(row)]++] = row
  return order
}

// Rows in the order of their figures; those without one come last.
function byFigure(numbers) {
  const distinct = Float64Array.from(new Set(numbers.filter(number => !Number.isNaN(number)))).sort()
  const place = new Map([...distinct].map((number, rank) => [number, rank]))
  const codes = Uint32Array.from(numbers, number => place.get(number) ?? distinct.length)
  return counted(Uint32Array.from({ length: distinct.length + 1 }, (_, code) => code), codes, numbers.length)
}

// The order turned round, but rows without a value stay last.
function reversed(rows, column) {
  const blank = row => column?.blank(row) ?? false
  return [...rows.filter(row => !blank(row)).reverse(), ...rows.filter(blank)]
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
export function tally(facet, index, fails, which) {
  const { codes, sets } = facet
  const cells = new Uint32Array(facet.distinct)
  for (let row = 0; row < codes.length; row += 1) {
    if (fails[row] === 0 || (fails[row] === 1 && which?.[row] === index)) cells[codes[row]] += 1
  }
  if (!sets) return cells
  const counts = new Uint32Array(facet.values.length)
  sets.forEach((members, code) => members.forEach(value => (counts[value] += cells[code])))
  return counts
}
