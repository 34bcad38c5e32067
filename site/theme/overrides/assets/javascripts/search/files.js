// The files that the build writes to search/, each fetched once and only when it is asked for.
import { bucket } from "./buckets.js"

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

  // The string under a key; nothing where there is none. by: what of the key decides on its file.
  async value(list, key, by = key) {
    const held = await this.file(`${list}/${this.bucket(list, by)}.json`)
    return Object.hasOwn(held, key) ? held[key] : undefined
  }

  bucket(list, by) {
    return bucket(by, this.manifest.lists[list])
  }
}
