// The lines that may hold a term, and whether that is certain without their text.
import { common, rising } from "./numbers.js"
import { possible } from "./pinyin.js"
import { runs } from "./words.js"

const MOST_FILES = 6 // of word lists; beyond that, pairs of letters are cheaper
const MOST_PAIRS = 6

const SEPARATE = /[a-z0-9]{3,}|\s/g // what is not looked up by pairs

export class Candidates {
  constructor(files, vocabulary, pinyin) {
    this.files = files
    this.vocabulary = vocabulary
    this.pinyin = pinyin
  }

  // term: of a query. Gives line => { sure, length, spelt }: length is that of the match, spelt is set for pinyin.
  async of(term) {
    const found = new Map()
    const note = (lines, sure, length, spelt = false) => {
      for (const line of lines) {
        const known = found.get(line)
        if (!known || (sure && !known.sure)) found.set(line, { sure, length, spelt })
        else if (!sure && !known.sure && known.spelt !== spelt) known.spelt = "either"
      }
    }
    await Promise.all([
      ...term.texts.map(text => this.#printed(text, note)),
      this.#related(term.text, note),
      this.#spelt(term.text, note),
    ])
    return found
  }

  async #printed(text, note) {
    const characters = Array.from(text)
    if (characters.length <= 2) return note(await this.#lines("grams", text), true, text.length)
    const parts = []
    for (const match of text.matchAll(SEPARATE)) {
      if (match[0].trim()) parts.push(this.#run(match[0], match.index > 0, match.index + match[0].length < text.length))
    }
    for (const pair of pairs(text)) parts.push(this.#lines("grams", pair))
    if (parts.length === 0) for (const character of characters) if (character.trim()) parts.push(this.#lines("grams", character))
    const lists = await Promise.all(parts)
    const alone = runs(text)[0] === text && !lists[0].loose
    note(lists.reduce(common), alone, text.length)
  }

  // Lines with a word that holds this run of letters and digits; inside of a longer text the run is the word's start or end.
  async #run(run, atStart, atEnd) {
    const words = this.vocabulary.containing(run, atStart, atEnd)
    if (words.length && this.files.span("words", words) > MOST_FILES) {
      const lists = await Promise.all(spread(neighbours(run)).map(pair => this.#lines("grams", pair)))
      return Object.assign(lists.reduce(common), { loose: true })
    }
    return this.#ofWords(words)
  }

  async #related(text, note) {
    const words = this.vocabulary?.related(text) ?? []
    if (words.length) note(await this.#ofWords(words), true, text.length)
  }

  async #ofWords(words) {
    const entry = await this.files.entries("words", words)
    const lines = new Set(words.flatMap(word => rising(entry(word))))
    return [...lines].sort((one, two) => one - two)
  }

  async #spelt(text, note) {
    if (!this.pinyin || !possible(text, this.vocabulary)) return
    await Promise.all(this.pinyin.keys(text).map(async keys => {
      const lists = await Promise.all(keys.map(key => this.#lines("pinyin", key)))
      note(lists.reduce(common), keys.length === 1 && keys[0] === text, keys[0][0] === "-" ? text.length : keys.length, true)
    }))
  }

  async #lines(list, key) {
    const text = await this.files.value(list, key)
    return text ? rising(text) : []
  }
}

const neighbours = text => Array.from(text).flatMap((character, place, all) => (place ? [all[place - 1] + character] : []))

// Pairs outside of the runs that the vocabulary knows, and none with a space.
function pairs(text) {
  const characters = Array.from(text)
  const owned = new Set()
  for (const match of text.matchAll(/[a-z0-9]{3,}/g)) {
    const start = Array.from(text.slice(0, match.index)).length
    for (let place = start + 1; place < start + match[0].length; place += 1) owned.add(place)
  }
  const all = characters.flatMap((character, place) => (place && !owned.has(place) ? [characters[place - 1] + character] : []))
  return spread(all.filter(pair => !/\s/.test(pair)))
}

// A few of many, from the whole length of a text.
function spread(all) {
  if (all.length <= MOST_PAIRS) return all
  return Array.from({ length: MOST_PAIRS }, (_, part) => all[Math.round((part * (all.length - 1)) / (MOST_PAIRS - 1))])
}
