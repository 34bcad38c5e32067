// One result as it is shown: { href, title, plan, due, excerpts: [{ lang, pieces }] }, pieces being [{ text, hit }].
import { rising } from "./numbers.js"
import { excerpt, pieces } from "./marks.js"

const EXCERPT = { zh: 72, en: 150 } // characters shown of a line; Latin letters are half as wide

// found: the query's; entry: [title, [plan id, plan], due, address, identifier, anchors], ends left out.
export async function card(found, record, [title, plan, due = "", address = "", key = "", anchors = {}]) {
  const { engine, marks, terms } = found
  const spelt = terms.some((_, at) => found.matches[at].get(record).some(match => match.candidate.spelt))
  const missing = terms.flatMap((term, at) => (marks.holds(title, term, spelt) ? [] : [at]))
  const excerpts = await explained(found, record, missing, key)
  const anchor = excerpts.map(line => anchored(anchors, line.number)).find(Boolean)
  const own = address || (plan ? `plans/${plan[0]}/#${key}` : "")
  return {
    // The dot keeps an address from being read as one with a scheme.
    href: new URL(`./${own}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`, engine.tree).href,
    title: pieces(marks.characters(title, terms, spelt)),
    plan: plan ? plan[1] : "",
    due,
    excerpts: excerpts.map(({ lang, text }) => ({ lang, pieces: excerpt(marks.characters(text, terms, spelt), EXCERPT[lang] ?? EXCERPT.en) })),
  }
}

// Lines that hold the terms which the title does not show; those of the reader's language if there are any.
async function explained(found, record, missing, key) {
  const chosen = missing.map(at => preferred(found, found.matches[at].get(record)))
  const lines = [...new Set(chosen)]
  const text = await found.engine.files.entries("text", lines.filter(line => line >= 0))
  return lines.map(line => (line < 0 ? { number: line, lang: "", text: key } : { number: line, lang: section(found, line), text: text(line) }))
}

function preferred(found, matches) {
  const certain = matches.filter(match => match.candidate.sure)
  const own = certain.find(match => match.line >= 0 && section(found, match.line) === found.engine.lang)
  return (matches[0].line < 0 ? matches[0] : own ?? certain[0] ?? matches[0]).line
}

function section(found, line) {
  const { en, plain } = found.manifest.sections
  return line < en ? "zh" : line < plain ? "en" : ""
}

function anchored(anchors, line) {
  return Object.keys(anchors).find(anchor => rising(anchors[anchor]).includes(line))
}
