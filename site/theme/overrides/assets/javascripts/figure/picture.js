// What a button of a figure hands out. A PNG is drawn by the browser from the SVG: with the reader's own fonts, at 2×.
const SCALE = 2

const loaded = address =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = reject
    image.src = address
  })

async function pixels(address) {
  const image = await loaded(address)
  const canvas = document.createElement("canvas")
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise(resolve => canvas.toBlob(resolve, "image/png"))
}

// Of a figure without files everything is made from the page.
async function content(figure, kind) {
  if (figure.dataset.file) return pixels(`${figure.dataset.file}.svg`)
  const { numbers, picture } = await import("./taken.js")
  if (kind === "csv") return new Blob([numbers(figure)], { type: "text/csv" })
  const drawn = picture(figure)
  if (kind === "svg") return new Blob([drawn], { type: "image/svg+xml" })
  return pixels(`data:image/svg+xml,${encodeURIComponent(drawn)}`)
}

export async function hand(button) {
  const figure = button.closest(".zl-figure")
  const kind = button.dataset.kind ?? "png"
  const name = figure.dataset.name ?? figure.dataset.file.split("/").pop()
  button.disabled = true
  try {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(await content(figure, kind))
    link.download = `${name}.${kind}`
    link.click()
    // The browser reads the address after the click has returned.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  } finally {
    button.disabled = false
  }
}
