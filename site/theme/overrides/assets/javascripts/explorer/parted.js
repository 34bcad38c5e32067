// A table whose rows are many: it comes in parts, and only those that are asked for. build/zoneledger/explorer/parts.py
// says which there are. What a `select` or an order needs must have been made `ready` before.
import { block } from "./block.js"
import { Files } from "./files.js"
import { unpack, summed } from "./packing.js"
import { Reading } from "./reading.js"
import { counted, Table, tally } from "./table.js"

const KEPT = 160 // files of rows kept in memory; a page of scattered rows needs up to 50
export const SORTED = 50_000 // rows that can be put in order by what stands in the files of rows

export class Parted extends Table {
  // folder: URL of the parts; fetched(URL): a promise of a file's content.
  constructor(data, lang, fold, folder, fetched) {
    super(data, lang, fold)
    this.parted = true
    this.heads = new Map(data.columns.map(({ id, kind, title, facet, shown, order, link }) => [id, { id, kind, title, facet, shown, order, link }]))
    const files = (name, keep) => new Files(new URL(`${name}/`, folder), fetched, keep)
    this.files = { columns: files("columns"), names: files("names"), rows: files("rows", KEPT), grams: files("grams") }
    this.#place(data.parts.shards)
    this.loaded = new Map() // file of rows → its blocks, for what is shown now
    this.spoken = new Map() // facet with a long list → all its names
    this.reading = new Reading(this)
    for (const column of this.columns) if (column.by) this.#follow(column)
  }

  // Columns of long lists know their most frequent values only; names of others are filled in when they are shown.
  described(data) {
    return data.columns.map(column => {
      if (!column.size) return column
      const values = Array(column.size)
      const counts = Array(column.size)
      for (const [code, count, ...value] of column.top) {
        values[code] = value
        counts[code] = count
      }
      return { ...column, values, counts, many: true }
    })
  }

