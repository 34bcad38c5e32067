// Text in a table in parts. Names that all plans share are known beforehand; for everything else an index tells in which
// files of rows a text may stand, and these are read: what is found is exactly what a scan of all rows would find.
import { bucket, grams } from "./grams.js"
import { unpack } from "./packing.js"

export const UNASKED = 80 // files of rows read without asking: about a megabyte

export class Reading {
  constructor(table) {
    this.table = table
    this.now = null // what is known of the text that was asked for last
  }

  // Rows that hold the text, as far as they were read, as flags.
  get hits() {
    return this.now.hits
  }

  // How many files were left out: of those that may hold passing rows, and of those that count only for the other values
  // of a facet that was chosen.
  get gaps() {
    return this.now.gaps
  }

  // Reads what a text and a choice of facet values need; `more` reads on without limit. told(done, of) hears of the
  // progress and may return false to stop.
  async prepare(text, chosen, more, told) {
    const { table } = this
    const terms = table.terms(text)
    const key = terms.join("\n")
    if (this.now?.key !== key) this.now = { key, terms, hits: new Uint8Array(table.rows), read: new Set(), gaps: { unread: 0, unreadElsewhere: 0 } }
    const { now } = this
    now.looked ??= this.#look(now)
    await now.looked.catch(error => {
      now.looked = null
      throw error
    })
    const [first, then] = this.#wanted(now, chosen)
    const shards = [...first, ...then].slice(0, more ? Infinity : UNASKED)
    let done = 0
    await table.visit(shards, (shard, blocks) => {
      this.#take(now, shard, blocks)
      return told((done += 1), shards.length)
    })
    const left = list => list.filter(shard => !now.read.has(shard)).length
    now.gaps = { unread: left(first), unreadElsewhere: left(then) }
  }

  // What can be said without reading: rows by names that all plans share, files by the index.
  async #look(now) {
    now.named = await Promise.all(now.terms.map(term => this.#named(term)))
    now.may = await Promise.all(now.terms.map(term => this.#may(term)))
    if (now.named.some(flags => !flags)) return
    for (let row = 0; row < now.hits.length; row += 1) if (now.named.every(flags => flags[row])) now.hits[row] = 1
  }

  // Rows with a value whose name holds the term, as flags; null where no name does.
  async #named(term) {
    const { table } = this
    const found = []
    for (const column of table.columns) {
      if (inRows(column)) continue
      const words = value => table.fold((column.by ? value : value.slice(1)).join("\n"))
      const hits = column.values.map(value => words(value).includes(term))
      if (hits.includes(true)) found.push([column, hits])
    }
    if (!found.length) return null
    await table.need(found.map(([column]) => column))
    const flags = new Uint8Array(table.rows)
    for (const [{ codes, sets }, hits] of found) {
      const cells = sets ? sets.map(members => members.some(value => hits[value])) : hits
      for (let row = 0; row < flags.length; row += 1) if (cells[codes[row]]) flags[row] = 1
    }
    return flags
  }

  // The files of rows that hold all grams of a term, as flags; all of them where it is too short to have any.
  async #may(term) {
    const { table } = this
    const flags = new Uint8Array(table.shards).fill(1)
    const listed = async gram => (await table.files.grams.get(`${bucket(gram, table.data.parts.grams)}.json`))[gram] ?? ""
    for (const steps of await Promise.all(grams(term).map(listed))) {
      const holds = new Uint8Array(table.shards)
      let shard = 0
      for (const step of unpack(steps)) holds[(shard += step)] = 1
      holds.forEach((flag, place) => (flags[place] &= flag))
    }
    return flags
  }

  // The files not read yet that may hold a row that passes all facets, and those that may hold one that fails one alone.
  #wanted({ named, may, hits, read }, chosen) {
    const { table } = this
    const { fails } = table.filtered(chosen)
    const wanted = [[], [], []]
    for (let shard = 0; shard < table.shards; shard += 1) {
      // A term that no known name holds must stand in the file itself.
      if (read.has(shard) || named.some((flags, term) => !flags && !may[term][shard])) continue
      const open = row => !hits[row] && named.every((flags, term) => flags?.[row] || may[term][shard])
      let best = 2
      for (let [row, to] = table.span(shard); row < to && best; row += 1) if (fails[row] < best && open(row)) best = fails[row]
      wanted[best].push(shard)
    }
    return wanted
  }

  // Marks the rows of a file that hold all terms.
  #take({ terms, named, hits, read }, shard, blocks) {
    let [row] = this.table.span(shard)
    for (const block of blocks) {
      const found = terms.map(() => new Uint8Array(block.rows))
      for (const column of this.table.columns) if (inRows(column)) mark(column, block.columns[column.id], terms, this.table.fold, found)
      for (let own = 0; own < block.rows; own += 1) if (terms.every((_, term) => found[term][own] || named[term]?.[row + own])) hits[row + own] = 1
      row += block.rows
    }
    read.add(shard)
  }
}

// Whether a column's words stand in the files of rows alone.
const inRows = column => !column.by && (column.many || !column.kind.startsWith("choice"))

const BETWEEN = "\u0001" // in no text; one long text is folded sooner than many short ones

// Marks the rows of a block whose cell in a column holds a term, for each term.
function mark(column, { values, sets, codes }, terms, fold, found) {
  const said = value => (column.many ? value.slice(1).join("\n") : Array.isArray(value) ? value.join("\n") : String(value ?? ""))
  const folded = fold(values.map(said).join(BETWEEN))
  terms.forEach((term, place) => {
    if (!folded.includes(term)) return
    const hits = folded.split(BETWEEN).map(cell => cell.includes(term))
    const cells = sets ? sets.map(members => members.some(value => hits[value])) : hits
    const rows = codes === undefined ? cells : unpack(codes)
    for (let row = 0; row < rows.length; row += 1) if (codes === undefined ? rows[row] : cells[rows[row]]) found[place][row] = 1
  })
}
