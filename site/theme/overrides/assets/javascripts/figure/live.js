// The live form of a figure: the same drawing, with a word on what is pointed at and a choice of what is shown.
// If anything fails on the way, the drawing that is there stays.
import { element } from "../dom.js"

// As wide as the stylesheet's container query lets the narrow drawing be.
const NARROW = 26

const OPTIONS = {
  ast: true,
  renderer: "svg",
  actions: false,
  // Styles written into the page would be blocked by the policy; the site's stylesheet has them.
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
}

let runtime

async function embedder() {
  runtime ??= import("../vega.js")
  await runtime
  return window.vegaEmbed
}

function size(place) {
  return place.clientWidth <= NARROW * parseFloat(getComputedStyle(document.documentElement).fontSize) ? "narrow" : "wide"
}

function chooser(choice, all, chosen, pick) {
  const options = [{ value: "", label: all }, ...choice.options]
  const select = element(
    "select",
    { change: event => pick(event.target.value) },
    ...options.map(({ value, label }) => element("option", { value, selected: value === chosen }, label)),
  )
  return element("label", { class: "zl-figure__choice" }, `${choice.label} `, select)
}

async function shown(figure, place, state) {
  const wanted = size(place)
  if (wanted === state.size) return
  state.size = wanted
  const [embed, answer] = await Promise.all([embedder(), fetch(`${figure.dataset.file}.${wanted}.json`)])
  if (!answer.ok) throw new Error(answer.statusText)
  const spec = await answer.json()
  const drawing = element("div", { class: "zl-figure__live", role: "img", "aria-label": figure.querySelector("strong").textContent })
  const { view, finalize } = await embed(drawing, spec, OPTIONS)
  // The picture has one name; Vega gives roles to each of its marks besides.
  drawing.querySelector("svg").setAttribute("aria-hidden", "true")
  const pick = value => {
    state.chosen = value
    return view.signal("chosen", value).runAsync()
  }
  if (state.chosen) await pick(state.chosen)
  const choice = chooser(spec.usermeta.choice, figure.dataset.all, state.chosen, pick)
  for (const old of place.querySelectorAll(".zl-figure__live, .zl-figure__choice")) old.remove()
  state.finalize?.()
  state.finalize = finalize
  place.prepend(choice, drawing)
  place.classList.add("zl-figure__chart--live")
}

export async function enliven(figure) {
  const place = figure.querySelector(".zl-figure__chart")
  const state = { chosen: "" }
  await shown(figure, place, state)
  new ResizeObserver(() => shown(figure, place, state).catch(() => {})).observe(place)
}
