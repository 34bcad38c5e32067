// The state of an explorer as its address: everything a reader chose, nothing that goes without saying.
//
//   ?plan=ganzhou-2020&strength=firm,stretch&q=营业收入&sort=-value&columns=id,statement&by=due_year&page=2
//
// A facet's name and its values' keys are those of the data, so that an address outlives the site's words.

export const NAMES = ["q", "sort", "columns", "by", "page"]

// What a table shows when nothing was chosen.
export function initial(table) {
  const first = table.facets.find(facet => facet.id === "due_year" || facet.id === "agency_type") ?? table.facets[0]
  return {
    chosen: new Map(),
    text: "",
    sort: "",
    down: false,
    columns: table.columns.filter(column => column.shown).map(column => column.id),
    by: first.id,
    page: 1,
  }
}

// Reads an address; `unknown` lists what it asks for and the data does not have.
export function read(table, search) {
  const given = new URLSearchParams(search)
  const state = initial(table)
  const unknown = []
  for (const facet of table.facets) {
    if (!given.has(facet.id)) continue
    const keys = given.get(facet.id).split(",").filter(Boolean)
    const known = keys.filter(key => facet.position.has(key))
    unknown.push(...keys.filter(key => !facet.position.has(key)).map(key => `${facet.name}: ${key}`))
    // A filter of unknown values alone leaves nothing: an address must not quietly show more than it asks for.
    if (keys.length) state.chosen.set(facet.id, new Set(known.length ? known.map(key => facet.position.get(key)) : [-1]))
  }
  for (const name of new Set(given.keys())) if (!NAMES.includes(name) && !table.column[name]?.facet) unknown.push(name)
  state.text = given.get("q") ?? ""
  const sort = given.get("sort") ?? ""
  if (table.column[sort.replace(/^-/, "")]) Object.assign(state, { sort: sort.replace(/^-/, ""), down: sort.startsWith("-") })
  const columns = (given.get("columns") ?? "").split(",").filter(name => table.column[name])
  if (columns.length) state.columns = columns
  if (table.column[given.get("by")]?.facet) state.by = given.get("by")
  state.page = Math.max(1, Number.parseInt(given.get("page") ?? "1", 10) || 1)
  return { state, unknown }
}

// Writes a state; an empty text where nothing was chosen.
export function write(table, state) {
  const usual = initial(table)
  const parts = []
  const add = (name, value) => parts.push(`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
  for (const facet of table.facets) {
    const values = [...(state.chosen.get(facet.id) ?? [])].filter(value => value >= 0).sort((one, two) => one - two)
    if (values.length) add(facet.id, values.map(value => facet.values[value][0]).join(","))
  }
  if (state.text.trim()) add("q", state.text.trim())
  if (state.sort) add("sort", (state.down ? "-" : "") + state.sort)
  if (state.columns.join() !== usual.columns.join()) add("columns", state.columns.join(","))
  if (state.by !== usual.by) add("by", state.by)
  if (state.page > 1) add("page", String(state.page))
  return parts.length ? `?${parts.join("&")}` : ""
}
