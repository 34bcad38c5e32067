// Reads lists of numbers as build/zoneledger/search/numbers.py writes them.
const LAST = 35
const LASTS = 46
const MORE = 93
const MORES = 34

export function decode(text) {
  const numbers = []
  let number = 0
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (code >= MORE) number = number * MORES + code - MORE
    else {
      numbers.push(number * LASTS + code - LAST)
      number = 0
    }
  }
  return numbers
}

export function rising(text) {
  let last = -1
  return decode(text).map(step => (last += step + 1))
}

// The last place whose entry is not above the one sought; -1 if there is none. Entries rise.
export function place(entries, sought) {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle] <= sought) low = middle + 1
    else high = middle
  }
  return low - 1
}
