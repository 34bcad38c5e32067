// What is shown of units, and the lines by which a doubtful one is verified: build/zoneledger/search/entries.py writes it.
import { decode, place, rising } from "./numbers.js"
import { chunkOf } from "./chunks.js"

export class Entries {
  constructor(files, chunks) {
    this.files = files
    this.chunks = chunks
    this.together = files.manifest.together
  }

  // The file that holds a unit of a record's chunk; the chunk was loaded.
  file(record, unit) {
    const { path, firsts } = this.chunks.of(chunkOf(record))
    return `records/${path}/${Math.floor(place(firsts, unit) / this.together)}.json`
  }

  // The units that stand in the same file.
  range(record, unit) {
    const { firsts, ends } = this.chunks.of(chunkOf(record))
    const at = Math.floor(place(firsts, unit) / this.together) * this.together
    return [firsts[at], firsts[at + this.together] ?? ends.at(-1)]
  }

  // One unit: { lines: [{ text, lang, named, spelt, number }], plan, key, address, due, title, anchors }.
  async of(record, unit) {
    const { firsts } = this.chunks.of(chunkOf(record))
    const at = place(firsts, unit)
    const { plan, lines, entries } = (await this.files.file(this.file(record, unit)))[at % this.together]
    const [numbers, key = "", address = "", due = 0, title = 0, anchors = {}] = entries[unit - firsts[at]]
    const [zh, en, plain, ...places] = numbers.split(" ")
    const [named, spelt] = places.map(written => new Set(rising(written)))
    const read = [[zh, "zh"], [en, "en"], [plain, ""]].flatMap(([written, lang]) => decode(written).map(number => ({ text: lines[number], lang })))
    read.forEach((line, number) => Object.assign(line, { named: named.has(number), spelt: spelt.has(number), number }))
    const first = lang => read.find(line => line.lang === lang)?.text ?? ""
    return { lines: read, plan, key, address, due: due || ["", ""], title: title || [first("zh"), first("en")], anchors }
  }
}
