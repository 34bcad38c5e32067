// Folds texts as build/zoneledger/search/folding.py does, code point by code point: compatibility form, lower case, simplified.
export function folding({ from, to }) {
  const plain = [...to]
  const simplified = new Map([...from].map((character, position) => [character, plain[position]]))
  const known = new Map()
  const character = typed => {
    if (!known.has(typed)) {
      const parts = Array.from(typed.normalize("NFKC"), part => part.toLowerCase()).join("")
      known.set(typed, Array.from(parts, part => simplified.get(part) ?? part).join(""))
    }
    return known.get(typed)
  }
  return { character, text: text => Array.from(text, character).join("") }
}
