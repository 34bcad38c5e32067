// A query's terms. What stands between spaces is a term, and all terms must occur; a figure and its unit are one term,
// however they are spaced and whether or not the thousands are parted.
const UNIT = "%|‰|个百分点|[万亿]?[元亩家个倍人件项位名]|[万亿千百]|平方公里|年|月|日|trillion|billion|million|thousand|yuan|mu|per ?cent"
const SPACED = new RegExp(`(\\d) +(?=(?:${UNIT})(?: |$))`, "g")
const JOINED = /(\d)(?=(?:trillion|billion|million|thousand|yuan|mu|percent)$)/
const PARTED = /(\d),(?=\d{3}(?!\d))/g
const KEPT = "\u0001" // stands for the space inside a term

// folded: the query, folded. Each term: { text, texts }; texts are the spellings of which one must occur.
export function terms(folded) {
  const typed = folded.trim().replace(/\s+/g, " ").replace(SPACED, `$1${KEPT}`)
  return [...new Set(typed.split(" ").filter(Boolean))].map(term => {
    const text = term.replaceAll(KEPT, "")
    const spellings = [term.replaceAll(KEPT, " "), text, text.replace(JOINED, "$1 ")]
    return { text, texts: [...new Set([...spellings, ...spellings.map(spelling => spelling.replace(PARTED, "$1"))])] }
  })
}
