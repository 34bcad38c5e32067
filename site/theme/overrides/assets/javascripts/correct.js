// "Report" beside a row asks first which cell is wrong, so that the issue opens with column and present value filled in.
// The cells are read from the published table only when asked for. Where the table cannot be read, the link still opens
// an issue about the row; without this script the row's line is there, and how to report by hand stands below the page.
(function () {
  "use strict"
  const template = document.getElementById("zl-correct")
  if (!template || !window.HTMLDialogElement) return
  const words = template.dataset
  const { edit, cell, longest, tables } = words
  const english = document.documentElement.lang.startsWith("en")

  for (const source of document.querySelectorAll("a.zl-source")) if (placeOf(source)) equip(source)

  document.addEventListener("click", function (event) {
    const link = event.target.closest("a.zl-report")
    // A new tab or window was asked for: let the browser do it.
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open(link, placeOf(link.previousElementSibling))
  })

  // Gives a link to a row's line its full address where the page has the file's name alone, and the way to report beside it.
  function equip(source) {
    const [row, place] = [source.dataset.row || source.closest("[id]").id, placeOf(source)]
    if (source.hash === "#" + place.name + ".csv") source.href = words.line.replace("{file}", place.file).replace("{line}", place.line)
    const link = document.createElement("a")
    link.className = "zl-report"
    link.dataset.row = row
    // A short link to the line is a sign or a number.
    const short = /^[\d↗]+$/.test(source.textContent)
    link.textContent = short ? "≠" : words.wrong
    link.setAttribute("aria-label", words.wrongOf.replace("{row}", () => row))
    link.href = withPlace(link)
    source.after(" ", link)
  }

  // The file and the line, as the link to the row's line has them; the short one, its file, and the line in its words.
  function placeOf(source) {
    const short = words.folder && source.getAttribute("href").match(/^#(\w+\.csv)$/)
    const address = short ? words.folder + short[1] : decodeURIComponent(source.href)
    const found = address.match(/(datasets\/(?:plans\/([^/?#]+)|reference)\/(\w+)\.\w+)/)
    if (!found) return null
    const [, file, plan, name] = found
    const line = ((short ? source.textContent : source.hash).match(/\d+/) || [""])[0]
    return { file, line, name, plan, folder: tables + (plan ? "plans/" + plan : "all") + "/", table: name === "plan" ? "plans" : name }
  }

  function open(link, place) {
    const dialog = template.content.firstElementChild.cloneNode(true)
    const [whole, editor] = dialog.querySelectorAll("a")
    const wait = dialog.querySelector(".zl-correct__wait")
    dialog.querySelector("code").textContent = link.dataset.row
    whole.href = link.href
    editor.href = edit.replace("%7Bfile%7D", place.file)
    editor.textContent = editor.textContent.replace("{line}", place.line)
    dialog.querySelector("button").addEventListener("click", () => dialog.close())
    // A click beside the dialog falls on the dialog itself.
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close() })
    dialog.addEventListener("close", function () {
      dialog.remove()
      link.focus()
    })
    document.body.append(dialog)
    dialog.showModal()
    // cite.js adds how to cite the row; before it stands what is asked here.
    const [source, before] = [link.previousElementSibling.getAttribute("href"), dialog.querySelector(".zl-correct__ask")]
    const row = { dialog, before, key: link.dataset.row, source, plan: place.plan, table: place.table }
    document.dispatchEvent(new CustomEvent("zl:row", { detail: row }))
    cellsOf(place, link.dataset.row)
      .then((cells) => {
        whole.href = withPlace(link, cells)
        dialog.querySelector("ul").append(...cells.map((one) => choice(one, whole.href)))
      })
      .catch(() => {})
      .finally(() => wait.remove())
  }

  // The form about a row, with the place in the source where its cells are known.
  function withPlace(link, cells = []) {
    const [locator, anchor, printed, occurrence] = ["locator", "anchor_locator", "printed", "occurrence"]
      .map((name) => (cells.find(({ field }) => field.name === name) || { value: "" }).value)
    const values = { row: link.dataset.row, title: words.title.replace("{row}", () => link.dataset.row) }
    const address = words.report.replace(/\{(row|title)\}/g, (all, name) => encodeURIComponent(clean(values[name])))
    const place = [anchor || locator, printed, printed && "#" + (occurrence || 1)].filter(Boolean).join(" | ")
    // Half of what fits is left for the cell.
    return fitting(place, longest / 2, (text) => address.replace("{anchor}", () => encodeURIComponent(text)))
  }

  function choice({ field, value }, address) {
    const item = document.createElement("li")
    const link = item.appendChild(document.createElement("a"))
    const title = link.appendChild(document.createElement("span"))
    const present = link.appendChild(document.createElement("span"))
    title.textContent = (english && field.title_en) || field.title
    link.title = field.name
    const label = field.labels && field.labels[value] && field.labels[value][english ? "en" : "zh"]
    present.textContent = label && label !== value ? value + " · " + label : value || "–"
    link.href = addressOf(address, field.name, value)
    return item
  }

  // The row's address with the cell.
  function addressOf(address, column, value) {
    const filled = address + cell.replace("{column}", encodeURIComponent(column))
    return fitting(value, longest, (present) => filled.replace("{present}", () => encodeURIComponent(present)))
  }

  // An address with a value in it; a value too long for an address is cut.
  function fitting(value, most, fill) {
    const whole = clean(value)
    if (fill(whole).length <= most) return fill(whole)
    const kept = [...whole]
    let [low, high] = [0, kept.length]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (fill(kept.slice(0, middle).join("") + "…").length <= most) low = middle
      else high = middle - 1
    }
    return fill(kept.slice(0, low).join("") + "…")
  }

  // Characters that act unseen have no place in a form.
  function clean(value) {
    return value.replace(/[\s\p{Z}]+/gu, " ").replace(/\p{C}/gu, "").trim()
  }

  // The cells of a row as published, with what the data package says of their columns; computed columns are left out.
  async function cellsOf({ folder, table }, key) {
    const [description, text] = await Promise.all([read(folder + "datapackage.json"), read(folder + table + ".csv")])
    const schema = JSON.parse(description).resources.find((resource) => resource.name === table).schema
    const [head, ...rows] = records(text)
    const parts = [schema.primaryKey].flat().map((name) => head.indexOf(name))
    const row = rows.find((cells) => parts.map((part) => cells[part]).join(" ") === key)
    if (!row) throw new Error(key)
    return schema.fields.filter((field) => !field.derived).map((field) => ({ field, value: row[head.indexOf(field.name)] }))
  }

  async function read(address) {
    const response = await fetch(address)
    if (!response.ok) throw new Error(address)
    return response.text()
  }

  // RFC 4180: quoted cells may hold commas, line breaks and doubled quotes.
  function records(text) {
    const rows = []
    let row = []
    for (const [, cell, end] of text.matchAll(/("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r?\n|$)/g)) {
      row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
      if (end === ",") continue
      if (row.length > 1 || row[0]) rows.push(row)
      row = []
    }
    return rows
  }
})()
