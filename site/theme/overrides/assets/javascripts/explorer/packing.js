// Numbers written as characters by build/zoneledger/explorer/packing.py.
const FIRST = 0x23 // after the quotation mark
const BACKSLASH = 0x5c
const SURROGATES = 0x800 // so many code points stand for nothing from 0xD800 on

export function unpack(text, Kind = Uint16Array) {
  const numbers = new Kind(text.length)
  for (let place = 0; place < text.length; place += 1) {
    let point = text.charCodeAt(place)
    if (point >= 0xe000) point -= SURROGATES
    numbers[place] = point - FIRST - (point > BACKSLASH ? 1 : 0)
  }
  return numbers
}

// The sums of steps: [5, 1, 3] → [5, 6, 9].
export function summed(steps) {
  let sum = 0
  return Array.from(steps, step => (sum += step))
}
