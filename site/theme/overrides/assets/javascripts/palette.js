// Puts on the palette before the first paint: the one chosen earlier, else the one the system asks for.
(function () {
  const chosen = (__md_get("__palette") || {}).color
  const system = document.querySelector(
    "[data-md-color-media='(prefers-color-scheme: " + (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") + ")']"
  )
  for (const key of ["scheme", "primary", "accent"]) {
    const value = chosen ? chosen[key] : system && system.getAttribute("data-md-color-" + key)
    if (value) document.body.setAttribute("data-md-color-" + key, value)
  }
})()
