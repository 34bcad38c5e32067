// The rows of one plan as they come from a file of rows, as a small table of its own: build/zoneledger/explorer/block.py.
import { unpack } from "./packing.js"
import { Table } from "./table.js"

// content: of the file; table: the one it is part of, which knows the columns and the names that all plans share.
export function block(content, table) {
  const columns = table.columns.map(shared => ({ ...table.heads.get(shared.id), ...cells(shared, content.columns) }))
  return new Table({ rows: content.rows, columns }, table.lang, table.fold)
}

function cells(shared, contents) {
  if (shared.by) {
    const { values, codes } = contents[shared.by]
    return { values: values.map(key => shared.texts.get(key) ?? ["", ""]), codes: unpack(codes) }
  }
  const { codes, ...content } = contents[shared.id]
  if (codes !== undefined) content.codes = unpack(codes)
  if (!shared.kind.startsWith("choice")) return content
  return { ...content, values: content.values.map(value => (typeof value === "string" ? shared.values[shared.position.get(value)] : value)) }
}
