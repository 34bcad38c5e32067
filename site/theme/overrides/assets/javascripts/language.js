// The language switch keeps the row: it leads to the same place of the page, not to its top.
(function () {
  "use strict"
  for (const link of document.querySelectorAll("a.zl-language")) {
    link.addEventListener("click", function () {
      link.hash = location.hash
    })
  }
})()
