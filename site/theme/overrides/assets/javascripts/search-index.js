// The data of the search: the files that the build writes to search/, and what is looked up in them.
// Nothing here touches the page; search.js does. Another form of the files changes this script and its writer,
// build/zoneledger/search/index.py, and nothing else.
//
// Both scripts meet at the search box's element, so that neither needs a global name: box.zlSearchIndex.
(() => {
  "use strict"

  const box = document.querySelector("[data-zl-search]")
  if (!box) return

  const EXCERPT = { zh: 72, en: 150 } // characters shown of a line; Latin letters are half as wide

  // Folds one code point as build/zoneledger/search/folding.py does: compatibility form, lower case, simplified.
  function folding({ from, to }) {
    const plain = [...to]
    const simplified = new Map([...from].map((character, position) => [character, plain[position]]))
    const known = new Map()
    return character => {
      if (!known.has(character)) {
        const parts = Array.from(character.normalize("NFKC"), part => part.toLowerCase()).join("")
        known.set(character, Array.from(parts, part => simplified.get(part) ?? part).join(""))
      }
      return known.get(character)
    }
  }

  class Index {
    // data, table: the two files; root: URL of the folder that holds search/; lang: of the results shown.
    constructor(data, table, root, lang) {
      this.data = data
      this.lang = lang
      this.tree = new URL(lang === "en" ? "en/" : "./", root)
      this.column = Object.fromEntries(data.columns.map((name, position) => [name, position]))
      this.foldCharacter = folding(table)
      this.records = data.records.map((row, order) => this.#prepare(row, order))
    }

    fold(text) {
      return Array.from(text, this.foldCharacter).join("")
    }

    #prepare(row, order) {
      const [zh, en, plain] = ["zh", "en", "plain"].map(name => this.fold(row[this.column[name]]))
      const titles = `${zh.split("\n", 1)[0]}\n${en.split("\n", 1)[0]}`
      // Terms hold no line feed, so that none is found across two lines.
      return { row, order, titles, words: `${zh}\n${en}`, all: `${zh}\n${en}\n${plain}` }
    }

    // A query's terms: what stands between spaces, folded.
    #terms(query) {
      return [...new Set(query.split(/\s+/).filter(Boolean).map(term => this.fold(term)))]
    }

    // All records that contain every term, in groups in the order they are shown: [{ id, title, records }].
    find(query) {
      const terms = this.#terms(query)
      const groups = new Map()
      for (const record of terms.length ? this.records : []) {
        if (!terms.every(term => record.all.includes(term))) continue
        const kind = record.row[this.column.kind]
        if (!groups.has(kind)) groups.set(kind, [])
        groups.get(kind).push({ record, rank: rank(record, terms) })
      }
      return [...groups].sort(([one], [two]) => one - two).map(([kind, found]) => ({
        id: this.data.kinds[kind].id,
        title: this.data.kinds[kind][this.lang],
        // Sorting is stable: within a rank the order of the files stays.
        records: found.sort((one, two) => one.rank - two.rank).map(result => result.record),
      }))
    }

    // What to show of a record that a query found: { href, title: pieces, plan, due, excerpts: [{ lang, pieces }] },
    // pieces being [{ text, hit }]. Excerpts account for the terms that the title does not show.
    show({ row }, query) {
      const terms = this.#terms(query)
      const [title, ...own] = this.#lines(row, this.lang)
      const lines = [...own, ...this.#lines(row, this.lang === "en" ? "zh" : "en"), ...this.#lines(row, "plain")]
      const excerpts = this.#explain(terms.filter(term => !this.fold(title.text).includes(term)), lines)
      const fragment = excerpts.find(line => line.lang === this.lang)?.fragment
      const address = row[this.column.address] + (fragment ? `#${encodeURIComponent(fragment)}` : "")
      return {
        // The dot keeps an address from being read as one with a scheme.
        href: new URL(`./${address}`, this.tree).href,
        title: pieces(this.#mark(title.text, terms)),
        plan: this.#name(row, "plan", this.data.plans),
        due: this.#name(row, "due", this.data.dues),
        excerpts: excerpts.map(line => ({ lang: line.lang, pieces: excerpt(this.#mark(line.text, terms), line.lang) })),
      }
    }

    #name(row, column, list) {
      return list[row[this.column[column]]]?.[this.lang] ?? ""
    }

    #lines(row, lang) {
      const anchors = row[this.column.fragments]?.[["zh", "en"].indexOf(lang)] ?? []
      const lines = row[this.column[lang]].split("\n").filter(Boolean)
      return lines.map((text, position) => ({ text, lang: lang === "plain" ? "" : lang, fragment: anchors[position] }))
    }

    #explain(missing, lines) {
      const chosen = []
      for (const line of lines) {
        if (missing.length === 0) break
        const folded = this.fold(line.text)
        const left = missing.filter(term => !folded.includes(term))
        if (left.length < missing.length) chosen.push(line)
        missing = left
      }
      return chosen
    }

    // Which characters of a text belong to a match. One character may fold to several; all of it is marked then.
    #mark(text, terms) {
      const marked = Array.from(text, character => ({ text: character, hit: false }))
      const owners = marked.flatMap(character => Array(this.foldCharacter(character.text).length).fill(character))
      const folded = this.fold(text)
      for (const term of terms) {
        for (let start = folded.indexOf(term); start >= 0; start = folded.indexOf(term, start + 1)) {
          for (const character of owners.slice(start, start + term.length)) character.hit = true
        }
      }
      return marked
    }
  }

  // Titles lead, identifiers and dates come last.
  function rank(record, terms) {
    if (terms.every(term => record.titles.includes(term))) return 0
    return terms.every(term => record.words.includes(term)) ? 1 : 2
  }

  // Marked characters joined to pieces that are wholly inside or outside of a match.
  function pieces(marked) {
    const found = []
    for (const { text, hit } of marked) {
      if (found.at(-1)?.hit === hit) found.at(-1).text += text
      else found.push({ text, hit })
    }
    return found
  }

  // A line cut to what surrounds its first match, at spaces where it has any nearby.
  function excerpt(marked, lang) {
    const size = EXCERPT[lang] ?? EXCERPT.en
    const first = marked.findIndex(character => character.hit)
    let start = Math.max(0, Math.min(first - Math.floor(size / 4), marked.length - size))
    let end = Math.min(marked.length, start + size)
    const space = (from, to) => marked.slice(from, to).findIndex(({ text }) => text === " ")
    if (start > 0) start += space(start, Math.min(first, start + 16)) + 1
    if (end < marked.length) end += Math.max(0, space(end, end + 16))
    const cut = pieces(marked.slice(start, end))
    if (start > 0) cut.unshift({ text: "…", hit: false })
    if (end < marked.length) cut.push({ text: "…", hit: false })
    return cut
  }

  async function fetched(address) {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${response.status} ${address}`)
    return response.json()
  }

  // Fetches the files: root and lang as for Index. Rejects where one is missing or broken.
  async function open(root, lang) {
    const names = ["search/records.json", "search/folding.json"]
    const [data, table] = await Promise.all(names.map(name => fetched(new URL(name, root))))
    return new Index(data, table, root, lang)
  }

  box.zlSearchIndex = { open }
})()
