// The vocabulary of Latin words and numbers: which words contain a query's letters, and which are endings of one stem.
const SHORTEST = 3
const RUN = /[a-z0-9]{3,}/g

export const runs = text => text.match(RUN) ?? []

const VOWEL = /[aeiouy]/
// How often a vowel is followed by a consonant: roughly the syllables that an ending must leave.
const measure = stem => (stem.match(/[aeiouy]+[^aeiouy]+/g) ?? []).length
const short = stem => measure(stem) === 1 && /(?:^|[^aeiou])[aeiouy][^aeiouywx]$/.test(stem)

// For a word that the vocabulary lacks: the steps of M. F. Porter's English stemmer that change most words, and no more:
// plurals, -ed and -ing, y after a consonant, the commonest suffixes, a final e.
export function lightStem(word) {
  if (word.length < 4) return word
  return finals(suffixes(participle(plural(word)).replace(/(?<=..*[^aeiouy])y$/, "i")))
}

function plural(word) {
  if (/sses$/.test(word)) return word.slice(0, -2)
  if (/.ies$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1)
  return /[us]s$/.test(word) || !/[aeiouy].+s$/.test(word) ? word : word.slice(0, -1)
}

function participle(word) {
  if (/eed(?:ly)?$/.test(word)) return word.replace(/(?<=[aeiouy][^aeiouy].*ee)d(?:ly)?$/, "")
  const cut = word.replace(/(?:ed|ing)(?:ly)?$/, "")
  if (cut === word || !VOWEL.test(cut)) return word
  if (/(?:at|bl|iz)$/.test(cut)) return `${cut}e`
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(cut)) return cut.slice(0, -1)
  return short(cut) ? `${cut}e` : cut
}

const SUFFIXES = [
  ["ational", "ate"], ["tional", "tion"], ["ization", "ize"], ["fulness", "ful"], ["ousness", "ous"], ["iveness", "ive"],
  ["ation", "ate"], ["ator", "ate"], ["aliti", "al"], ["alli", "al"], ["iviti", "ive"], ["biliti", "ble"], ["entli", "ent"],
  ["ousli", "ous"], ["fulli", "ful"], ["lessli", "less"], ["bli", "ble"], ["izer", "ize"], ["li", ""],
]
const MORE = ["icate>ic", "iciti>ic", "ical>ic", "alize>al", "ness>", "ful>"].map(pair => pair.split(">"))
const LAST = ["ement", "ment", "ance", "ence", "able", "ible", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic"]

function suffixes(word) {
  let stem = word
  for (const list of [SUFFIXES, MORE]) {
    const [ending, instead] = list.find(([suffix]) => stem.endsWith(suffix)) ?? []
    const left = ending && stem.slice(0, -ending.length)
    if (ending && measure(left) > 0 && (ending !== "li" || /[cdeghkmnrt]$/.test(left))) stem = left + instead
  }
  const last = LAST.find(suffix => stem.endsWith(suffix))
  if (last && measure(stem.slice(0, -last.length)) > 1) return stem.slice(0, -last.length)
  return /[st]ion$/.test(stem) && measure(stem.slice(0, -3)) > 1 ? stem.slice(0, -3) : stem
}

function finals(word) {
  const cut = word.replace(/e$/, "")
  const stem = cut !== word && (measure(cut) > 1 || (measure(cut) === 1 && !short(cut))) ? cut : word
  return /ll$/.test(stem) && measure(stem) > 1 ? stem.slice(0, -1) : stem
}

const BESIDE = 4 // first letters by which words share a file

export class Words {
  constructor(files) {
    this.files = files
  }

  // { posting, others: of the same stem }, or nothing where the data lacks the word.
  async word(run) {
    const value = await this.files.value("words", run, run.slice(0, BESIDE))
    if (value === undefined) return undefined
    const [posting, ...others] = value.split(" ")
    return { posting, others }
  }

  // How many files hold these words.
  span(words) {
    return new Set(words.map(word => this.files.bucket("words", word.slice(0, BESIDE)))).size
  }

  // The words that hold these letters; at the word's start, its end, or anywhere. Nothing where they are too many.
  async containing(letters, atStart, atEnd) {
    if (atStart && atEnd) return (await this.word(letters)) ? [letters] : []
    const ends = new Set([letters.slice(0, SHORTEST), letters.slice(-SHORTEST)])
    const lists = await Promise.all([...ends].map(end => this.files.value("letters", end)))
    if (lists.includes(undefined)) return []
    const [list] = lists.filter(Boolean).sort((one, two) => one.length - two.length)
    const fits = atStart ? word => word.startsWith(letters) : atEnd ? word => word.endsWith(letters) : word => word.includes(letters)
    return list?.split(" ").filter(fits)
  }

  // The words with the stem of this one, which the data may lack. Letters alone have a stem.
  async related(word) {
    if (word.length < SHORTEST || /[^a-z]/.test(word)) return []
    const known = await this.word(word)
    return known ? [word, ...known.others] : this.#guessed(word)
  }

  async #guessed(word) {
    const stem = lightStem(word)
    const list = await this.files.value("letters", `^${word.slice(0, SHORTEST)}`)
    const alike = (list?.split(" ") ?? []).filter(known => lightStem(known) === stem)
    const families = await Promise.all(alike.map(async known => [known, ...(await this.word(known)).others]))
    return [...new Set(families.flat())]
  }
}
