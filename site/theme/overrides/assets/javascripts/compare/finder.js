// Plans to choose from where they are very many: what is chosen, and a search in a list that comes with the first letter.
import { element } from "../dom.js"
import { folding } from "../explorer/folding.js"

const SHOWN = 30 // plans listed at once

export class Finder {
  // count: of all plans; list(): promise of their ids, titles, places and periods in one language, and of the table that
  // makes spellings equal; changed() is told when a reader chose.
  constructor(count, words, list, changed) {
    Object.assign(this, { words, list, changed })
    this.chosen = [] // ids
    this.found = [] // places in the list
    this.items = new Map() // id → its element, so that a box keeps the focus
    this.input = element("input", { type: "search", id: "zl-compare-filter", autocomplete: "off", spellcheck: "false", "aria-controls": "zl-compare-plans", focus: () => this.ready().catch(() => {}), input: () => this.#search() })
    this.status = element("p", { class: "zl-meta", role: "status" }, words.findHow)
    this.ul = element("ul", { id: "zl-compare-plans" })
    this.parts = [element("label", { for: this.input.id }, words.find(count)), this.input, this.status, this.ul]
  }

  // Fetches the list, once; after a failure again.
  ready() {
    this.coming ??= this.list().then(
      ([{ ids, titles, places, place, periods, period }, spelling]) => {
        this.fold = folding(spelling)
        this.plans = ids.map((id, at) => ({ id, title: titles[at], about: [places[place[at]], periods[period[at]]].filter(Boolean).join(" · ") }))
        this.texts = this.plans.map(({ title, about }) => this.fold(`${title} ${about}`))
        this.places = new Map(ids.map((id, at) => [id, at]))
      },
      error => {
        this.coming = null
        throw error
      },
    )
    return this.coming
  }

  get ids() {
    return this.chosen
  }

  title(id) {
    return this.plans?.[this.places.get(id)]?.title
  }

  choose(ids) {
    this.chosen = [...ids]
    this.#draw()
  }

  async #search() {
    if (!this.plans) this.status.textContent = this.words.loading
    try {
      await this.ready()
    } catch {
      this.status.textContent = this.words.failed
      return
    }
    // Read now, since more may have been typed while the list came in.
    const terms = this.fold(this.input.value).split(/\s+/).filter(Boolean)
    this.found = terms.length ? [...this.texts.keys()].filter(at => terms.every(term => this.texts[at].includes(term))) : []
    this.status.textContent = terms.length ? this.words.found(this.found.length, Math.min(SHOWN, this.found.length)) : this.words.findHow
    this.#draw()
  }

  #draw() {
    const focused = this.ul.contains(document.activeElement) ? document.activeElement : null
    const ids = new Set([...this.chosen, ...this.found.slice(0, SHOWN).map(at => this.plans[at].id)])
    this.ul.replaceChildren(...[...ids].map(id => this.#item(id)))
    if (focused?.isConnected) focused.focus()
  }

  #item(id) {
    if (!this.items.has(id)) {
      const plan = this.plans[this.places.get(id)]
      const check = element("input", { type: "checkbox", value: id, change: () => this.#check(id, check.checked) })
      const item = element("li", {}, element("label", {}, check, element("span", {}, plan.title, element("span", { class: "zl-meta" }, plan.about))))
      this.items.set(id, { check, item })
    }
    const { check, item } = this.items.get(id)
    check.checked = this.chosen.includes(id)
    return item
  }

  #check(id, checked) {
    this.chosen = checked ? [...this.chosen, id] : this.chosen.filter(each => each !== id)
    this.#draw()
    this.changed()
  }
}
