// Spellings of one word made equal, as build/zoneledger/search/folding.py does: compatibility form, lower case, simplified.
export function folding({ from, to }) {
  const plain = [...to]
  const simplified = new Map([...from].map((character, place) => [character, plain[place]]))
  // Most texts hold no traditional character: one look for any of them is cheaper than a look-up of each.
  const traditional = new RegExp(`[${[...simplified.keys()].join("")}]`, "gu")
  return text => text.normalize("NFKC").toLowerCase().replace(traditional, character => simplified.get(character))
}
