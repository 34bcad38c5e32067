// The search box of every page: a combobox whose list holds the results (WAI-ARIA Authoring Practices, "Combobox").
// The focus stays in the box; arrows move the active result, Enter opens it, Esc closes the list, / reaches the box.
// Nothing is fetched before the first character is typed. What is found comes from search-index.js.
(() => {
  "use strict"

  const box = document.querySelector("[data-zl-search]")
  if (!box) return

  const FIRST = 8 // results shown of a group at first
  const NEXT = 50 // shown in addition by each "more"
  const QUIET = 600 // milliseconds without typing before a screen reader is told the count

  const WORDS = {
    zh: {
      loading: "正在载入搜索数据……",
      failed: "搜索数据没有载入成功。请检查网络，再试一次。",
      retry: "重试",
      none: query => `没有找到含“${query}”的内容。`,
      hint: "可以换短一些的词，或者去掉几个词：用空格隔开的词必须同时出现。简体、繁体、英文都能查。",
      count: count => `找到 ${count} 条结果`,
      more: count => `还有 ${count} 条，点此显示`,
      due: date => `期限：${date}`,
    },
    en: {
      loading: "Loading the search data…",
      failed: "The search data could not be loaded. Check the connection and try again.",
      retry: "Try again",
      none: query => `Nothing contains “${query}”.`,
      hint: "Try a shorter word, or fewer words: all of them must occur. English and Chinese, simplified or traditional, both work.",
      count: count => (count === 1 ? "1 result" : `${count.toLocaleString("en")} results`),
      more: count => `${count.toLocaleString("en")} more: show them`,
      due: date => `Due: ${date}`,
    },
  }

  const lang = document.documentElement.lang.startsWith("en") ? "en" : "zh"
  const words = WORDS[lang]
  const root = new URL(box.dataset.zlRoot || "./", document.baseURI)
  const input = box.querySelector("input")
  const panel = box.querySelector(".zl-search__results")
  const status = element("p", "zl-search__status")
  const list = element("div", "zl-search__list", { id: "zl-search-list", role: "listbox" })
  const spoken = element("p", "zl-search__spoken", { role: "status", "aria-live": "polite" })

  let opened = null // promise of the index, from the first character on
  let active = null // the option that Enter opens
  let awaited = "" // the query whose results are to be shown; empty once the list is closed
  let options = 0 // how many were made, for their ids
  let timer = 0

  // An element with attributes and text; text is never read as markup.
  function element(name, style, attributes = {}, ...content) {
    const made = document.createElement(name)
    made.className = style
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    made.append(...content)
    return made
  }

  function prepare() {
    list.setAttribute("aria-label", panel.getAttribute("aria-label") || "")
    panel.append(status, list)
    box.append(spoken)
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": list.id }
    for (const [key, value] of Object.entries(roles)) input.setAttribute(key, value)
    close()
  }

  // Panel.

  function close() {
    awaited = ""
    panel.hidden = true
    input.setAttribute("aria-expanded", "false")
    activate(null)
    speak("")
  }

  function display(message, groups = []) {
    status.replaceChildren(...[message].flat())
    list.replaceChildren(...groups)
    list.hidden = groups.length === 0
    panel.hidden = false
    panel.scrollTop = 0
    input.setAttribute("aria-expanded", String(groups.length > 0))
    activate(null)
  }

  function speak(text) {
    clearTimeout(timer)
    if (!text) spoken.textContent = ""
    else timer = setTimeout(() => (spoken.textContent = text), QUIET)
  }

  // Searching.

  async function search() {
    const query = input.value.trim()
    if (!query) return close()
    awaited = query
    if (!opened) {
      display(words.loading)
      speak(words.loading)
      opened = box.zlSearchIndex.open(root, lang)
    }
    const index = await opened.catch(fail)
    // More may have been typed, or the list closed, while the files came in.
    if (index && query === awaited) report(index, query)
  }

  function fail() {
    opened = null // the next character tries again
    if (!awaited) return
    const retry = element("button", "zl-search__retry", { type: "button" }, words.retry)
    retry.addEventListener("click", () => {
      input.focus()
      search()
    })
    display([words.failed, retry])
    speak(words.failed)
  }

  function report(index, query) {
    const found = index.find(query)
    const count = found.reduce((sum, group) => sum + group.records.length, 0)
    if (count === 0) {
      display([words.none(query), element("span", "zl-search__hint", {}, words.hint)])
      return speak(words.none(query))
    }
    display(words.count(count), found.map(group => section(index, query, group)))
    speak(words.count(count))
  }

  // Results.

  function section(index, query, { id, title, records }) {
    const label = `zl-search-group-${id}`
    const count = element("span", "zl-search__count", {}, records.length.toLocaleString(lang))
    const heading = element("div", "zl-search__heading", { id: label }, title, " ", count)
    const group = element("div", "zl-search__group", { role: "group", "aria-labelledby": label }, heading)
    extend(group, records.map(record => () => result(index.show(record, query))), FIRST)
    return group
  }

  // Adds a group's next results; the rest stays behind an option that adds more.
  function extend(group, rest, size) {
    group.append(...rest.slice(0, size).map(make => make()))
    const left = rest.slice(size)
    if (left.length === 0) return
    const more = option("div", "zl-search__more", {}, words.more(left.length))
    more.addEventListener("click", () => {
      const before = more.previousElementSibling
      more.remove()
      extend(group, left, NEXT)
      activate(before.nextElementSibling)
    })
    group.append(more)
  }

  function option(name, style, attributes, ...content) {
    options += 1
    const given = { id: `zl-search-option-${options}`, role: "option", "aria-selected": "false", ...attributes }
    return element(name, `zl-search__option ${style}`, given, ...content)
  }

  function result({ href, title, plan, due, excerpts }) {
    const about = [plan, due && words.due(due)].filter(Boolean)
    return option("a", "zl-search__result", { href, tabindex: "-1" },
      element("span", "zl-search__title", {}, ...marked(title)),
      ...excerpts.map(line => element("span", "zl-search__excerpt", line.lang ? { lang: line.lang } : {}, ...marked(line.pieces))),
      ...(about.length ? [element("span", "zl-search__about", {}, ...about.map(text => element("span", "", {}, text)))] : []),
    )
  }

  const marked = pieces => pieces.map(({ text, hit }) => (hit ? element("mark", "", {}, text) : text))

  // Keyboard and pointer.

  function activate(chosen) {
    active?.setAttribute("aria-selected", "false")
    active = chosen
    if (!chosen) return input.removeAttribute("aria-activedescendant")
    chosen.setAttribute("aria-selected", "true")
    chosen.scrollIntoView({ block: "nearest" })
    input.setAttribute("aria-activedescendant", chosen.id)
  }

  // Moves the active result; between the last and the first one none is active.
  function move(step) {
    const all = [null, ...list.querySelectorAll("[role=option]")]
    activate(all[(all.indexOf(active) + step + all.length) % all.length])
  }

  function keys(event) {
    if (event.isComposing) return // the keys belong to the input method
    const open = !panel.hidden
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!input.value.trim()) return
      event.preventDefault()
      if (open) move(event.key === "ArrowDown" ? 1 : -1)
      else search()
    } else if (event.key === "Enter" && open) {
      event.preventDefault()
      const chosen = active ?? list.querySelector("a")
      chosen?.click()
    } else if (event.key === "Escape" && open) {
      event.preventDefault() // the browser would empty the box
      close()
    }
  }

  function slash(event) {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return
    event.preventDefault()
    input.focus()
    input.select()
  }

  function listen() {
    input.addEventListener("input", event => event.isComposing || search())
    input.addEventListener("compositionend", search)
    input.addEventListener("keydown", keys)
    document.addEventListener("keydown", slash)
    // A press on a result must not take the focus from the box first: on a phone that would fold the box away.
    list.addEventListener("mousedown", event => event.preventDefault())
    list.addEventListener("click", event => event.target.closest("a") && close())
    document.addEventListener("pointerdown", event => box.contains(event.target) || close())
    box.addEventListener("focusout", event => event.relatedTarget && !box.contains(event.relatedTarget) && close())
  }

  prepare()
  listen()
})()
