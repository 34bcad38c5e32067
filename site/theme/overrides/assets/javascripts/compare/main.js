// The comparison page: which plans are chosen stands in the address, ?plans=a,b; only their files are loaded.
import { element } from "../dom.js"
import { Sections } from "./sections.js"
import { WORDS } from "./words.js"

const box = document.querySelector("[data-zl-compare]")
const lang = document.documentElement.lang.startsWith("en") ? "en" : "zh"
const place = lang === "en" ? 1 : 0
const words = WORDS[lang]
const source = new URL(box.dataset.zlSource, document.baseURI)
const tree = new URL(box.dataset.zlTree, document.baseURI)

async function fetched(address) {
  const response = await fetch(new URL(address, source))
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response.json()
}

// The plans to choose from, all of them on the page. changed() is told when a reader chose.
class Boxes {
  constructor(plans, changed) {
    this.plans = new Map(plans.map(plan => [plan.id, plan]))
    this.boxes = plans.map(plan => {
      const check = element("input", { type: "checkbox", value: plan.id, change: changed })
      const about = element("span", { class: "zl-meta" }, [plan.place[place], plan.period[place]].filter(Boolean).join(" · "))
      return { plan, check, item: element("li", {}, element("label", {}, check, element("span", {}, plan.title[place], about))) }
    })
    const filter = element("input", { type: "search", id: "zl-compare-filter", autocomplete: "off", input: () => this.#filter(filter.value) })
    const few = plans.length <= 12
    this.parts = [...(few ? [] : [element("label", { for: filter.id }, words.filter), filter]), element("ul", {}, ...this.boxes.map(({ item }) => item))]
  }

  #filter(text) {
    const wanted = text.trim().toLowerCase()
    for (const { plan, check, item } of this.boxes) item.hidden = !check.checked && ![...plan.title, ...plan.place].join(" ").toLowerCase().includes(wanted)
  }

  get ids() {
    return this.boxes.filter(({ check }) => check.checked).map(({ plan }) => plan.id)
  }

  title(id) {
    return this.plans.get(id)?.title[place]
  }

  choose(ids) {
    for (const { plan, check } of this.boxes) check.checked = ids.includes(plan.id)
  }
}

class Comparison {
  // picker: made of the plans to choose from: those named, or a search where they are very many.
  constructor(names, picker) {
    this.picker = picker(() => this.#choose())
    this.files = new Map() // plan id → promise of its file
    this.sections = new Sections(names, words, place, tree)
    this.notice = element("p", { class: "zl-explorer__notice", role: "alert", hidden: true })
    this.status = element("p", { role: "status", "aria-live": "polite", class: "zl-compare__status" })
    this.result = element("div", { class: "zl-compare__result" })
    const share = element("button", { type: "button", class: "md-button", click: () => copy(share) }, words.share)
    this.tools = element("p", { class: "zl-explorer__buttons", hidden: true }, share)
    const plans = element("fieldset", { class: "zl-compare__plans" }, element("legend", {}, words.choose), ...this.picker.parts)
    box.replaceChildren(plans, this.notice, this.status, this.tools, this.result)
    this.#restore()
    window.addEventListener("popstate", () => this.#restore())
  }

  #choose() {
    const { ids } = this.picker
    window.history.pushState(null, "", ids.length ? `?plans=${ids.map(encodeURIComponent).join(",")}` : window.location.pathname)
    this.#show(ids)
  }

  async #restore() {
    const asked = (new URLSearchParams(window.location.search).get("plans") ?? "").split(",").filter(Boolean)
    if (asked.length && this.picker.ready) {
      try {
        await this.picker.ready()
      } catch {
        this.status.textContent = words.failed
        return
      }
    }
    const known = asked.filter(id => this.picker.title(id) !== undefined)
    const unknown = asked.filter(id => !known.includes(id))
    this.notice.hidden = unknown.length === 0
    this.notice.textContent = words.unknown(unknown.join(", "))
    this.picker.choose(known)
    this.#show(known)
  }

  async #show(ids) {
    this.shown = ids
    const named = ids.map(id => this.picker.title(id))
    this.status.textContent = ids.length > 1 ? words.chosen(named) : ids.length ? words.more : ""
    this.tools.hidden = ids.length < 2
    if (ids.length < 2) return this.result.replaceChildren()
    try {
      const files = await Promise.all(ids.map(id => this.#file(id)))
      // Another choice may have been made while the files came in.
      if (this.shown === ids) this.result.replaceChildren(...this.sections.show(files.map((file, order) => ({ ...file, title: named[order] }))))
    } catch {
      ids.forEach(id => this.files.delete(id))
      this.status.textContent = words.failed
    }
  }

  #file(id) {
    if (!this.files.has(id)) this.files.set(id, fetched(`plans/${encodeURIComponent(id)}.json`))
    return this.files.get(id)
  }
}

async function copy(button) {
  const said = await navigator.clipboard?.writeText(window.location.href).then(() => words.copied, () => words.copyFailed)
  button.textContent = said ?? words.copyFailed
  setTimeout(() => (button.textContent = words.share), 2500)
}

try {
  const names = await fetched("names.json")
  const { Finder } = names.plans ? {} : await import("./finder.js")
  const list = () => Promise.all([fetched(`plans.${lang}.json`), fetched("../search/folding.json")])
  box.zlComparison = new Comparison(names, changed => (names.plans ? new Boxes(names.plans, changed) : new Finder(names.listed, words, list, changed)))
} catch (error) {
  box.prepend(element("p", { class: "zl-explorer__notice", role: "alert" }, words.failed))
  throw error
}
