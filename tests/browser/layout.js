// What a reader would see go wrong in a page's layout. Evaluated by tests/browser/layout.py; returns a line a fault.
(() => {
  // Glyphs are smaller than their line boxes, and fractions of a pixel are rounded: less than this is no fault.
  const SLACK = 1.5
  const DEEP = 6
  // CSS pixels; Lighthouse calls what is smaller illegible.
  const LEGIBLE = 12

  const shown = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })

  // Kept for screen readers only: one pixel, or cut away whole.
  const isForEarsOnly = element => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each)
      const box = each.getBoundingClientRect()
      if (style.clipPath === "inset(50%)" || style.clip.startsWith("rect(0px, 0px")) return true
      if (style.position === "absolute" && box.width <= 1 && box.height <= 1) return true
    }
    return false
  }

  const named = element => {
    const name = element.id ? `#${element.id}` : element.classList.length ? `.${[...element.classList].join(".")}` : ""
    return element.tagName.toLowerCase() + name
  }

  const words = text => text.trim().replace(/\s+/g, " ").slice(0, 40)

  // Every visible line of text with its box: lines, not blocks, because a paragraph beside a float is no rectangle.
  function* lines(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parent = node.parentElement
      if (!node.data.trim() || !parent || parent.closest("script, style, noscript, template, svg title, svg desc")) continue
      if (!shown(parent) || isForEarsOnly(parent)) continue
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width > SLACK && box.height > SLACK) yield { node, parent, box }
      }
    }
  }

  // The first ancestor that shows what is inside its box and nothing else; one that scrolls shows all of it in the end.
  const cutter = (element, axis) => {
    for (let each = element; each && each !== document.documentElement; each = each.parentElement) {
      const overflow = getComputedStyle(each)[`overflow${axis}`]
      if (overflow === "auto" || overflow === "scroll") return null
      if (overflow === "hidden" || overflow === "clip") return each
    }
    return null
  }

  const clipped = all => all.flatMap(({ node, parent, box }) => {
    const faults = []
    const side = cutter(parent, "X")
    const edge = side?.getBoundingClientRect()
    if (edge && (box.left < edge.left - SLACK || box.right > edge.right + SLACK)) faults.push(`cut off sideways in ${named(side)}: ${words(node.data)}`)
    const top = cutter(parent, "Y")
    const rim = top?.getBoundingClientRect()
    if (rim && (box.top < rim.top - DEEP || box.bottom > rim.bottom + DEEP)) faults.push(`cut off below in ${named(top)}: ${words(node.data)}`)
    return faults
  })

  const outside = (all, frame) => all.flatMap(({ node, parent, box }) => {
    for (let each = parent; each && each !== frame; each = each.parentElement) {
      const { overflowX } = getComputedStyle(each)
      if (overflowX !== "visible") return []
    }
    const holder = parent.closest("td, th, li, dd, dt, button, summary, figure, p, h1, h2, h3") ?? frame
    const edge = holder.getBoundingClientRect()
    return box.right > edge.right + SLACK || box.left < edge.left - SLACK ? [`outside ${named(holder)}: ${words(node.data)}`] : []
  })

  // Lines sorted by height: only those that begin above another's end can lie on it.
  const overlapping = all => {
    const faults = []
    const sorted = [...all].sort((one, other) => one.box.top - other.box.top)
    sorted.forEach((one, index) => {
      for (let next = index + 1; next < sorted.length && sorted[next].box.top < one.box.bottom - DEEP; next += 1) {
        const other = sorted[next]
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top
        const lone = Math.min(one.box.height, other.box.height)
        if (one.node !== other.node && across > SLACK * 2 && down > Math.max(DEEP, lone / 2)) {
          faults.push(`over each other: ${words(one.node.data)} | ${words(other.node.data)}`)
        }
      }
    })
    return faults
  }

  const empty = [...document.querySelectorAll("svg.zl-chart")].filter(shown).flatMap(chart => {
    const marks = [...chart.querySelectorAll("path, rect, circle, line")].filter(mark => {
      const box = mark.getBoundingClientRect()
      return box.width + box.height > 2 && getComputedStyle(mark).opacity !== "0"
    })
    return marks.length ? [] : [`a chart without marks: ${chart.querySelector("title")?.textContent}`]
  })

  // A drawing's letters are as large as the drawing is shown.
  const tiny = all => all.flatMap(({ node, parent }) => {
    const drawn = parent.closest("svg") && parent.getScreenCTM()
    const size = parseFloat(getComputedStyle(parent).fontSize) * (drawn ? Math.hypot(drawn.a, drawn.b) : 1)
    return size < LEGIBLE - 0.05 ? [`${size.toFixed(1)} pixels in ${named(parent)}: ${words(node.data)}`] : []
  })

  // A glyph that no font has is drawn like one that none can have.
  const missing = all => {
    const canvas = document.createElement("canvas")
    canvas.width = canvas.height = 32
    const pen = canvas.getContext("2d", { willReadFrequently: true })
    const picture = (char, font) => {
      pen.clearRect(0, 0, 32, 32)
      pen.font = font
      pen.fillText(char, 4, 24)
      return pen.getImageData(0, 0, 32, 32).data.join()
    }
    const font = `20px ${getComputedStyle(document.body).fontFamily}`
    const boxes = new Set(["\u{10FFFE}", "\u0378", "\u{2FFFE}"].map(char => picture(char, font)))
    const seen = new Set(all.flatMap(({ node }) => [...node.data]).filter(char => char.trim() && !/\p{Mark}|\p{Format}/u.test(char)))
    return [...seen].filter(char => boxes.has(picture(char, font))).map(char => `no glyph for ${char} (U+${char.codePointAt(0).toString(16)})`)
  }

  const frame = document.querySelector("#zl-content") ?? document.body
  const all = [...lines(frame)]
  const page = [...lines(document.body)]
  const frameLines = [...lines(document.querySelector("header") ?? frame)]
  const faults = [...clipped(all), ...outside(all, frame), ...overlapping(all), ...overlapping(frameLines), ...empty, ...missing(all), ...tiny(page)]
  return { lines: all.length, faults: [...new Set(faults)].slice(0, 40) }
})()
