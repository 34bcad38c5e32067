// What a figure can do with a script: hand out what has no file, and come alive when it is seen. Without one the drawing
// stands.
import { hand } from "./picture.js"

for (const button of document.querySelectorAll(".zl-figure__take button[hidden]")) {
  button.hidden = false
  button.parentElement.hidden = false
  button.addEventListener("click", () => hand(button))
}

const sparing = matchMedia("(prefers-reduced-data: reduce)").matches || navigator.connection?.saveData === true
const figures = document.querySelectorAll(".zl-figure[data-all]")
if (!sparing && figures.length && "IntersectionObserver" in window) {
  // Nothing of the live form, not even the module that asks for it, is fetched before a figure comes into view.
  const watch = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      watch.unobserve(target)
      import("./live.js").then(({ enliven }) => enliven(target.closest(".zl-figure"))).catch(() => {})
    }
  })
  for (const figure of figures) watch.observe(figure.querySelector(".zl-figure__chart"))
}
