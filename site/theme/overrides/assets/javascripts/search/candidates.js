// What may hold a term, and whether that is certain without the text.
import { All, Any, DOUBT, Identified, Leaf, Posting, SPELT } from "./postings.js"
import { runs } from "./words.js"

const MOST_FILES = 6 // of words; beyond that, pairs of letters are cheaper
const MOST_PAIRS = 6

const SEPARATE = /[a-z0-9]{3,}|\s/g // what is not looked up by pairs
const NOWHERE = new Any([])

export class Candidates {
  constructor(files, words, pinyin) {
    this.files = files
    this.words = words
    this.pinyin = pinyin
    this.postings = new Map()
  }

  // term: of a query. Gives a node of postings.
  async of(term) {
    const found = (await Promise.all([
      ...term.texts.map(text => this.#printed(text)),
      this.#related(term),
      this.#identified(term),
      ...(term.sounds ? this.pinyin.keys(term.text).map(keys => this.#spelt(term.text, keys)) : []),
    ])).filter(Boolean)
    return new Any(found.map(({ node }) => node), found.map(({ flags }) => flags))
  }

  async #printed(text) {
    const characters = Array.from(text)
    if (characters.length <= 2) return { node: await this.#leaf("grams", text, text.length), flags: 0 }
    const parts = []
    for (const match of text.matchAll(SEPARATE)) {
      if (match[0].trim()) parts.push(this.#run(match[0], match.index > 0, match.index + match[0].length < text.length, text.length))
    }
    for (const pair of pairs(text)) parts.push(this.#leaf("grams", pair, text.length))
    if (parts.length === 0) for (const character of characters) if (character.trim()) parts.push(this.#leaf("grams", character, text.length))
    const nodes = await Promise.all(parts)
    return { node: new All(nodes), flags: runs(text)[0] === text && !nodes[0].loose ? 0 : DOUBT }
  }

  // What has a word that holds this run of letters and digits; inside of a longer text the run is the word's start or end.
  async #run(run, atStart, atEnd, length) {
    const words = await this.words.containing(run, atStart, atEnd)
    if (words && this.words.span(words) <= MOST_FILES) return this.#ofWords(words, length)
    const nodes = await Promise.all(spread(neighbours(run)).map(pair => this.#leaf("grams", pair, length)))
    return Object.assign(new All(nodes), { loose: true })
  }

  async #related(term) {
    return term.related.length ? { node: await this.#ofWords(term.related, term.text.length), flags: 0 } : null
  }

  async #ofWords(words, length) {
    const found = await Promise.all(words.map(async word => new Leaf(await this.#posting("words", word, async () => (await this.words.word(word))?.posting), length)))
    return found.length ? new Any(found) : NOWHERE
  }

  async #spelt(text, keys) {
    const length = keys[0][0] === "-" ? text.length : keys.length
    const node = new All(await Promise.all(keys.map(key => this.#leaf("pinyin", key, length))))
    return { node, flags: SPELT | (keys.length === 1 && keys[0] === text ? 0 : DOUBT) }
  }

  // An identifier is told by a figure or a hyphen, or is a word of the data. That of a plan's row is the plan's and its own part.
  async #identified({ text, known }) {
    if (!/^[a-z0-9.-]{2,}$/.test(text) || !(/[-\d]/.test(text) || known)) return null
    const cut = text.lastIndexOf("-")
    const [whole, plan, part] = await Promise.all([text, text.slice(0, Math.max(0, cut)), text.slice(cut + 1)].map(key => this.#posting("ids", key)))
    const plans = new Set([...plan.chunks].filter(([chunk, { mentioned }]) => chunk >= this.files.manifest.shared && mentioned[0] === 0).map(([chunk]) => chunk))
    const rows = cut > 0 && plans.size ? [new Identified(part, plans)] : []
    return { node: new Any([new Identified(whole), ...rows]), flags: 0 }
  }

  async #leaf(list, key, length) {
    return new Leaf(await this.#posting(list, key), length)
  }

  #posting(list, key, value = () => this.files.value(list, key)) {
    const name = `${list} ${key}`
    if (!this.postings.has(name)) this.postings.set(name, (async () => new Posting(this.files, await value()))())
    return this.postings.get(name)
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
