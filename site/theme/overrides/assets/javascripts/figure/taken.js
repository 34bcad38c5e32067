// What can be taken away of a figure that has no files of its own: made from what stands in the page, in its colours.
import { drawing } from "../dom.js"

const MARGIN = 24
const TITLE = { size: 18, weight: "bold", ink: "--chart-fg" }
const SMALL = { size: 12, weight: "normal", ink: "--chart-muted" }
const FONTS =
  "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
// What stays together: a Latin word with its blank, or one Chinese character with the marks that may not part from it.
const PIECE =
  /[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+[，。、；：！？）》〉】〕”’%％]*\s*|[（《“‘〔]?\S[，。、；：！？）》〉】〕”’%％]*\s*|\s+/gu

function wrapped(text, room, { size, weight }) {
  const pen = document.createElement("canvas").getContext("2d")
  pen.font = `${weight} ${size}px ${FONTS}`
  const lines = [""]
  for (const piece of text.match(PIECE) ?? []) {
    const line = lines.at(-1)
    if (line && pen.measureText((line + piece).trimEnd()).width > room) lines.push(piece.trimStart())
    else lines.push(lines.pop() + (line ? piece : piece.trimStart()))
  }
  return lines.map(line => line.trimEnd()).filter(Boolean)
}

// Lines of text from a height on; the height below them.
function written(into, text, room, style, top) {
  let y = top
  for (const line of wrapped(text, room, style)) {
    y += style.size * 1.45
    const place = { x: MARGIN, y: (y - style.size * 0.4).toFixed(1) }
    const look = { "font-size": style.size, "font-weight": style.weight, fill: `var(${style.ink})` }
    into.append(drawing("text", { ...place, ...look }, line))
  }
  return y
}

// The drawing with its words around it, as the text of an SVG document that needs no page.
export function picture(figure) {
  const shown = figure.querySelector(".zl-chart--wide")
  const [, , wide, high] = shown.getAttribute("viewBox").split(" ").map(Number)
  const [title, about] = ["title", "desc"].map(name => shown.querySelector(name).textContent)
  const ground = drawing("path", { fill: "var(--zl-page)" })
  const made = drawing(
    "svg",
    { role: "img", lang: document.documentElement.lang, "font-family": FONTS },
    drawing("title", {}, title),
    drawing("desc", {}, about),
    ground,
  )
  let y = written(made, title, wide, TITLE, MARGIN) + 8
  y = written(made, about, wide, SMALL, y) + 16
  const inside = drawing("g", { transform: `translate(${MARGIN},${y})` })
  inside.append(...[...shown.children].filter(child => child.localName === "g").map(child => child.cloneNode(true)))
  made.append(inside)
  y = written(made, figure.dataset.credit, wide, SMALL, y + high + 12) + MARGIN
  const [across, down] = [wide + 2 * MARGIN, Math.round(y)]
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${across} ${down}`, width: across, height: down }))
    made.setAttribute(name, value)
  ground.setAttribute("d", `M0,0h${across}v${down}h-${across}Z`)
  coloured(made, getComputedStyle(figure))
  return new XMLSerializer().serializeToString(made)
}

function coloured(made, colours) {
  for (const one of made.querySelectorAll("[fill], [stroke]"))
    for (const name of ["fill", "stroke"]) {
      const variable = one.getAttribute(name)?.match(/^var\((--[a-z0-9-]+)\)$/)
      if (variable) one.setAttribute(name, colours.getPropertyValue(variable[1]).trim())
    }
}

// The table of numbers as CSV; figures without the separators they are read with.
export function numbers(figure) {
  const cell = one => {
    const text = one.textContent.trim().replace(/\s+/g, " ")
    const plain = one.matches("td.num") ? text.replaceAll(",", "") : text
    return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
  }
  const rows = [...figure.querySelectorAll("details tr")]
  return rows.map(row => `${[...row.cells].map(cell).join(",")}\n`).join("")
}