  // Which rows each plan has, and which file of rows holds them.
  #place(shards) {
    const lengths = shards.flat()
    this.first = Uint32Array.from([0, ...summed(lengths)]) // of each plan; at the end the number of rows
    this.plan = Uint32Array.from([0, ...summed(shards.map(plans => plans.length))]) // the first plan of each file
    this.shardOf = new Uint32Array(lengths.length)
    shards.forEach((plans, shard) => this.shardOf.fill(shard, this.plan[shard], this.plan[shard + 1]))
    this.shards = shards.length
  }

  // A text that follows from another column's value.
  #follow(column) {
    column.texts = new Map(column.values.map(([key, ...text]) => [key, text]))
    column.values = this.column[column.by].values.map(([key]) => column.texts.get(key) ?? ["", ""])
  }

  #planOf(row) {
    let [low, high] = [0, this.first.length - 2]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.first[middle] <= row) low = middle
      else high = middle - 1
    }
    return low
  }

  shard(row) {
    return this.shardOf[this.#planOf(row)]
  }

  // The rows of a file: from, to.
  span(shard) {
    return [this.first[this.plan[shard]], this.first[this.plan[shard + 1]]]
  }

  at(row) {
    const plan = this.#planOf(row)
    const shard = this.shardOf[plan]
    const blocks = this.loaded.get(shard)
    const place = plan - this.plan[shard]
    if (!(blocks[place] instanceof Table)) blocks[place] = block(blocks[place], this)
    return { table: blocks[place], row: row - this.first[plan] }
  }

  // The files of some rows, each once, in order.
  shardsOf(rows) {
    return [...new Set(Array.from(rows, row => this.shard(row)))].sort((one, two) => one - two)
  }

  // Hands each of the files to `visit(shard, blocks)` with its rows there; only the page's own stay.
  visit(shards, visit) {
    return this.files.rows.each(shards.map(shard => `${shard}.json`), (content, place) => {
      const shard = shards[place]
      const stays = this.loaded.has(shard)
      if (!stays) this.loaded.set(shard, [...content])
      const goOn = visit(shard, content)
      if (!stays) this.loaded.delete(shard)
      return goOn
    })
  }

  // Fetches the files of the rows that are about to be shown; null where they are there.
  show(rows) {
    const shards = this.shardsOf(rows)
    if (shards.every(shard => this.loaded.has(shard))) return null
    return Promise.all(shards.map(async shard => [shard, this.loaded.get(shard) ?? [...(await this.files.rows.get(`${shard}.json`))]])).then(found => {
      this.loaded = new Map(found)
    })
  }

  // Fetches codes or figures of some columns; null where they are there.
  need(columns) {
    const missing = columns.map(column => (column.by ? this.column[column.by] : column)).filter(column => !this.has(column))
    return missing.length ? Promise.all(missing.map(column => this.#load(column))) : null
  }

  has(column) {
    return Boolean(column.codes ?? column.numbers)
  }

  // Whether rows can be put in a column's order by codes or figures alone.
  coded(column) {
    return Boolean(column.by) || column.kind === "number" || column.kind.startsWith("choice")
  }

  async #load(column) {
    const content = await this.files.columns.get(`${column.id}.json`)
    if (this.has(column)) return
    if (column.kind === "number") {
      column.values = content.values
      column.numbers = Float64Array.from(content.values, value => value ?? NaN)
      return
    }
    column.sets = content.sets
    column.codes = this.#codes(content, column.distinct)
    column.counts = tally(column, -1, new Uint8Array(this.rows))
    for (const follower of this.columns) if (follower.by === column.id) follower.codes = column.codes
    this.files.columns.kept.delete(`${column.id}.json`)
  }

  // Rows name a code, or a place in their plan's own list, or nothing where a plan has one value for all of its rows.
  #codes({ plans, locals, codes }, distinct) {
    const Kind = distinct <= 0x100 ? Uint8Array : distinct <= 0x10000 ? Uint16Array : Uint32Array
    if (!plans && !locals) return unpack(codes, Kind)
    const places = plans ? null : unpack(codes)
    const found = new Kind(this.rows)
    for (let plan = 0; plan + 1 < this.first.length; plan += 1) {
      const [from, to] = [this.first[plan], this.first[plan + 1]]
      if (plans) found.fill(plans[plan], from, to)
      else {
        const own = summed(locals[plan])
        for (let row = from; row < to; row += 1) found[row] = own[places[row]]
      }
    }
    return found
  }

  // While nothing is chosen, the numbers of rows were counted beforehand.
  select(chosen, text = "", facets = this.facets) {
    const counted = facets.filter(facet => this.has(facet) || !(chosen.size || text.trim()))
    if (text.trim()) return { ...super.select(chosen, text, counted), ...this.reading.gaps }
    if (chosen.size) return super.select(chosen, "", counted)
    return { passes: null, count: this.rows, counts: new Map(facets.map(facet => [facet.id, facet.counts])) }
  }

  distribution(facet, passes) {
    return passes ? super.distribution(facet, passes) : facet.counts
  }

  sorted(passes, by = "", down = false) {
    const coded = by && this.coded(this.column[by])
    return super.sorted(passes ?? new Uint8Array(this.rows), coded ? by : "", coded && down)
  }

  rejectText(text, fails) {
    if (this.terms(text).length === 0) return
    for (let row = 0; row < this.rows; row += 1) if (!this.reading.hits[row]) fails[row] = 2
  }

  // Names of a long list come from a file of names alone.
  ranked(column) {
    const names = this.spoken.get(column.id)?.map((name, code) => (code === column.none ? "" : name))
    if (!names) return super.ranked(column)
    return this.ranks(column.sets?.map(members => members.map(value => names[value]).join("; ")) ?? names)
  }

  // All names of a long list in the reader's language.
  async names(column) {
    if (!this.spoken.has(column.id)) this.spoken.set(column.id, await this.files.names.get(`${column.id}/${this.lang}.json`))
    return this.spoken.get(column.id)
  }

  // Fills in keys and names of some values of a long list; null where they are there.
  name(column, codes) {
    const size = this.data.parts.names
    const blocks = new Set([...codes].filter(code => code >= 0 && !column.values[code]).map(code => Math.floor(code / size)))
    return blocks.size ? Promise.all([...blocks].map(block => this.#fill(column, block))) : null
  }

  async #fill(column, block) {
    const first = block * this.data.parts.names
    for (const [place, value] of (await this.files.names.get(`${column.id}/${block}.json`)).entries()) {
      column.values[first + place] = value
      column.position.set(value[0], first + place)
    }
  }

  // Finds values of a long list by their keys, as addresses name them.
  find(column, keys) {
    const last = block => column.starts[block + 1]
    const blocks = keys.filter(key => !column.position.has(key)).map(key => {
      if (key === "none") return column.none < 0 ? -1 : Math.floor(column.none / this.data.parts.names)
      return column.starts.findIndex((start, block) => start <= key && (last(block) === undefined || last(block) === "none" || key < last(block)))
    })
    return Promise.all([...new Set(blocks)].filter(block => block >= 0).map(block => this.#fill(column, block)))
  }

  // The files that must be read to sort some rows by what stands there.
  unworded(rows, by) {
    if (this.worded?.by !== by) this.worded = { by, codes: new Int32Array(this.rows).fill(-1), words: new Map() }
    return this.shardsOf(rows.filter(row => this.worded.codes[row] < 0))
  }

  // The rows in the order of what stands in the files of rows. told(done, of) hears of the progress and may return false
  // to stop: then there is none.
  async byText(rows, by, down, told) {
    const shards = this.unworded(rows, by)
    const { codes, words } = this.worded
    const wanted = new Set(rows)
    let stopped = false
    let done = 0
    await this.visit(shards, shard => {
      for (let [row, to] = this.span(shard); row < to; row += 1) {
        if (!wanted.has(row)) continue
        const { table, row: own } = this.at(row)
        const word = table.column[by].word(own)
        if (!words.has(word)) words.set(word, words.size)
        codes[row] = words.get(word)
      }
      stopped = told((done += 1), shards.length) === false
      return !stopped
    })
    if (stopped) return null
    const order = Array.from(counted(this.ranks([...words.keys()]), rows.map(row => codes[row]), rows.length), place => rows[place])
    if (!down) return order
    const empty = row => codes[row] === words.get("")
    return [...order.filter(row => !empty(row)).reverse(), ...order.filter(empty)]
  }
}
