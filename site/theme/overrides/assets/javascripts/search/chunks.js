// The plans, and before them the parts of the shared lists, by number: whose units are where. build/zoneledger/search/index.py
// writes the directory. A record is one number: that of its chunk and that of its first unit there.
import { decode, place, rising } from "./numbers.js"

const UNITS = 65536

export const record = (chunk, unit) => chunk * UNITS + unit
export const chunkOf = number => Math.floor(number / UNITS)
export const unitOf = number => number % UNITS

export class Chunks {
  constructor(files) {
    const { manifest } = files
    this.files = files
    this.block = manifest.block
    this.pages = manifest.shared - 1 // the chunk of the pages, of which one may be several units
    this.owners = rising(manifest.pages)
    this.known = new Map()
  }

  // Loads what is known of some chunks.
  async load(numbers) {
    const blocks = new Set(numbers.map(number => Math.floor(number / this.block)))
    await Promise.all([...blocks].filter(block => !this.known.has(block)).map(async block => {
      this.known.set(block, (await this.files.file(`chunks/${block}.json`)).map(read))
    }))
  }

  // { path, ends: of each kind's units, firsts: of each file }
  of(number) {
    return this.known.get(Math.floor(number / this.block))[number % this.block]
  }

  kind(number) {
    return place(this.of(chunkOf(number)).ends, unitOf(number)) + 1
  }

  // Units with their codes as records: those of one page become one, as good as the best of them.
  owned(chunk, hits) {
    if (chunk !== this.pages) return hits
    const codes = new Map()
    hits.units.forEach((unit, at) => {
      const owner = this.owners[place(this.owners, unit)]
      codes.set(owner, Math.min(codes.get(owner) ?? Infinity, hits.codes[at]))
    })
    return { units: [...codes.keys()], codes: [...codes.values()] }
  }

  // The units of a record among those given.
  unitsOf(number, units) {
    const unit = unitOf(number)
    if (chunkOf(number) !== this.pages) return [unit]
    const next = this.owners[place(this.owners, unit) + 1] ?? Infinity
    return units.filter(other => other >= unit && other < next)
  }
}

function read(text) {
  const [path, counts, firsts] = text.split(" ")
  let end = 0
  return { path, ends: decode(counts).map(count => (end += count)), firsts: rising(firsts) }
}
