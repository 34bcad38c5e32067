// The list below the search box: searches while a reader types and shows what is found.
import { element } from "../dom.js"
import { Engine } from "./engine.js"
import { List } from "./list.js"
import { WORDS } from "./words-shown.js"

const QUIET = 600 // milliseconds without typing before a screen reader is told the count

export class Box {
  // box: the element with data-zl-search.
  constructor(box) {
    this.lang = document.documentElement.lang.startsWith("en") ? "en" : "zh"
    this.words = WORDS[this.lang]
    this.root = new URL(box.dataset.zlRoot || "./", document.baseURI)
    this.input = box.querySelector("input")
    this.panel = box.querySelector(".zl-search__results")
    this.status = box.querySelector(".zl-search__status")
    this.spoken = box.querySelector(".zl-search__spoken")
    this.list = new List(box.querySelector(".zl-search__list"), this.input, this.words, this.lang)
    this.awaited = "" // the query whose results are to be shown; empty once the list is closed
    this.opened = null // promise of the engine
    this.engines = 0
    this.#listen(box)
  }

  open() {
    this.opened ??= Engine.open(this.root, this.lang, this.engines++ ? { cache: "reload" } : {})
    return this.opened
  }

  async search() {
    const query = this.input.value.trim()
    if (!query) return this.close()
    if (query === this.awaited && !this.panel.hidden) return
    this.awaited = query
    const waiting = setTimeout(() => this.#current(query) && this.#say(this.words.loading), this.engines ? 250 : 0)
    try {
      const found = await (await this.open()).find(query)
      // More may have been typed, or the list closed, while the files came in.
      if (this.#current(query)) await this.#report(query, found)
    } catch (error) {
      this.opened = null // the next letter tries again, with a new manifest: the site may have been built anew
      if (this.#current(query)) this.#fail()
      console.warn(error)
    } finally {
      clearTimeout(waiting)
    }
  }

  close() {
    this.awaited = ""
    this.panel.hidden = true
    this.list.clear()
    this.#speak("")
  }

  #current(query) {
    return this.awaited === query
  }

  #say(...message) {
    this.list.clear()
    this.status.replaceChildren(...message)
    this.panel.hidden = false
    this.#speak(message[0])
  }

  #fail() {
    const retry = element("button", { class: "zl-search__retry", type: "button", click: () => this.#again() }, this.words.retry)
    this.#say(this.words.failed, retry)
  }

  #again() {
    this.input.focus()
    this.awaited = ""
    this.search()
  }

  async #report(query, found) {
    const { words } = this
    const ready = await this.list.prepare(found)
    if (!this.#current(query)) return
    const further = found.more && element("button", { class: "zl-search__retry", type: "button", click: () => this.#further(query, found) }, words.further)
    if (found.count === 0 && further) return this.#say(words.part(0, true, found.plans), further)
    if (found.count === 0) return this.#say(words.none(query), element("span", { class: "zl-search__hint" }, words.hint))
    const told = () => (further ? words.part(found.count, found.certain, found.plans) : words.count(found.count, found.certain))
    const tell = () => this.status.replaceChildren(told(), ...(further ? [further] : []))
    tell()
    this.panel.hidden = false
    ready(tell)
    this.list.made.scrollTop = 0
    this.#speak(told())
  }

  // Of an index so large that a query's answer would be, too, the next plans are searched when the reader asks for them.
  async #further(query, found) {
    this.input.focus()
    try {
      await found.further()
      await found.settle()
      if (this.#current(query)) await this.#report(query, found)
    } catch (error) {
      this.opened = null
      if (this.#current(query)) this.#fail()
      console.warn(error)
    }
  }

  #speak(text) {
    clearTimeout(this.timer)
    if (!text) this.spoken.textContent = ""
    else this.timer = setTimeout(() => (this.spoken.textContent = text), QUIET)
  }

  #listen(box) {
    this.input.addEventListener("input", event => event.isComposing || this.search())
    this.input.addEventListener("compositionend", () => this.search())
    this.input.addEventListener("keydown", event => this.#key(event))
    this.list.made.addEventListener("click", event => event.target.closest("a") && this.close())
    document.addEventListener("pointerdown", event => box.contains(event.target) || this.close())
    box.addEventListener("focusout", event => event.relatedTarget && !box.contains(event.relatedTarget) && this.close())
  }

  #key(event) {
    if (event.isComposing) return // the keys belong to the input method
    const open = !this.panel.hidden
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!this.input.value.trim()) return
      event.preventDefault()
      if (open) this.list.move(event.key === "ArrowDown" ? 1 : -1)
      else this.search()
    } else if (event.key === "Enter" && open) {
      event.preventDefault()
      this.list.choose()
    } else if (event.key === "Escape" && open) {
      event.preventDefault() // the browser would empty the box
      this.close()
    }
  }
}
