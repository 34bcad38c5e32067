// The files that the build writes to search/, each fetched once and only when it is asked for.
import { place, rising } from "./numbers.js"

async function fetched(address, options) {
  const response = await fetch(address, options)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response.json()
}

export class Files {
  // manifest: the file of that name; root: URL of the folder that holds search/.
  constructor(manifest, root) {
    this.manifest = manifest
    this.root = root
    this.folder = new URL(`search/${manifest.folder}/`, root)
    this.known = new Map()
    this.directories = Object.fromEntries(Object.entries(manifest.directories)
      .map(([name, firsts]) => [name, typeof firsts === "string" ? rising(firsts) : firsts]))
  }

  static async open(root, options) {
    return new Files(await fetched(new URL("search/manifest.json", root), options), root)
  }

  // A file below the build's folder. What failed is asked for again the next time.
  file(name) {
    return this.#kept(name, new URL(name, this.folder))
  }

  folding() {
    return this.#kept("folding", new URL("search/folding.json", this.root))
  }

  #kept(name, address) {
    if (!this.known.has(name)) {
      const coming = fetched(address)
      coming.catch(() => this.known.delete(name))
      this.known.set(name, coming)
    }
    return this.known.get(name)
  }

  // How many files of a list hold the entries of these numbers.
  span(list, numbers) {
    return new Set(numbers.map(number => place(this.directories[list], number))).size
  }

  // The entries of a list by their numbers: number => entry.
  async entries(list, numbers) {
    const firsts = this.directories[list]
    const shards = new Map()
    for (const number of numbers) shards.set(place(firsts, number), null)
    await Promise.all([...shards.keys()].map(async shard => shards.set(shard, await this.file(`${list}/${shard}.json`))))
    return number => {
      const shard = place(firsts, number)
      return shards.get(shard)[number - firsts[shard]]
    }
  }

  // The string under a key; nothing where there is none.
  async value(list, key) {
    const shard = place(this.directories[list], key)
    if (shard < 0) return undefined
    const held = await this.file(`${list}/${shard}.json`)
    return Object.hasOwn(held, key) ? held[key] : undefined
  }
}
