// The panel of conditions: a text box, and a group of check boxes a facet, each with the rows it would leave.
import { element } from "../dom.js"

const FIRST = 8 // values of a facet listed before "show all"

// One facet. change(value, checked) is told what a reader does; update(chosen, counts) shows a state.
function group(table, facet, words, change) {
  const items = order(table, facet).map(value => {
    const box = element("input", { type: "checkbox", change: () => change(value, box.checked) })
    const count = element("span", { class: "zl-facet__count" })
    const item = element("li", {}, element("label", {}, box, element("span", { class: "zl-facet__name" }, facet.label(value)), count))
    return { value, box, count, item }
  })
  const list = element("ul", {}, ...items.map(({ item }) => item))
  let all = false
  const more = element("button", { type: "button", class: "zl-facet__more", click: () => fold(!all) })
  function fold(open) {
    all = open
    more.textContent = all ? words.fewer : words.more(items.length)
    more.setAttribute("aria-expanded", String(all))
    // A chosen value stays in sight.
    items.forEach(({ item, box }, place) => (item.hidden = !all && place >= FIRST && !box.checked))
  }
  const made = element("details", { class: "zl-facet" }, element("summary", {}, facet.name), element("fieldset", {},
    element("legend", { class: "zl-sr" }, facet.name), list, ...(items.length > FIRST ? [more] : [])))
  return {
    made,
    update(chosen, counts) {
      for (const { value, box, count, item } of items) {
        box.checked = chosen?.has(value) ?? false
        count.textContent = counts[value].toLocaleString("en")
        item.classList.toggle("zl-facet--empty", counts[value] === 0)
      }
      if (chosen?.size) made.open = true
      fold(all)
    },
  }
}

// By name where names are all there is, most frequent first among many; years and strengths as they are given.
function order(table, facet) {
  const places = facet.values.map((_, place) => place)
  if (facet.order === "given") return places
  const { counts } = table.select(new Map())
  const rows = counts.get(facet.id)
  const none = place => facet.values[place][0] === "none"
  const named = (one, two) => table.collator.compare(facet.label(one), facet.label(two))
  return places.sort((one, two) => none(one) - none(two) || rows[two] - rows[one] || named(one, two))
}

// The whole panel. told: { choose(facet, value, checked), type(text) }.
export function panel(table, words, told) {
  const hint = element("span", { class: "zl-meta", id: "zl-explorer-hint" }, words.filterHint)
  const input = element("input", { type: "search", id: "zl-explorer-text", "aria-describedby": hint.id, autocomplete: "off", spellcheck: "false", input: () => told.type(input.value) })
  const label = element("label", { class: "zl-facet__label", for: input.id }, words.filter)
  const groups = table.facets.map(facet => ({ facet, ...group(table, facet, words, (value, checked) => told.choose(facet, value, checked)) }))
  groups.slice(0, 1).forEach(({ made }) => (made.open = true))
  const wide = window.matchMedia("(min-width: 60em)")
  const made = element("details", { class: "zl-explorer__facets", open: wide.matches }, element("summary", {}, words.facets),
    element("div", { class: "zl-facet__text" }, label, input, hint), ...groups.map(({ made }) => made))
  return {
    made,
    update(state, selection) {
      if (input.value.trim() !== state.text.trim()) input.value = state.text
      for (const { facet, update } of groups) update(state.chosen.get(facet.id), selection.counts.get(facet.id))
    },
  }
}

// What is chosen, each with a button that drops it, in the order of the panel.
export function chips(table, words, state, told) {
  const chip = (text, drop) =>
    element("button", { type: "button", class: "zl-chip", click: drop, "aria-label": words.remove(text) }, text, element("span", { "aria-hidden": "true" }, " ×"))
  const made = []
  for (const facet of table.facets) {
    for (const value of state.chosen.get(facet.id) ?? []) {
      if (value >= 0) made.push(chip(`${facet.name}: ${facet.label(value)}`, () => told.choose(facet, value, false)))
    }
  }
  if (state.text.trim()) made.push(chip(`${words.text}: ${state.text.trim()}`, () => told.type("")))
  if (made.length || state.chosen.size) made.push(element("button", { type: "button", class: "zl-chip zl-chip--clear", click: told.clear }, words.clear))
  return made
}
