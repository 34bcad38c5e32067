// What a query found: which records, in which groups and order, and how much of that is certain.
import { card } from "./card.js"
import { chunkOf, record, unitOf } from "./chunks.js"
import { Ranks } from "./ranks.js"
import { All, DOUBT, MENTIONED, NAMED, SPELT, TITLED, ranked } from "./postings.js"

const MOST_PARTS = 18 // of long postings, loaded at once: of a larger index the first plans are searched at first
const FILES_TO_SETTLE = { alone: 6, beside: 3 } // worth loading for a certain count; fewer where words were loaded already
const FILES_TO_SHOW = 16 // worth loading for results that are shown together, of which some may turn out to be none
const FILES_TO_ADD = 32 // the same for those that a reader asks for in addition

export class Found {
  // nodes: of each term, what may hold it.
  constructor(engine, terms, nodes, marks) {
    Object.assign(this, { engine, terms, nodes, marks })
    this.kinds = engine.files.manifest.kinds
    this.all = new All(nodes)
    this.firstRow = record(engine.files.manifest.shared, 0)
    this.ranks = this.kinds.map(() => new Ranks())
    this.flags = new Map() // of records that are in doubt, or found by pinyin
    this.doubts = 0
    this.searched = 0 // chunks
    this.#arrange()
  }

  // Plans that were searched, and all of them.
  get plans() {
    const { chunks, shared } = this.engine.files.manifest
    return { searched: Math.max(0, this.searched - shared), all: chunks - shared }
  }

  get more() {
    return this.searched < this.engine.files.manifest.chunks
  }

  // Whether the count is certain, not only an upper bound.
  get certain() {
    return this.doubts === 0
  }

  // Searches the next plans: all that are left, unless that would take too many files.
  async further() {
    const end = await this.#load()
    const hits = []
    const wanted = this.all.known
    const chunks = wanted ? [...wanted].sort((one, two) => one - two) : Array.from({ length: end }, (_, chunk) => chunk)
    for (const chunk of chunks) {
      if (chunk < this.searched || chunk >= end) continue
      const { units, codes } = this.#at(chunk)
      if (units.length) hits.push({ chunk, units, codes })
    }
    await this.engine.chunks.load(hits.map(({ chunk }) => chunk))
    for (const { chunk, units, codes } of hits) units.forEach((unit, at) => this.#add(record(chunk, unit), codes[at]))
    this.searched = end
    this.#arrange()
  }

  // Loads parts of postings, and gives the chunk up to which all is there.
  async #load() {
    const postings = new Set(this.all.postings)
    const wanted = this.all.known
    const missing = [...postings].flatMap(posting => posting.missing(this.searched, wanted).map(part => ({ posting, part, start: posting.starts[part] })))
    missing.sort((one, two) => one.start - two.start)
    const { chunks } = this.engine.files.manifest
    const end = missing.slice(MOST_PARTS).find(({ start }) => start > Math.max(this.searched, missing[0].start))?.start ?? chunks
    await Promise.all(missing.filter(({ start }) => start < end).map(({ posting, part }) => posting.load([part])))
    return end
  }

