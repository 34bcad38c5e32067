// One value of a facet: a check box, its name and how many rows it would leave.
import { element } from "../dom.js"

export const FIRST = 8 // values of a facet listed before "show all", or above the search in a long list

export function choice(name, value, change) {
  const box = element("input", { type: "checkbox", change: () => change(value, box.checked) })
  const count = element("span", { class: "zl-facet__count" })
  const item = element("li", {}, element("label", {}, box, element("span", { class: "zl-facet__name" }, name), count))
  return { value, box, count, item }
}

// Writes the number of rows: nothing where it is not known, "at least" where not everything was read.
export function numbered({ count, item }, rows, least, words) {
  const known = rows !== undefined && !(least && rows === 0)
  count.textContent = known ? (least ? words.least(rows) : rows.toLocaleString("en")) : ""
  item.classList.toggle("zl-facet--empty", rows === 0 && !least)
}
