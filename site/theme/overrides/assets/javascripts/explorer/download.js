// What is shown, to take away: a CSV that opens right in Excel on a Chinese Windows, and how to cite it.

// Excel would compute such a cell; an apostrophe in front makes it text. Full-width signs count too.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

// Tells Excel that the file is UTF-8.
export const MARK = "\ufeff"

export const heading = columns => `${columns.map(column => cell(column.name)).join(",")}\r\n`

// The chosen columns of one row, as a reader sees them.
export function line(table, names, place) {
  const { table: block, row } = table.at?.(place) ?? { table, row: place }
  const cells = names.map(name => block.column[name]).map(column => (column.kind === "number" ? column.word(row) : cell(column.word(row))))
  return `${cells.join(",")}\r\n`
}

// The chosen columns of the rows, with their titles.
export function csv(table, names, rows) {
  return [MARK, heading(names.map(name => table.column[name])), ...rows.map(row => line(table, names, row))].join("")
}

const WORDS = {
  zh: ({ title, version, as_of: day, licence }, count, all, address, filters) =>
    `${title.zh}：选出的 ${count} 行（共 ${all} 行）\r\n\r\n引用：\r\nZoneLedger 贡献者. ${title.zh}[DB/OL]. ${version}版. (${day}). ${address}\r\n\r\n筛选条件：${filters || "无"}\r\n数据截至：${day}\r\n许可：${licence}\r\n`,
  en: ({ title, version, as_of: day, licence }, count, all, address, filters) =>
    `${title.en}: a selection of ${count} rows out of ${all}\r\n\r\nCite as:\r\nZoneLedger contributors. ${title.en}[DB/OL]. Version ${version}. (${day}). ${address}\r\n\r\nFilters: ${filters || "none"}\r\nData as of: ${day}\r\nLicence: ${licence}\r\n`,
}

// The citation of a selection: what it is, of which version, under which address it can be seen again.
export function citation(table, lang, count, address, filters) {
  return `${MARK}${WORDS[lang](table.data.dataset, count, table.rows, address, filters)}`
}

// Hands a text, whole or in pieces, to the reader as a file.
export function save(name, type, text) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text].flat(), { type: `${type};charset=utf-8` }))
  link.download = name
  link.click()
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
