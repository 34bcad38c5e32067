// What a query found: which records, in which groups and order, and how much of that is certain.
import { card } from "./card.js"
import { place, rising } from "./numbers.js"

// How well a record matches a term; of several terms the worst counts.
const BY_ID = 0
const CALLED = 1 // a name of it is the term, give or take a character: 市工信局
const NAMED = 2
const TITLED = 3
const MENTIONED = 4

const NEARLY = 1 // characters by which a name may be longer than the term
// Text files worth loading for a certain count before anything is shown; fewer where the vocabulary was loaded already.
const FILES_TO_SETTLE = { alone: 10, beside: 4 }

export class Found {
  // lists: of each term { lines: line => candidate, ids }.
  constructor(engine, terms, lists, marks) {
    Object.assign(this, { engine, terms, lists, marks })
    this.manifest = engine.files.manifest
    this.kinds = this.manifest.kinds
    this.firsts = this.kinds.map(kind => kind.first)
    this.checked = new Map() // texts of lines that were looked at
    this.matches = lists.map(list => this.#records(list))
    this.#arrange()
  }

  // Of one term: record => its places, best first: { line, score, extra, candidate }.
  #records({ lines, ids }) {
    const found = new Map()
    const add = (record, match) => {
      if (!found.has(record)) found.set(record, [match])
      else found.get(record).push(match)
    }
    for (const record of ids ? rising(ids) : []) add(record, { line: -1, score: BY_ID, extra: 0, candidate: { sure: true } })
    for (const [line, candidate] of lines) {
      const use = this.engine.uses.of(line)
      const extra = Math.max(0, use.length - candidate.length)
      use.records.forEach((record, at) => add(record, { line, extra, candidate, score: this.#score(record, use.names[at], extra) }))
    }
    for (const all of found.values()) all.sort((one, two) => one.score - two.score || one.extra - two.extra)
    return found
  }

  #score(record, isName, extra) {
    if (!isName) return MENTIONED
    if (!this.kinds[place(this.firsts, record)].named) return TITLED
    return extra <= NEARLY ? CALLED : NAMED
  }

  // Puts the records that have all terms into groups: { id, title, records }, best first, names before texts.
  #arrange() {
    const groups = new Map()
    const [first, ...others] = this.matches
    for (const record of first?.keys() ?? []) {
      if (!others.every(matches => matches.has(record))) continue
      const kind = place(this.firsts, record)
      if (!groups.has(kind)) groups.set(kind, [])
      groups.get(kind).push({ record, ...this.#rank(record) })
    }
    this.groups = [...groups].map(([kind, records]) => {
      records.sort((one, two) => one.score - two.score || one.extra - two.extra || one.record - two.record)
      return { kind, id: this.kinds[kind].id, title: this.kinds[kind][this.engine.lang], score: Math.min(records[0].score, TITLED), records: records.map(({ record }) => record) }
    })
    // A group comes forward for a name; otherwise the order of the tables stays.
    this.groups.sort((one, two) => one.score - two.score || one.kind - two.kind)
    this.count = this.groups.reduce((sum, group) => sum + group.records.length, 0)
  }

  #rank(record) {
    const best = this.matches.map(matches => matches.get(record)[0])
    const score = Math.max(...best.map(match => match.score))
    // Among things of the same name the shorter name is the closer one; sentences keep the order of their plan.
    return { score, extra: score <= NAMED ? Math.max(...best.map(match => match.extra)) : 0 }
  }

  // Whether the count is certain, not only an upper bound.
  get certain() {
    return this.groups.every(group => group.records.every(record => this.#sure(record)))
  }

  // Makes the count certain where that is cheap, or in any case.
  async settle(wholly = false) {
    const lines = this.#doubtful(this.groups.flatMap(group => group.records))
    const most = FILES_TO_SETTLE[this.marks.vocabulary ? "beside" : "alone"]
    if (!wholly && this.engine.files.span("text", lines) > most) return
    await this.#check(lines)
  }

  // The lines whose text must decide whether these records have all terms.
  #doubtful(records) {
    const lines = new Set()
    for (const matches of this.matches) {
      for (const record of records) {
        const all = matches.get(record)
        if (!all.some(match => match.candidate.sure)) for (const match of all) lines.add(match.line)
      }
    }
    return [...lines]
  }

  async #check(lines) {
    if (lines.length === 0) return
    const text = await this.engine.files.entries("text", lines)
    this.matches.forEach((matches, at) => {
      const { lines: candidates } = this.lists[at]
      for (const line of lines) {
        const candidate = candidates.get(line)
        if (!candidate || candidate.sure) continue
        candidate.sure = this.marks.holds(text(line), this.terms[at], candidate.spelt)
        candidate.false = !candidate.sure
      }
      for (const [record, all] of matches) {
        const left = all.filter(match => !match.candidate.false)
        if (left.length) matches.set(record, left)
        else matches.delete(record)
      }
    })
    this.#arrange()
  }

  // Certain records of a group, from one place of it on.
  async some(id, from, size) {
    for (;;) {
      const records = this.groups.find(group => group.id === id)?.records.slice(from, from + size) ?? []
      const lines = this.#doubtful(records)
      if (lines.length === 0) return records
      await this.#check(lines)
    }
  }

  #sure(record) {
    return this.matches.every(matches => matches.get(record).some(match => match.candidate.sure))
  }

  // What to show of some records.
  async show(records) {
    const entry = await this.engine.files.entries(`cards-${this.engine.lang}`, records)
    return Promise.all(records.map(record => card(this, record, entry(record))))
  }
}
