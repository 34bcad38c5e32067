// Elements with attributes and children; text is never read as markup.
const SVG = "http://www.w3.org/2000/svg"

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || value === null) continue
    if (typeof value === "function") made.addEventListener(name, value)
    else made.setAttribute(name, value === true ? "" : value)
  }
  made.append(...children)
  return made
}

// element("a", { href: "…", click: handler }, "text", child)
export const element = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children)

export const drawing = (name, attributes = {}, ...children) =>
  filled(document.createElementNS(SVG, name), attributes, children)
