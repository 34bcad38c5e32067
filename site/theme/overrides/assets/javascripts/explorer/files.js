// Files of a site, fetched once each while they are kept, some at a time.
const AT_ONCE = 12 // requests under way; a browser sends six at a time to an old server, all at once to a newer one

export class Files {
  // folder: URL; fetched(URL): a promise of a content; keep: how many of them are kept, the last used ones.
  constructor(folder, fetched, keep = Infinity) {
    Object.assign(this, { folder, fetched, keep })
    this.kept = new Map() // name → promise of its content
  }

  get(name) {
    const content = this.kept.get(name) ?? this.fetched(new URL(name, this.folder))
    this.kept.delete(name)
    this.kept.set(name, content)
    // What failed is asked for again the next time.
    content.catch(() => this.kept.delete(name))
    if (this.kept.size > this.keep) this.kept.delete(this.kept.keys().next().value)
    return content
  }

  // Hands each file's content to `visit` in the order of the names, while the next ones are on their way. `visit` returns
  // false to stop.
  async each(names, visit) {
    const coming = []
    for (let place = 0; place < names.length; place += 1) {
      while (coming.length < AT_ONCE && place + coming.length < names.length) coming.push(this.get(names[place + coming.length]))
      if ((await visit(await coming.shift(), place)) === false) return
    }
  }
}
