// One column: what its file says of it, and the words of its cells. Where rows are many, codes and values come later.

export class Column {
  constructor(described, lang) {
    Object.assign(this, described)
    this.name = described.title[lang === "en" ? 1 : 0]
    this.lang = lang
    if (this.kind === "number" && this.values) this.numbers = Float64Array.from(this.values, value => value ?? NaN)
    if (Array.isArray(this.codes)) this.codes = Uint32Array.from(this.codes)
    if (this.kind.startsWith("choice")) {
      this.position = new Map()
      this.values.forEach((value, place) => this.position.set(value[0], place))
    }
  }

  get distinct() {
    return this.sets?.length ?? this.values.length
  }

  // What a row shows, without its place: words, or a figure as it is.
  word(row) {
    if (this.kind === "number") return this.values[row] === null ? "" : String(this.values[row])
    if (this.kind === "key") return this.values[row]
    return this.spoken(this.codes[row])
  }

  // The values of a row, as positions in `values`.
  members(row) {
    return this.sets ? this.sets[this.codes[row]] : [this.codes[row]]
  }

  spoken(code) {
    if (this.kind === "text") return this.values[code][this.lang === "en" ? 1 : 0]
    return this.sets ? this.sets[code].map(value => this.label(value)).join(this.lang === "en" ? "; " : "；") : this.label(code)
  }

  label(value) {
    return this.values[value][this.lang === "en" ? 2 : 1]
  }

  // Every distinct cell in both languages, for the text filter.
  written(code) {
    if (this.kind === "key") return this.values[code]
    if (this.kind === "number") return this.values[code] === null ? "" : String(this.values[code])
    if (this.kind === "text") return this.values[code].join("\n")
    const said = value => this.values[value].slice(1).join("\n")
    return this.sets ? this.sets[code].map(said).join("\n") : said(code)
  }

  // Whether a row has nothing here, so that it comes last in either direction.
  blank(row) {
    if (this.kind === "number") return Number.isNaN(this.numbers[row])
    return this.kind === "text" && this.spoken(this.codes[row]) === ""
  }
}
