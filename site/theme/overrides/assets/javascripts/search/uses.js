// Which records each line stands in, and of which of them it is a name: build/zoneledger/search/lines.py writes it.
import { decode, place } from "./numbers.js"

export class Uses {
  constructor(files) {
    this.files = files
    this.firsts = files.directories.uses
    this.blocks = new Map()
  }

  // Loads what is known of these lines.
  async load(lines) {
    const wanted = new Set(lines.map(line => place(this.firsts, line)))
    await Promise.all([...wanted].filter(block => !this.blocks.has(block)).map(async block => {
      this.blocks.set(block, this.#read(await this.files.file(`uses/${block}.json`)))
    }))
  }

  // Of one line: { records, names, length }; names says of each record whether the line is a name of it.
  of(line) {
    const block = place(this.firsts, line)
    return this.blocks.get(block)[line - this.firsts[block]]
  }

  #read(text) {
    let first = 0
    return text.split(" ").map(written => {
      const numbers = decode(written)
      const use = { records: [], names: [], length: 0 }
      let last = first
      for (let at = 0; at < numbers.length; at += 1) {
        last += numbers[at] >> 1
        use.records.push(last)
        use.names.push(numbers[at] & 1)
        if (numbers[at] & 1) use.length = numbers[(at += 1)]
      }
      first = use.records[0]
      return use
    })
  }
}
