// Citations that can be copied: those that stand on the page get the day of access and a button, and the dialog over a row
// (correct.js) gets a part that cites the row. Without this script the citations on the page can be selected by hand.
(function () {
  "use strict"
  const template = document.getElementById("zl-cite")
  const { formats, row } = globalThis.zlCitations
  const words = template.dataset

  for (const box of document.querySelectorAll(".zl-citing[data-cited]")) fill(box, JSON.parse(box.dataset.cited))

  // The link over which the dialog opens says what it now offers; its short form is a sign and has a label only.
  for (const link of document.querySelectorAll("a.zl-report")) {
    if (link.textContent.length > 1) link.textContent = words.label
    link.setAttribute("aria-label", words.labelOf.replace("{row}", () => link.dataset.row))
  }

  document.addEventListener("zl:row", function ({ detail: { dialog, before, ...place } }) {
    const page = JSON.parse(words.page)
    if (!page.tables[place.table]) return
    const part = template.content.firstElementChild.cloneNode(true)
    before.before(part)
    fill(part.querySelector(".zl-citing"), row(page, place))
  })

  function fill(box, cited) {
    const now = new Date()
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
    const said = document.createElement("p")
    said.className = "zl-citing__said"
    said.setAttribute("role", "status")
    for (const code of box.querySelectorAll("code")) {
      code.textContent = formats[code.dataset.format](cited, today)
      const one = code.closest(".zl-citing__one")
      const name = one.querySelector("summary").textContent
      const button = document.createElement("button")
      button.type = "button"
      button.textContent = words.copy
      button.setAttribute("aria-label", words.copyOf.replace("{name}", () => name))
      button.addEventListener("click", async function () {
        const done = await copied(code)
        said.textContent = ""
        // Emptied first: the same words twice would not be read out again.
        requestAnimationFrame(() => { said.textContent = (done ? words.copied : words.failed).replace("{name}", () => name) })
      })
      one.append(button)
    }
    box.append(said)
  }

  // Where the clipboard is refused (plain http, a browser's setting), the text is shown and selected for the keyboard.
  async function copied(code) {
    try {
      await navigator.clipboard.writeText(code.textContent)
      return true
    } catch {
      code.closest("details").open = true
      code.parentElement.focus()
      getSelection().selectAllChildren(code)
      return document.execCommand("copy")
    }
  }
})()
