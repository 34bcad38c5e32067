// What a piece of text is found by, as build/zoneledger/explorer/grams.py cuts it.
const RUNS = /([\u{2e80}-\u{10ffff}]+)|([^\s\u{2e80}-\u{10ffff}]+)/gu

// The grams of a folded text; none where it is too short to have any.
export function grams(text) {
  const found = new Set()
  for (const [run, chinese] of text.matchAll(RUNS)) {
    const characters = [...run]
    const length = chinese ? 2 : 3
    for (let place = 0; place + length <= characters.length; place += 1) found.add(characters.slice(place, place + length).join(""))
  }
  return [...found]
}

export function bucket(gram, buckets) {
  let value = 0
  for (const character of gram) value = (Math.imul(value, 31) + character.codePointAt(0)) >>> 0
  return value % buckets
}
