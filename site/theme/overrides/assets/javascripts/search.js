// The search box before anything is typed: / reaches it, and the first letter loads the search (search/box.js and what it
// imports). The box is a combobox whose list holds the results (WAI-ARIA Authoring Practices, "Combobox").
(() => {
  "use strict"

  const box = document.querySelector("[data-zl-search]")
  if (!box) return
  const input = box.querySelector("input")
  const FAILED = { zh: "搜索没有载入成功。请检查网络，再输入一次。", en: "The search could not be loaded. Check the connection and type again." }
  let loading = null

  async function begin() {
    if (loading || !input.value.trim()) return
    loading = import("./search/box.js")
    try {
      const { Box } = await loading
      input.removeEventListener("input", typed)
      input.removeEventListener("compositionend", begin)
      new Box(box).search()
    } catch (error) {
      loading = null // the next letter tries again
      box.querySelector(".zl-search__status").textContent = FAILED[document.documentElement.lang.startsWith("en") ? "en" : "zh"]
      box.querySelector(".zl-search__results").hidden = false
      console.warn(error)
    }
  }

  const typed = event => event.isComposing || begin()
  input.addEventListener("input", typed)
  input.addEventListener("compositionend", begin)

  // An invitation on the page leads to the box, with a word to look for where it names one.
  document.addEventListener("click", event => {
    const invitation = event.target.closest?.("[data-zl-find]")
    if (!invitation) return
    input.focus()
    if (!invitation.dataset.zlFind) return
    input.value = invitation.dataset.zlFind
    input.dispatchEvent(new Event("input", { bubbles: true }))
  })

  document.addEventListener("keydown", event => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return
    event.preventDefault()
    input.focus()
    input.select()
  })
})()
