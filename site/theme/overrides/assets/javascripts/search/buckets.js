// Which file holds a key, as build/zoneledger/search/buckets.py reckons it: FNV-1a over UTF-16 code units.
export function bucket(key, count) {
  let number = 0x811c9dc5
  for (let place = 0; place < key.length; place += 1) number = Math.imul(number ^ key.charCodeAt(place), 0x01000193)
  return ((number ^ (number >>> 15)) >>> 0) % count
}
