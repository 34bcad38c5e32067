// The panel of conditions: a text box, and a group of check boxes a facet, each with the rows it would leave.
import { element } from "../dom.js"
import { choice, FIRST, numbered } from "./choice.js"

export const LISTED = 300 // values that are all put on the page; of longer lists only some, the rest is searched

// One facet. change(value, checked) is told what a reader does; update(chosen, counts, least) shows a state: without counts
// they are not known, with `least` they are at least so many.
function group(table, facet, words, change) {
  const items = order(table, facet).map(value => choice(facet.label(value), value, change))
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
  return {
    made: folded(facet, list, ...(items.length > FIRST ? [more] : [])),
    update(chosen, counts, least) {
      for (const item of items) {
        item.box.checked = chosen?.has(item.value) ?? false
        numbered(item, counts?.[item.value], least, words)
      }
      fold(all)
    },
  }
}

function folded(facet, ...parts) {
  return element("details", { class: "zl-facet" }, element("summary", {}, facet.name),
    element("fieldset", {}, element("legend", { class: "zl-sr" }, facet.name), ...parts))
}

// By name where names are all there is, most frequent first among many; years and strengths as they are given.
function order(table, facet) {
  const places = facet.values.map((_, place) => place)
  if (facet.order === "given") return places
  const rows = table.select(new Map(), "", [facet]).counts.get(facet.id)
  const none = place => facet.values[place][0] === "none"
  const named = (one, two) => table.collator.compare(facet.label(one), facet.label(two))
  return places.sort((one, two) => none(one) - none(two) || rows[two] - rows[one] || named(one, two))
}

// The whole panel. told: { choose(facet, value, checked), type(text), open() }.
// finder: makes the facets of long lists; it is there where there are any.
export function panel(table, words, told, finder) {
  const hint = element("span", { class: "zl-meta", id: "zl-explorer-hint" }, words.filterHint)
  const input = element("input", { type: "search", id: "zl-explorer-text", "aria-describedby": hint.id, autocomplete: "off", spellcheck: "false", input: () => told.type(input.value) })
  const label = element("label", { class: "zl-facet__label", for: input.id }, words.filter)
  const groups = table.facets.map(facet => {
    const change = (value, checked) => told.choose(facet, value, checked)
    if (facet.values.length <= LISTED && !facet.many) return { facet, ...group(table, facet, words, change) }
    const found = finder(table, facet, words, change)
    return { facet, made: folded(facet, ...found.parts), update: found.update }
  })
  groups.slice(0, 1).forEach(({ made }) => (made.open = true))
  groups.forEach(({ made }) => made.addEventListener("toggle", () => made.open && told.open()))
  const wide = window.matchMedia("(min-width: 60em)")
  const made = element("details", { class: "zl-explorer__facets", open: wide.matches, toggle: () => told.open() }, element("summary", {}, words.facets),
    element("div", { class: "zl-facet__text" }, label, input, hint), ...groups.map(({ made }) => made))
  return {
    made,
    // The facets whose numbers are in sight.
    open: () => (made.open ? groups.filter(group => group.made.open).map(({ facet }) => facet) : []),
    update(state, selection) {
      if (input.value.trim() !== state.text.trim()) input.value = state.text
      for (const { facet, made: each, update } of groups) {
        const chosen = state.chosen.get(facet.id)
        const least = selection.unread > 0 || (Boolean(chosen) && selection.unreadElsewhere > 0)
        update(chosen, selection.counts.get(facet.id), least)
        if (chosen?.size) each.open = true
      }
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
