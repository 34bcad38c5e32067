// A facet of very many values: what is chosen, the values with most rows, and a search in the rest of the list.
import { element } from "../dom.js"
import { choice, FIRST, numbered } from "./choice.js"

const FOUND = 30 // values listed while something is typed

// change(value, checked) is told what a reader does. Returns the elements and update(chosen, counts, least).
export function finder(table, facet, words, change) {
  const id = `zl-find-${facet.id}`
  const list = element("ul", { id: `${id}-list` })
  const input = element("input", { type: "search", id, autocomplete: "off", spellcheck: "false", "aria-controls": list.id, input: () => show() })
  const label = element("label", { class: "zl-facet__find", for: id }, words.find(facet.values.length))
  const status = element("p", { class: "zl-meta", role: "status" })
  const made = new Map() // value → its element, so that a box keeps the focus
  let state = { chosen: undefined, counts: undefined, least: false }
  let folded = null
  let turn = 0

  // All names of the list, folded for comparison; fetched at the first letter.
  async function names() {
    if (folded) return folded
    status.textContent = words.loading
    const all = table.parted && facet.many ? await table.names(facet) : facet.values.map((_, value) => facet.label(value))
    folded = all.map(name => table.fold(name))
    return folded
  }

  function most() {
    const rows = []
    const none = facet.none ?? facet.position.get("none") ?? -1
    // Without numbers of the selection, the values with most rows of all.
    ;(state.counts ?? facet.counts)?.forEach((count, value) => count > 0 && value !== none && rows.push([count, value]))
    rows.sort(([one, first], [two, second]) => two - one || first - second)
    return [...rows.slice(0, FIRST).map(([, value]) => value), ...(state.counts?.[none] > 0 ? [none] : [])]
  }

  async function matching(text) {
    const terms = table.terms(text)
    const found = []
    ;(await names()).forEach((name, value) => terms.every(term => name.includes(term)) && found.push(value))
    const rows = value => state.counts?.[value] ?? 0
    found.sort((one, two) => rows(two) - rows(one) || folded[one].length - folded[two].length || one - two)
    return found
  }

  async function show() {
    const mine = (turn += 1)
    const text = input.value.trim()
    const chosen = [...(state.chosen ?? [])].filter(value => value >= 0)
    list.ariaBusy = "true"
    try {
      const found = text ? await matching(text) : most()
      const values = [...new Set([...chosen, ...found.slice(0, FOUND)])]
      const waiting = table.parted && facet.many ? table.name(facet, values) : null
      if (waiting) await waiting
      if (mine !== turn) return
      status.textContent = text ? words.matches(found.length, Math.min(FOUND, found.length)) : ""
      draw(values)
      list.ariaBusy = "false"
    } catch (error) {
      if (mine === turn) status.textContent = words.failed
      throw error
    }
  }

  function draw(values) {
    const focused = list.contains(document.activeElement) ? document.activeElement : null
    const items = values.map(value => {
      if (!made.has(value)) made.set(value, choice(facet.label(value), value, change))
      const item = made.get(value)
      item.box.checked = state.chosen?.has(value) ?? false
      numbered(item, state.counts?.[value], state.least, words)
      return item.item
    })
    list.replaceChildren(...items)
    if (focused?.isConnected) focused.focus()
  }

  return {
    parts: [element("div", { class: "zl-facet__text" }, label, input), status, list],
    update(chosen, counts, least) {
      state = { chosen, counts, least }
      show()
    },
  }
}
