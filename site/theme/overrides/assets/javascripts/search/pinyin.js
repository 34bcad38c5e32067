// Pinyin: letters read as whole syllables (gongxinju; the last one may be unfinished) or as initials (gxj).
const INITIALS = /^[a-hj-tw-z]{2,}$/
const SHORTEST = 2
const LONGEST = 6 // letters of a syllable

// What letters must look like to be pinyin at all, told without any file: vowels follow consonants as they do in Mandarin.
const SYLLABLE = "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiouv]{1,3}(?:ng|n|r)?)"
const START = "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)"
const FULL = new RegExp(`^(?:${SYLLABLE})+(?:${START})?$`)

export const possible = letters => /^[a-z]+$/.test(letters) && letters.length >= SHORTEST && (INITIALS.test(letters) || FULL.test(letters))

export class Pinyin {
  // readings: { syllable: characters }
  constructor(readings) {
    this.syllables = Object.keys(readings)
    this.known = new Set(this.syllables)
    this.starts = new Set(this.syllables.flatMap(syllable => Array.from(syllable, (_, end) => syllable.slice(0, end + 1))))
    this.readings = new Map()
    for (const [syllable, characters] of Object.entries(readings)) {
      for (const character of characters) this.readings.set(character, [...(this.readings.get(character) ?? []), syllable])
    }
  }

  // The keys by which lines are found: lists of which one must hold altogether.
  keys(letters) {
    const initials = INITIALS.test(letters) ? [Array.from(letters.slice(1), (letter, before) => `-${letters[before]}${letter}`)] : []
    return [...initials, ...this.#cut(letters).filter(cut => cut.length > 0)]
  }

  // Every way to cut letters into whole syllables, with an unfinished one at the end that is left out.
  #cut(letters) {
    if (!letters) return [[]]
    const found = []
    for (let end = 1; end <= Math.min(LONGEST, letters.length); end += 1) {
      const syllable = letters.slice(0, end)
      if (this.known.has(syllable)) found.push(...this.#cut(letters.slice(end)).map(rest => [syllable, ...rest]))
    }
    if (this.starts.has(letters)) found.push([])
    return found
  }

  // Where characters of a folded text are read like these letters: [start, end) of each place.
  places(folded, letters) {
    const found = []
    for (let start = 0; start < folded.length; start += 1) {
      const end = Math.max(this.#initials(folded, start, letters), this.#syllables(folded, start, letters, true))
      if (end > start) found.push([start, end])
    }
    return found
  }

  // Where the characters from a place on have used up all letters, an initial each; -1 if they do not.
  #initials(folded, place, letters) {
    const fits = (letter, after) => this.readings.get(folded[place + after])?.some(reading => reading[0] === letter)
    return INITIALS.test(letters) && Array.from(letters).every(fits) ? place + letters.length : -1
  }

  // The same with a syllable each; the last one may be unfinished, unless it is the only one.
  #syllables(folded, place, letters, first) {
    if (!letters) return place
    let end = -1
    for (const reading of this.readings.get(folded[place]) ?? []) {
      if (letters.startsWith(reading)) end = Math.max(end, this.#syllables(folded, place + 1, letters.slice(reading.length), false))
      if (!first && reading.startsWith(letters)) end = Math.max(end, place + 1)
    }
    return end
  }
}
