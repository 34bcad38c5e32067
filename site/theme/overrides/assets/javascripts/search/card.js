// One result as it is shown: { href, title, plan, due, excerpts: [{ lang, pieces }] }, pieces being [{ text, hit }].
import { rising } from "./numbers.js"
import { excerpt, pieces } from "./marks.js"

const EXCERPT = { zh: 72, en: 150 } // characters shown of a line; Latin letters are half as wide
const PIECES = 4 // units of a long page that are looked at for an excerpt

// found: the query's. spelt: whether characters that are read like a term are marked, too.
export async function card(found, record, spelt) {
  const { engine, marks, terms } = found
  const own = engine.lang === "en" ? 1 : 0
  const units = found.units(record).slice(0, PIECES)
  const [first, ...more] = await Promise.all(units.map(unit => engine.entries.of(record, unit)))
  const title = first.title[own]
  const missing = terms.filter(term => !marks.holds(title, term, spelt))
  const lines = missing.map(term => explained(found, [first, ...more], term, spelt)).filter(Boolean)
  const shown = [...new Map(lines.map(line => [line.text, line])).values()]
  const anchor = shown.map(line => line.anchor).find(Boolean)
  const place = first.address || (first.plan.length ? `plans/${first.plan[0]}/#${first.key}` : "")
  return {
    // The dot keeps an address from being read as one with a scheme.
    href: new URL(`./${place}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`, engine.tree).href,
    title: pieces(marks.characters(title, terms, spelt)),
    plan: record >= found.firstRow && first.plan.length && !found.isPlan(record) ? first.plan[own + 1] : "",
    due: first.due[own],
    excerpts: shown.map(({ lang, text }) => ({ lang, pieces: excerpt(marks.characters(text, terms, spelt), EXCERPT[lang] ?? EXCERPT.en) })),
  }
}

// The line that holds a term which the title does not show: a name before a mention, the reader's language first.
function explained(found, entries, term, spelt) {
  const { marks, engine } = found
  const held = entries.flatMap(({ lines, anchors }) => lines
    .filter(line => marks.holds(line.text, term, spelt && line.spelt))
    .map(line => ({ ...line, excess: line.named ? marks.excess(line.text, term) ?? 0 : Infinity, anchor: anchored(anchors, line.number) })))
  held.sort((one, two) => (one.excess === two.excess ? 0 : one.excess - two.excess))
  // An identifier stands in no line.
  return held.find(line => line.lang === engine.lang) ?? held[0] ?? { lang: "", text: entries[0].key }
}

const anchored = (anchors, line) => Object.keys(anchors).find(anchor => rising(anchors[anchor]).includes(line))
