// The search without its box: opens the files and answers queries. How the files are made: build/zoneledger/search/.
import { Candidates } from "./candidates.js"
import { Chunks } from "./chunks.js"
import { Entries } from "./entries.js"
import { Files } from "./files.js"
import { folding } from "./folding.js"
import { Found } from "./found.js"
import { Marks } from "./marks.js"
import { Pinyin, possible } from "./pinyin.js"
import { terms } from "./query.js"
import { Words, runs } from "./words.js"

const WHOLLY_LATIN = /^[\x20-\x7e]*$/

export class Engine {
  // root: URL of the folder that holds search/; lang: of the results shown.
  constructor(files, root, lang) {
    this.files = files
    this.lang = lang
    this.tree = new URL(lang === "en" ? "en/" : "./", root)
    this.chunks = new Chunks(files)
    this.entries = new Entries(files, this.chunks)
    this.words = new Words(files)
    this.read = new Map() // what is made of single files, each once
  }

  static async open(root, lang, options) {
    return new Engine(await Files.open(root, options), root, lang)
  }

  // Everything a query finds.
  async find(query) {
    const { fold, pinyin } = await this.#tools(query)
    const wanted = await this.#terms(fold.text(query))
    const candidates = new Candidates(this.files, this.words, pinyin)
    const nodes = await Promise.all(wanted.map(term => candidates.of(term)))
    const found = new Found(this, wanted, nodes, new Marks(fold, pinyin))
    await found.further()
    await found.settle()
    return found
  }

  async #tools(query) {
    const plain = folding({ from: "", to: "" })
    const typed = await this.#terms(plain.text(query))
    const sounds = typed.some(term => term.sounds)
    // Letters and figures fold without the table; what is read like them may be a traditional character.
    const latin = WHOLLY_LATIN.test(query) && !sounds
    const [fold, pinyin] = await Promise.all([
      latin ? plain : this.#made("folding", async () => folding(await this.files.folding())),
      sounds ? this.#made("pinyin", async () => new Pinyin(await this.files.file("readings.json"))) : null,
    ])
    return { fold, pinyin }
  }

  // The terms of a folded query: known says that one is a word of the data, related are the words of its stem. A word of the
  // data (ganzhou, gdp) is that word and no pinyin: what is called so has it in its English name.
  async #terms(folded) {
    return Promise.all(terms(folded).map(async term => {
      const known = runs(term.text)[0] === term.text && (await this.words.word(term.text)) !== undefined
      return { ...term, known, related: await this.words.related(term.text), sounds: possible(term.text) && !known }
    }))
  }

  #made(name, make) {
    if (!this.read.has(name)) {
      const making = make()
      making.catch(() => this.read.delete(name))
      this.read.set(name, making)
    }
    return this.read.get(name)
  }
}
