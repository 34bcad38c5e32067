// Puts on the palette before the first paint: the one chosen earlier in either language, else the one the system asks for.
(() => {
  "use strict"
  document.documentElement.classList.replace("no-js", "js")
  const key = new URL(document.currentScript.dataset.zlRoot, location).pathname + "palette"
  const button = document.querySelector(".zl-palette button")
  const system = matchMedia("(prefers-color-scheme: dark)")
  const present = () => document.body.dataset.mdColorScheme

  function put(scheme) {
    if (scheme === present()) return
    document.body.dataset.mdColorScheme = scheme
    const { zlName: name } = button.dataset
    button.dataset.zlName = button.title
    button.title = name
    button.setAttribute("aria-label", name)
  }

  // Storage may be refused (private windows, blocked cookies); the page then does not remember.
  function chosen() {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }

  const follow = () => put(chosen() || (system.matches ? "slate" : "default"))
  follow()
  system.addEventListener("change", follow)
  button.addEventListener("click", () => {
    put(present() === "slate" ? "default" : "slate")
    try {
      localStorage.setItem(key, present())
    } catch {}
  })
})()
