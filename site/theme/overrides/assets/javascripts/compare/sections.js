// The four parts of a comparison, each a table with a column a plan.
import { element } from "../dom.js"

// A table with a heading a row and a cell a plan; on a narrow screen each row becomes a card.
function table(label, first, plans, rows) {
  const head = [element("th", { scope: "col" }, first), ...plans.map(plan => element("th", { scope: "col" }, plan.title))]
  const line = ({ name, cells }) => element("tr", {}, element("th", { scope: "row" }, ...[name].flat()),
    ...cells.map((cell, place) => element("td", { "data-label": plans[place].title }, ...[cell].flat())))
  return element("div", { class: "zl-table zl-compare__table", role: "region", tabindex: "0", "aria-label": label },
    element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows.map(line))))
}

const part = (id, title, how, ...content) => [element("h2", { id }, title), element("p", {}, how), ...content]

export class Sections {
  // names: names.json; place: 0 for Chinese, 1 for English; tree: URL of the language's tree.
  constructor(names, words, place, tree) {
    Object.assign(this, { names, words, place, tree })
  }

  // plans: the plans' files, each with its `title`.
  show(plans) {
    return [...this.#common(plans), ...this.#growth(plans), ...this.#functions(plans), ...this.#lacking(plans)]
  }

  #said(pair) {
    return pair?.[this.place] ?? ""
  }

  #row(plan, id, text = id) {
    return element("a", { href: new URL(`plans/${encodeURIComponent(plan.id)}/#${encodeURIComponent(id)}`, this.tree).href }, text)
  }

  #page(folder, key, name) {
    return element("a", { href: new URL(`${folder}/${encodeURIComponent(key)}/`, this.tree).href }, name)
  }

  // Lines of one cell, one below the other; nothing is said in words.
  #lines(lines) {
    return lines.length ? lines.map(line => element("div", { class: "zl-compare__line" }, ...[line].flat())) : [element("span", { class: "zl-meta" }, this.words.none)]
  }

  #common(plans) {
    const { words } = this
    const keys = new Map() // indicator, kind and base unit → targets of each plan
    plans.forEach((plan, place) => {
      for (const target of plan.targets) {
        const key = [target.indicator, target.kind, target.unit].join(" ")
        if (!keys.has(key)) keys.set(key, plans.map(() => []))
        keys.get(key)[place].push(target)
      }
    })
    const shared = [...keys.values()].filter(cells => cells.filter(cell => cell.length).length > 1)
    const rows = shared.map(cells => ({ name: this.#measured(cells.flat()[0]), cells: cells.map((targets, place) => this.#targets(plans[place], targets)) }))
    const content = rows.length ? table(words.common, words.indicator, plans, rows) : element("p", {}, words.commonNone)
    return part("indicators", words.common, words.commonHow, content)
  }

  #measured({ indicator, kind }) {
    const name = this.#page("indicators", indicator, this.#said(this.names.indicators[indicator]))
    return [name, element("span", { class: "zl-meta" }, ` ${this.#said(this.names.kinds[kind])}`)]
  }

  #targets(plan, targets) {
    return this.#lines(targets.map(target => {
      const factor = this.#said(target.factor)
      const about = [this.#said(this.names.strengths[target.strength]), this.#said(target.due) && this.words.due(this.#said(target.due))]
      if (factor) about.unshift(this.words.factor(this.#said(target.amount), factor))
      return [this.#row(plan, target.id, this.#said(target.base)), element("span", { class: "zl-meta" }, about.filter(Boolean).join(" · ")),
        element("span", { class: "zl-meta" }, this.#said(target.claim))]
    }))
  }

  #growth(plans) {
    const { words } = this
    const known = plans.map(plan => plan.targets.filter(target => target.growth))
    const line = (plan, { id, claim, growth }) => [this.#row(plan, id, this.#said(growth.rate)),
      element("span", { class: "zl-meta" }, this.#said(claim)),
      element("span", { class: "zl-meta" }, `${this.#said(growth.formula)} · ${this.#said(growth.assumption)}`, ...(growth.outcome ? [" · ", this.#row(plan, growth.outcome, words.from)] : []))]
    const keys = [...new Set(known.flat().map(target => target.indicator))]
    const rows = keys.map(indicator => ({
      name: this.#page("indicators", indicator, this.#said(this.names.indicators[indicator])),
      cells: plans.map((plan, place) => this.#lines(known[place].filter(target => target.indicator === indicator).map(target => line(plan, target)))),
    }))
    const content = rows.length ? table(words.growth, words.indicator, plans, rows) : element("p", {}, words.growthNone)
    return part("growth", words.growth, words.growthHow, content)
  }

  #functions(plans) {
    const { words } = this
    const used = Object.keys(this.names.agency_types).filter(type => plans.some(plan => plan.functions[type]))
    const leads = type => plans.filter(plan => plan.functions[type]?.leads.length).length
    const cell = found => {
      if (!found) return this.#lines([])
      if (!found.leads.length) return this.#lines([words.only(found.duties)])
      return this.#lines(found.leads.map(lead => [this.#page("organizations", lead.id, this.#said(lead.name)), ` (${lead.measures})`]))
    }
    const rows = used.sort((one, two) => leads(two) - leads(one)).map(type => ({
      name: this.#page("agencies", type, this.#said(this.names.agency_types[type])),
      cells: plans.map(plan => cell(plan.functions[type])),
    }))
    return part("functions", words.functions, words.functionsHow, table(words.functions, words.function, plans, rows))
  }

  #lacking(plans) {
    const { words } = this
    const content = Object.entries(words.groups).flatMap(([group, title]) => {
      const keys = Object.keys(this.names[group]).filter(key => {
        const having = plans.filter(plan => plan.has[group].includes(key)).length
        return having > 0 && having < plans.length
      })
      const rows = keys.map(key => ({ name: this.#said(this.names[group][key]), cells: plans.map(plan => (plan.has[group].includes(key) ? words.yes : element("span", { class: "zl-meta" }, words.none))) }))
      return [element("h3", { id: group }, title), rows.length ? table(title, words.what, plans, rows) : element("p", {}, words.allSame)]
    })
    return part("differences", words.lacking, `${words.lackingHow} ${words.all}`, ...content)
  }
}