  // The records of a chunk that have all terms.
  #at(chunk) {
    const { chunks } = this.engine
    if (chunk !== chunks.pages) return this.all.at(chunk)
    return new All(this.nodes.map(node => ({ postings: [], at: () => chunks.owned(chunk, node.at(chunk)) }))).at(chunk)
  }

  #add(number, code) {
    const kind = this.engine.chunks.kind(number)
    this.ranks[kind].add(number, this.#rank(kind, ranked(code)))
    if (code & 3) this.flags.set(number, code & 3)
    this.doubts += code & DOUBT
  }

  // Of what is not looked for by name, all titles are alike.
  #rank(kind, rank) {
    return rank >= NAMED && rank < TITLED && !this.kinds[kind].named ? TITLED : rank
  }

  // Puts the groups in order: { id, title, records }, records best first. A group comes forward for a name; otherwise the
  // order of the tables stays.
  #arrange() {
    const groups = this.ranks.flatMap((ranks, kind) => (ranks.size ? [{ kind, ranks, score: Math.min(score(ranks.best), 3) }] : []))
    groups.sort((one, two) => one.score - two.score || one.kind - two.kind)
    this.groups = groups.map(({ kind, ranks }) => ({ kind, id: this.kinds[kind].id, title: this.kinds[kind][this.engine.lang], records: ranks.list }))
    this.count = this.groups.reduce((sum, { records }) => sum + records.length, 0)
  }

  // Makes the count certain where that is cheap, or in any case.
  async settle(wholly = false) {
    const most = FILES_TO_SETTLE[this.terms.some(({ related, known }) => known || related.length) ? "beside" : "alone"]
    if (this.doubts === 0 || (!wholly && this.doubts > 100 * most)) return
    const doubtful = [...this.flags].filter(([, flags]) => flags & DOUBT).map(([number]) => number)
    const files = new Set(doubtful.flatMap(number => this.#files(number)))
    if (wholly || files.size <= most) await this.#check(doubtful)
  }

  // The units of a record that may hold a term, best first.
  units(number) {
    const { chunks } = this.engine
    if (chunkOf(number) !== chunks.pages) return [unitOf(number)]
    const held = this.nodes.map(node => chunks.unitsOf(number, node.at(chunks.pages).units))
    const firsts = held.flatMap(units => units.slice(0, 1))
    return [...new Set([...firsts, ...held.flat()])]
  }

  isPlan(number) {
    return unitOf(number) === 0
  }

  #files(number) {
    return this.units(number).map(unit => this.engine.entries.file(number, unit))
  }

  async #check(records) {
    const verified = await Promise.all(records.map(async number => [number, await this.#verified(number)]))
    const changed = new Map()
    for (const [number, rank] of verified) {
      if (!(this.flags.get(number) & DOUBT)) continue // looked at meanwhile
      this.doubts -= 1
      this.flags.set(number, this.flags.get(number) & ~DOUBT)
      changed.set(number, rank)
    }
    this.ranks.forEach(ranks => ranks.change(changed))
    this.#arrange()
  }

  // The rank of a record by its text; nothing where a term is not in it.
  async #verified(number) {
    const kind = this.engine.chunks.kind(number)
    const chunk = chunkOf(number)
    const ranks = await Promise.all(this.nodes.map(async (node, at) => {
      const hits = node.at(chunk)
      const units = this.engine.chunks.unitsOf(number, hits.units)
      // A page has no names: the first stretch of it that holds the term is as good as any other.
      for (const unit of units) {
        const rank = await this.#verifiedUnit(number, unit, this.terms[at], hits.codes[hits.units.indexOf(unit)])
        if (rank < Infinity) return rank
      }
      return Infinity
    }))
    const worst = Math.max(...ranks)
    return worst === Infinity ? undefined : this.#rank(kind, worst)
  }

  async #verifiedUnit(number, unit, term, code) {
    if (!(code & DOUBT)) return ranked(code)
    const { lines } = await this.engine.entries.of(number, unit)
    const ranks = lines.map(({ text, named, spelt }) => {
      const excess = this.marks.excess(text, term)
      if (excess !== undefined) return named ? NAMED + excess : MENTIONED
      if (!(code & SPELT) || !spelt || !this.marks.holds(text, term, true)) return Infinity
      return named ? ranked(code) : MENTIONED
    })
    const best = Math.min(...ranks)
    // Rows of a plan are not looked for by name: their titles are alike.
    return best >= NAMED && best < TITLED && number >= this.firstRow && unit > 0 ? TITLED : best
  }

  // Certain records of a group, from one place of it on; fewer where too many texts would have to be looked at. files: those
  // that were looked at for the first results, of all groups; who asks for more gets some in any case.
  async some(id, from, size, files) {
    const asked = !files
    files ??= new Set()
    for (;;) {
      const records = this.groups.find(group => group.id === id)?.records.slice(from, from + size) ?? []
      const doubtful = records.filter(number => this.flags.get(number) & DOUBT)
      if (doubtful.length === 0) return records
      const certain = records.indexOf(doubtful[0])
      if (asked ? certain > 0 && files.size >= FILES_TO_ADD : files.size >= FILES_TO_SHOW) return records.slice(0, certain)
      // What stands in a file that is loaded anyway is looked at, too.
      doubtful.forEach(number => this.#files(number).forEach(file => files.add(file)))
      await this.#check([...new Set(doubtful.flatMap(number => this.#beside(number)))])
    }
  }

  #beside(number) {
    if (number < this.firstRow) return [number]
    const [first, end] = this.engine.entries.range(number, unitOf(number))
    const chunk = chunkOf(number)
    return Array.from({ length: end - first }, (_, at) => record(chunk, first + at)).filter(other => this.flags.get(other) & DOUBT)
  }

  // What to show of some records.
  async show(records) {
    return Promise.all(records.map(number => card(this, number, Boolean(this.flags.get(number) & SPELT))))
  }
}

// Groups are told apart by how their best record is found: by identifier, by a name like the term, by a longer name, otherwise.
function score(rank) {
  if (rank < NAMED) return 0
  return rank <= NAMED + 1 ? 1 : rank < TITLED ? 2 : 3
}
