// The records of one kind, best first; among equals they keep the order of their numbers.
export class Ranks {
  constructor() {
    this.byRank = new Map()
    this.size = 0
    this.ordered = null
  }

  // Records come in the order of their numbers.
  add(number, rank) {
    if (!this.byRank.has(rank)) this.byRank.set(rank, [])
    this.byRank.get(rank).push(number)
    this.size += 1
    this.ordered = null
  }

  get best() {
    return Math.min(...this.byRank.keys())
  }

  get list() {
    this.ordered ??= [...this.byRank.keys()].sort((one, two) => one - two).flatMap(rank => this.byRank.get(rank))
    return this.ordered
  }

  // changed: record => its rank from now on, undefined where it is none.
  change(changed) {
    const moved = new Map()
    for (const [rank, numbers] of this.byRank) {
      const kept = numbers.filter(number => !changed.has(number) || changed.get(number) === rank)
      if (kept.length === numbers.length) continue
      for (const number of numbers) if (changed.has(number) && changed.get(number) !== rank) moved.set(number, changed.get(number))
      this.size -= numbers.length - kept.length
      if (kept.length) this.byRank.set(rank, kept)
      else this.byRank.delete(rank)
      this.ordered = null
    }
    const ranks = new Set()
    for (const [number, rank] of moved) {
      if (rank === undefined) continue
      this.add(number, rank)
      ranks.add(rank)
    }
    for (const rank of ranks) this.byRank.get(rank).sort((one, two) => one - two)
  }
}
