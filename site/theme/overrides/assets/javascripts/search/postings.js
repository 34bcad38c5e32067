// Which units hold a key, chunk by chunk, and what becomes of several keys together. build/zoneledger/search/postings.py and
// buckets.py write it. Hits of a chunk: { units, codes }, units rising; a code is the rank times four, plus two where the
// characters are read like the letters typed, plus one where only the text can tell whether it is a hit at all.
import { decode, place } from "./numbers.js"

export const DOUBT = 1
export const SPELT = 2

// How well a record matches a term; of several terms the worst counts. A name ranks by the characters it is longer than the
// term.
export const BY_ID = 0
export const NAMED = 1000
export const TITLED = 3000
export const MENTIONED = 4000

export const ranked = code => code >> 2

const NOTHING = { units: [], codes: [] }
const PARTED = "!"

// One key's posting, of which the parts are loaded as they are needed.
export class Posting {
  constructor(files, value = "") {
    this.files = files
    this.shared = files.manifest.shared
    this.chunks = new Map()
    this.loaded = new Set()
    this.starts = []
    if (value[0] !== PARTED) return this.#read(value)
    const [base, ...steps] = decode(value.slice(1))
    this.base = base
    let last = -1
    this.starts = steps.map(step => (last += step + 1))
  }

  // Parts not loaded yet that speak of chunks from one on, and of the wanted ones if only some are.
  missing(from, wanted) {
    const parts = this.starts.map((_, part) => part).filter(part => !this.loaded.has(part) && (this.starts[part + 1] ?? Infinity) > from)
    if (!wanted) return parts
    const needed = new Set(Array.from(wanted, chunk => place(this.starts, chunk)))
    return parts.filter(part => needed.has(part))
  }

  async load(parts) {
    await Promise.all(parts.map(async part => {
      const text = await this.files.file(`parts/${this.base + part}.json`)
      if (!this.loaded.has(part)) this.#read(text)
      this.loaded.add(part)
    }))
  }

  get whole() {
    return this.loaded.size === this.starts.length
  }

  #read(text) {
    const numbers = decode(text)
    for (let at = 0; at < numbers.length;) {
      const chunk = numbers[at]
      const [titled, mentioned] = [numbers[at + 1], numbers[at + 2]]
      const found = { titled: [], lengths: [], mentioned: [] }
      at += 3
      let unit = -1
      for (let left = titled; left; left -= 1) {
        unit += numbers[at++] + 1
        found.titled.push(unit)
        found.lengths.push(chunk < this.shared || unit === 0 ? numbers[at++] : -1)
      }
      unit = -1
      for (let left = mentioned; left; left -= 1) found.mentioned.push((unit += numbers[at++] + 1))
      this.chunks.set(chunk, this.chunks.has(chunk) ? joined(this.chunks.get(chunk), found) : found)
    }
  }
}

// Two postings of one chunk: readings that other plans bring are added behind the own ones.
function joined(one, two) {
  const shortest = new Map()
  for (const { titled, lengths } of [one, two]) titled.forEach((unit, at) => shortest.set(unit, Math.min(lengths[at], shortest.get(unit) ?? Infinity)))
  const rise = units => [...new Set(units)].sort((here, there) => here - there)
  const titled = rise(shortest.keys())
  const mentioned = rise([...one.mentioned, ...two.mentioned]).filter(unit => !shortest.has(unit))
  return { titled, lengths: titled.map(unit => shortest.get(unit)), mentioned }
}

// The units with one key. length: characters of it, or of what it stands for.
export class Leaf {
  constructor(posting, length) {
    this.postings = [posting]
    this.posting = posting
    this.length = length
  }

  get known() {
    return this.posting.whole ? new Set(this.posting.chunks.keys()) : null
  }

  at(chunk) {
    const held = this.posting.chunks.get(chunk)
    if (!held) return NOTHING
    const { titled, lengths, mentioned } = held
    const codes = lengths.map(length => (length < 0 ? TITLED : NAMED + Math.max(0, length - this.length)) << 2)
    return either({ units: titled, codes }, { units: mentioned, codes: mentioned.map(() => MENTIONED << 2) })
  }
}

// The units that are identified so: those of a key, of some chunks alone if given.
export class Identified {
  constructor(posting, chunks = null) {
    this.postings = [posting]
    this.posting = posting
    this.chunks = chunks
  }

  get known() {
    return this.posting.whole ? new Set([...this.posting.chunks.keys()].filter(chunk => !this.chunks || this.chunks.has(chunk))) : this.chunks
  }

  at(chunk) {
    const held = this.chunks && !this.chunks.has(chunk) ? undefined : this.posting.chunks.get(chunk)
    return held ? { units: held.mentioned, codes: held.mentioned.map(() => BY_ID) } : NOTHING
  }
}

// What all of some have in common.
export class All {
  constructor(nodes) {
    this.nodes = nodes
    this.postings = nodes.flatMap(node => node.postings)
  }

  get known() {
    const sets = this.nodes.map(node => node.known).filter(Boolean)
    if (sets.length === 0) return null
    const [least, ...others] = sets.sort((one, two) => one.size - two.size)
    return new Set([...least].filter(chunk => others.every(other => other.has(chunk))))
  }

  at(chunk) {
    let hits = null
    for (const node of this.nodes) {
      const next = node.at(chunk)
      hits = hits ? both(hits, next) : next
      if (hits.units.length === 0) return NOTHING
    }
    return hits ?? NOTHING
  }
}

// What any of some has. flags: added to what the node before them gives, as in any([[node, flags], …]).
export class Any {
  constructor(nodes, flags = []) {
    this.nodes = nodes
    this.flags = flags
    this.postings = nodes.flatMap(node => node.postings)
  }

  get known() {
    const sets = this.nodes.map(node => node.known)
    return sets.every(Boolean) ? new Set(sets.flatMap(set => [...set])) : null
  }

  at(chunk) {
    return this.nodes.reduce((hits, node, at) => either(hits, flagged(node.at(chunk), this.flags[at] ?? 0)), NOTHING)
  }
}

function flagged(hits, flags) {
  return flags && hits.units.length ? { units: hits.units, codes: hits.codes.map(code => code | flags) } : hits
}

export function both(one, two) {
  const hits = { units: [], codes: [] }
  for (let here = 0, there = 0; here < one.units.length && there < two.units.length;) {
    const step = one.units[here] - two.units[there]
    if (step === 0) {
      hits.units.push(one.units[here])
      hits.codes.push((Math.max(one.codes[here] >> 2, two.codes[there] >> 2) << 2) | ((one.codes[here] | two.codes[there]) & 3))
    }
    if (step <= 0) here += 1
    if (step >= 0) there += 1
  }
  return hits
}

// Of two ways to the same unit the better rank counts; it is in doubt only if both are.
function either(one, two) {
  if (one.units.length === 0) return two
  if (two.units.length === 0) return one
  const hits = { units: [], codes: [] }
  for (let here = 0, there = 0; here < one.units.length || there < two.units.length;) {
    const step = (one.units[here] ?? Infinity) - (two.units[there] ?? Infinity)
    hits.units.push(step <= 0 ? one.units[here] : two.units[there])
    if (step < 0) hits.codes.push(one.codes[here])
    else if (step > 0) hits.codes.push(two.codes[there])
    else hits.codes.push((Math.min(one.codes[here] >> 2, two.codes[there] >> 2) << 2) | ((one.codes[here] | two.codes[there]) & SPELT) | (one.codes[here] & two.codes[there] & DOUBT))
    if (step <= 0) here += 1
    if (step >= 0) there += 1
  }
  return hits
}
