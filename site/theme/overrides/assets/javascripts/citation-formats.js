// What build/zoneledger/citations does, for rows: the same input gives the same text to the last character, as a test
// holds. `cited` has the fields of `Cited`; `accessed` is the reader's day, as 2026-11-22.
globalThis.zlCitations = (function () {
  "use strict"

  function gbT7714(cited, accessed) {
    const english = cited.lang !== "zh"
    const container = cited.container ? `//${cited.author}. ${cited.container}` : ""
    const revision = cited.revision ? (english ? ", revision " : "，修订 ") + cited.revision : ""
    const edition = (english ? `Version ${cited.version}` : `${cited.version}版`) + revision
    const place = cited.address ? ` ${cited.address}.` : ""
    const seen = accessed || (english ? "date of access" : "引用日期")
    return `${cited.author}. ${cited.title}[DS/OL]${container}. ${edition}. (${cited.date})[${seen}].${place}`
  }

  const ESCAPES = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}", "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", _: "\\_",
  }
  const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
  const escape = (text) => text.replace(/[\\{}~^&%$#_]/g, (found) => ESCAPES[found])
  const encoded = (text) => text.replace(/[\\{}^~]/g, (found) => "%" + found.charCodeAt(0).toString(16).toUpperCase())

  function note({ lang, revision, fixed }) {
    if (!revision) return ""
    return lang === "zh" ? `修订 ${revision}：${fixed}` : `Revision ${revision}: ${fixed}`
  }

  function bibtex(cited, accessed) {
    const [year, month] = cited.date.split("-")
    const braced = (text) => text && `{${text}}`
    const fields = {
      author: `{{${escape(cited.author)}}}`,
      title: `{{${escape(cited.title)}}}`,
      howpublished: braced(escape(cited.container)),
      version: braced(escape(cited.version)),
      year: braced(year),
      month: MONTHS[Number(month) - 1],
      note: braced(escape(note(cited))),
      url: braced(encoded(cited.address)),
      urldate: braced(accessed),
      langid: cited.lang === "zh" ? "{chinese}" : "{british}",
    }
    const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name.padEnd(12)} = ${value}`)
    return `@misc{${cited.key},\n${lines.join(",\n")}\n}`
  }

  function cslJson(cited, accessed) {
    const date = (day) => day && { "date-parts": [day.split("-").map(Number)] }
    const item = {
      id: cited.key,
      type: "dataset",
      title: cited.title,
      "container-title": cited.container,
      author: [{ literal: cited.author }],
      issued: date(cited.date),
      accessed: date(accessed),
      version: cited.version,
      publisher: "ZoneLedger",
      URL: cited.address,
      note: note(cited),
      language: cited.lang === "zh" ? "zh-CN" : "en-GB",
    }
    return JSON.stringify([Object.fromEntries(Object.entries(item).filter(([, value]) => value))], null, 2)
  }

  // One row of a page, from what the page says of its rows (`Citing.page`) and the row's own file, key and line.
  function row(page, { plan, table, key, source }) {
    const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name])
    const [title, place] = page.tables[table]
    const values = { plan: plan && page.plans[plan], table: title, row: key }
    return {
      ...page.cited,
      key: "zoneledger-" + key.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, ""),
      title: fill(plan ? page.patterns.row : page.patterns.shared, values),
      address: page.cited.address && page.cited.address + fill(place, { plan, row: key }),
      fixed: page.cited.revision && source,
    }
  }

  return { formats: { gb_t_7714: gbT7714, bibtex, csl_json: cslJson }, row }
})()
