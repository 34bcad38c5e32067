// What the frame does besides links: the drawer, the contents list that follows the reader, the way to the top, paper.
(() => {
  "use strict"

  const drawer = document.getElementById("__drawer")
  const menu = document.querySelector("[data-zl-menu]")
  const shut = () => drawer.checked && (drawer.click(), menu.focus())
  menu.addEventListener("click", () => {
    drawer.click()
    document.querySelector(".md-nav--primary a:not(.md-logo)").focus({ preventScroll: true })
  })
  drawer.addEventListener("change", () => menu.setAttribute("aria-expanded", drawer.checked))
  document.querySelector(".md-sidebar--primary").addEventListener("click", event => event.target.closest("a[href]") && shut())
  document.addEventListener("keydown", event => event.key === "Escape" && shut())

  const heading = document.querySelector("#zl-content h1")
  const title = document.querySelector(".md-header__title")
  const top = document.querySelector(".md-top")
  const list = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap")
  const parts = [...document.querySelectorAll(".md-sidebar--secondary a[href^='#']")]
    .map(link => ({ link, target: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(part => part.target)
  const EDGE = 100 // pixels below the window's top at which a part counts as being read
  let active = null
  let due = false

  function follow() {
    due = false
    if (heading) title.classList.toggle("md-header__title--active", heading.getBoundingClientRect().bottom < 48)
    if (top) top.hidden = scrollY < 2 * innerHeight
    if (!parts.length || !list.offsetParent) return
    const now = parts.findLast(part => part.target.offsetParent && part.target.getBoundingClientRect().top < EDGE)?.link ?? null
    if (now === active) return
    active?.classList.remove("md-nav__link--active")
    active?.removeAttribute("aria-current")
    active = now
    if (!now) return
    now.classList.add("md-nav__link--active")
    now.setAttribute("aria-current", "location")
    list.scrollTop = now.offsetTop - list.clientHeight / 3
  }

  // On paper every fold is open, and of all links to an address beyond this site the first one shows it.
  const opened = []
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("#zl-content details:not([open])")) {
      fold.open = true
      opened.push(fold)
    }
    const shown = new Set()
    for (const link of document.querySelectorAll("#zl-content a[href^='http']:not(.zl-source, .zl-report)")) {
      if (shown.has(link.href) || link.textContent.includes(link.href)) continue
      shown.add(link.href)
      link.dataset.zlAddress = link.href
    }
  })
  addEventListener("afterprint", () => opened.splice(0).forEach(fold => (fold.open = false)))

  const ask = () => due || (due = !!requestAnimationFrame(follow))
  addEventListener("scroll", ask, { passive: true })
  addEventListener("resize", ask, { passive: true })
  ask()
})()
