// The search without its box: opens the files and answers queries. How the files are made: build/zoneledger/search/.
import { Candidates } from "./candidates.js"
import { Files } from "./files.js"
import { folding } from "./folding.js"
import { Found } from "./found.js"
import { Marks } from "./marks.js"
import { Pinyin, possible } from "./pinyin.js"
import { terms } from "./query.js"
import { Uses } from "./uses.js"
import { Vocabulary, runs } from "./words.js"

const WHOLLY_LATIN = /^[\x20-\x7e]*$/

export class Engine {
  // root: URL of the folder that holds search/; lang: of the results shown.
  constructor(files, root, lang) {
    this.files = files
    this.lang = lang
    this.tree = new URL(lang === "en" ? "en/" : "./", root)
    this.uses = new Uses(files)
    this.read = new Map() // what is made of single files, each once
  }

  static async open(root, lang, options) {
    return new Engine(await Files.open(root, options), root, lang)
  }

  // Everything a query finds.
  async find(query) {
    const { fold, vocabulary, pinyin } = await this.#tools(query)
    const wanted = terms(fold.text(query))
    const candidates = new Candidates(this.files, vocabulary, pinyin)
    const lists = await Promise.all(wanted.map(term => this.#hits(term, candidates, vocabulary)))
    const found = new Found(this, wanted, lists, new Marks(fold, vocabulary, pinyin))
    await found.settle()
    return found
  }

  async #tools(query) {
    const plain = folding({ from: "", to: "" })
    const typed = terms(plain.text(query))
    const letters = typed.some(term => runs(term.text).length > 0)
    const vocabulary = letters ? await this.#made("vocabulary", async () => new Vocabulary(await this.files.file("vocabulary.json"))) : null
    const sounds = typed.some(term => possible(term.text, vocabulary))
    // Letters and figures fold without the table; what is read like them may be a traditional character.
    const latin = WHOLLY_LATIN.test(query) && !sounds
    const [fold, pinyin] = await Promise.all([
      latin ? plain : this.#made("folding", async () => folding(await this.files.folding())),
      sounds ? this.#made("pinyin", async () => new Pinyin(await this.files.file("readings.json"))) : null,
    ])
    return { fold, vocabulary, pinyin }
  }

  #made(name, make) {
    if (!this.read.has(name)) {
      const making = make()
      making.catch(() => this.read.delete(name))
      this.read.set(name, making)
    }
    return this.read.get(name)
  }

  // One term's lines with the records they stand in, and the records with this identifier.
  async #hits(term, candidates, vocabulary) {
    const [lines, ids] = await Promise.all([candidates.of(term), this.#ids(term.text, vocabulary)])
    await this.uses.load([...lines.keys()])
    return { lines, ids }
  }

  // An identifier is told by a figure or a hyphen, or is a word of the data.
  async #ids(text, vocabulary) {
    if (!/^[a-z0-9.-]{2,}$/.test(text) || !(/[-\d]/.test(text) || vocabulary?.has(text))) return undefined
    return this.files.value("ids", text)
  }
}
