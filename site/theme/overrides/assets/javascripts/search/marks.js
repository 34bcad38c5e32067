// Where a term stands in a text: as typed, as a word of the same stem, or as the characters that are read like it.
export class Marks {
  constructor(folding, pinyin) {
    this.folding = folding
    this.pinyin = pinyin
  }

  // [start, end) of each place in a folded text.
  places(term, folded, spelt) {
    const found = term.texts.flatMap(text => occurrences(folded, text))
    if (term.related.length) {
      for (const match of folded.matchAll(/[a-z0-9]{3,}/g)) {
        if (term.related.includes(match[0])) found.push([match.index, match.index + match[0].length])
      }
    }
    if (spelt && term.sounds) found.push(...this.pinyin.places(folded, term.text))
    return found
  }

  // A printed text in pieces, { text, hit }, matched or not; nothing where no term stands in it.
  // One character may fold to several; all of it is marked then.
  characters(text, terms, spelt) {
    const marked = Array.from(text, character => ({ text: character, hit: false }))
    const owners = marked.flatMap(character => Array(this.folding.character(character.text).length).fill(character))
    const folded = this.folding.text(text)
    for (const term of terms) {
      for (const [start, end] of this.places(term, folded, spelt)) {
        for (const character of owners.slice(start, end)) character.hit = true
      }
    }
    return marked
  }

  holds(text, term, spelt) {
    return this.places(term, this.folding.text(text), spelt).length > 0
  }

  // By how many characters a text is longer than what it is found by; nothing where the term is not printed in it.
  excess(text, term) {
    const folded = this.folding.text(text)
    const lengths = term.texts.filter(part => folded.includes(part)).map(part => part.length)
    if (lengths.length === 0 && this.places(term, folded, false).length > 0) lengths.push(term.text.length)
    return lengths.length ? Math.max(0, folded.length - Math.max(...lengths)) : undefined
  }
}

function occurrences(folded, text) {
  const found = []
  for (let start = folded.indexOf(text); start >= 0; start = folded.indexOf(text, start + 1)) found.push([start, start + text.length])
  return found
}

// Marked characters joined to pieces that are wholly inside or outside of a match.
export function pieces(marked) {
  const found = []
  for (const { text, hit } of marked) {
    if (found.at(-1)?.hit === hit) found.at(-1).text += text
    else found.push({ text, hit })
  }
  return found
}

// A line cut to what surrounds its first match, at spaces where it has any nearby; size in characters.
export function excerpt(marked, size) {
  const first = Math.max(0, marked.findIndex(character => character.hit))
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
