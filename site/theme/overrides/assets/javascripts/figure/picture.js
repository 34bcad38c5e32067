// A PNG of a figure, drawn by the browser from the SVG that is offered beside it: with the reader's own fonts, at 2×.
const SCALE = 2

const loaded = address =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = reject
    image.src = address
  })

export async function hand(button) {
  const address = `${button.closest(".zl-figure").dataset.file}.svg`
  button.disabled = true
  try {
    const image = await loaded(address)
    const canvas = document.createElement("canvas")
    canvas.width = image.naturalWidth * SCALE
    canvas.height = image.naturalHeight * SCALE
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise(resolve => canvas.toBlob(resolve, "image/png"))
    const link = document.createElement("a")
    link.href = URL.createObjectURL(blob)
    link.download = address.split("/").pop().replace(/svg$/, "png")
    link.click()
    // The browser reads the address after the click has returned.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  } finally {
    button.disabled = false
  }
}
