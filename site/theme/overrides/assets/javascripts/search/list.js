// The results as options of a listbox, in groups. The focus stays in the box; one option at a time is the active one.
import { element } from "../dom.js"

const FIRST = [4, 3] // results shown at first of the first group, and of each other one
const ALL = 8 // shown at first altogether; the groups after that show how many they have
const NEXT = 50 // shown in addition by each "more"

export class List {
  constructor(made, input, words, lang) {
    Object.assign(this, { made, input, words, lang })
    this.active = null // the option that Enter opens
    this.options = 0 // how many were made, for their ids
    // A press on a result must not take the focus from the box first: on a phone that would fold the box away.
    made.addEventListener("mousedown", event => event.preventDefault())
  }

  clear() {
    this.#fill([])
  }

  #fill(groups) {
    this.made.replaceChildren(...groups)
    this.made.hidden = groups.length === 0
    this.input.setAttribute("aria-expanded", String(groups.length > 0))
    this.#activate(null)
  }

  // Loads the first results and gives what puts them into the page; changed is called when a count becomes certain.
  async prepare(found) {
    const sizes = new Map()
    let left = ALL
    for (const [order, { id, records }] of found.groups.entries()) {
      sizes.set(id, Math.min(left, records.length, FIRST[order] ?? FIRST[1]))
      left -= sizes.get(id)
    }
    const files = new Set()
    const first = await Promise.all(found.groups.map(async ({ id }) => [id, await found.some(id, 0, sizes.get(id), files)]))
    const shown = new Map(await Promise.all(first.map(async ([id, records]) => [id, await found.show(records)])))
    return changed => this.#fill(found.groups.map(group => this.#section(found, group, shown.get(group.id) ?? [], changed)))
  }

  #section(found, { id, title }, results, changed) {
    const label = `zl-search-group-${id}`
    const count = element("span", { class: "zl-search__count" })
    const heading = element("div", { class: "zl-search__heading", id: label }, title, " ", count)
    const group = element("div", { class: "zl-search__group", role: "group", "aria-labelledby": label }, heading)
    const told = () => {
      const records = found.groups.find(other => other.id === id)?.records ?? []
      count.textContent = this.words.group(records.length, found.certain)
      return records.length
    }
    this.#extend(group, found, id, results, 0, () => {
      changed()
      return told()
    })
    return group
  }

  // Adds results to a group; the rest stays behind an option that adds more.
  #extend(group, found, id, results, from, told) {
    group.append(...results.map(result => this.#result(result)))
    const shown = from + results.length
    const left = told() - shown
    if (left <= 0) return
    const more = this.#option("div", "zl-search__more", {}, this.words.more(left, shown))
    more.addEventListener("click", async () => {
      const before = more.previousElementSibling
      const next = await found.show(await found.some(id, shown, NEXT))
      if (!more.isConnected) return
      more.remove()
      this.#extend(group, found, id, next, shown, told)
      this.#activate(before.nextElementSibling)
      // Nothing of what may have been a result is one.
      if (!group.querySelector("[role=option]")) group.remove()
    }, { once: true })
    group.append(more)
  }

  #option(name, style, attributes, ...content) {
    this.options += 1
    const given = { id: `zl-search-option-${this.options}`, role: "option", "aria-selected": "false", ...attributes }
    return element(name, { class: `zl-search__option ${style}`, ...given }, ...content)
  }

  #result({ href, title, plan, due, excerpts }) {
    const about = [plan, due && this.words.due(due)].filter(Boolean)
    return this.#option("a", "zl-search__result", { href, tabindex: "-1" },
      element("span", { class: "zl-search__title" }, ...marked(title)),
      ...excerpts.map(line => element("span", { class: "zl-search__excerpt", lang: line.lang || false }, ...marked(line.pieces))),
      ...(about.length ? [element("span", { class: "zl-search__about" }, ...about.map(text => element("span", {}, text)))] : []),
    )
  }

  // Moves the active option; between the last and the first one none is active.
  move(step) {
    const all = [null, ...this.made.querySelectorAll("[role=option]")]
    this.#activate(all[(all.indexOf(this.active) + step + all.length) % all.length])
  }

  choose() {
    const chosen = this.active ?? this.made.querySelector("a")
    chosen?.click()
  }

  #activate(chosen) {
    this.active?.setAttribute("aria-selected", "false")
    this.active = chosen
    if (!chosen) return this.input.removeAttribute("aria-activedescendant")
    chosen.setAttribute("aria-selected", "true")
    chosen.scrollIntoView({ block: "nearest" })
    this.input.setAttribute("aria-activedescendant", chosen.id)
  }
}

const marked = pieces => pieces.map(({ text, hit }) => (hit ? element("mark", {}, text) : text))
