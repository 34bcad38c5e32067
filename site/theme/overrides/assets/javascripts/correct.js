// "Report" beside a row asks first which cell is wrong, so that the issue opens with column and present value filled in.
// The cells are read from the published table only when asked for. Without this script, or where the table cannot be
// read, the link still opens an issue about the row.
(function () {
  "use strict"
  const template = document.getElementById("zl-correct")
  if (!template || !window.HTMLDialogElement) return
  const { edit, cell, longest, tables } = template.dataset
  const english = document.documentElement.lang.startsWith("en")

  document.addEventListener("click", function (event) {
    const link = event.target.closest("a.zl-report")
    // A new tab or window was asked for: let the browser do it.
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const place = placeOf(link)
    if (!place) return
    event.preventDefault()
    open(link, place)
  })

  // The file and the line, as the link to the row's line beside it has them.
  function placeOf(link) {
    const source = link.previousElementSibling
    const found = source && decodeURIComponent(source.href).match(/(datasets\/(?:plans\/([^/?#]+)|reference)\/(\w+)\.\w+)/)
    if (!found) return null
    const [, file, plan, name] = found
    const line = (source.hash.match(/\d+/) || [""])[0]
    return { file, line, plan, folder: tables + (plan ? "plans/" + plan : "all") + "/", table: name === "plan" ? "plans" : name }
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
        whole.href = withPlace(link.href, cells)
        dialog.querySelector("ul").append(...cells.map((one) => choice(one, whole.href)))
      })
      .catch(() => {})
      .finally(() => wait.remove())
  }

  // A page of hundreds of rows leaves the place in the source out of their addresses; the row's own cells have it.
  function withPlace(address, cells) {
    if (!/(=|%0A)$/.test(address)) return address
    const [locator, anchor, printed, occurrence] = ["locator", "anchor_locator", "printed", "occurrence"]
      .map((name) => (cells.find(({ field }) => field.name === name) || { value: "" }).value)
    return address + encodeURIComponent([anchor || locator, printed, printed && "#" + (occurrence || 1)].filter(Boolean).join(" | "))
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

  // The row's address with the cell; a value too long for an address is cut.
  function addressOf(address, column, value) {
    const clean = value.replace(/[\s\p{Z}]+/gu, " ").replace(/\p{C}/gu, "").trim()
    const fill = (present) => address + cell.replace("{column}", encodeURIComponent(column)).replace("{present}", () => encodeURIComponent(present))
    if (fill(clean).length <= longest) return fill(clean)
    const kept = [...clean]
    let [low, high] = [0, kept.length]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (fill(kept.slice(0, middle).join("") + "…").length <= longest) low = middle
      else high = middle - 1
    }
    return fill(kept.slice(0, low).join("") + "…")
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
