// An address may point to a row inside a closed <details>: it is opened, so that the row can be seen and is marked. Where a
// long plan's first page has no more of a row than the way to the page it stands on, that way is taken.
(() => {
  "use strict"

  function reveal() {
    let target = null
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    } catch {
      return // not an address of ours
    }
    if (target?.matches(".zl-pointers a")) {
      location.replace(target.href)
      return
    }
    const folded = []
    for (let around = target?.closest("details:not([open])"); around; around = around.parentElement.closest("details:not([open])")) folded.push(around)
    if (target?.matches("summary")) folded.shift()
    for (const details of folded) details.open = true
    if (folded.length) target.scrollIntoView()
  }

  window.addEventListener("hashchange", reveal)
  reveal()
})()
