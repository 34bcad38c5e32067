// What Material's bundle expects before it runs: where settings are kept, and how they are read and written.
// The scope is the root of both languages, so that the chosen palette holds in either.
var __md_scope = new URL(document.currentScript.dataset.zlRoot, location)

function __md_hash(text) {
  return [...text].reduce((hash, character) => (hash << 5) - hash + character.charCodeAt(0), 0)
}

// Storage may be refused (private windows, blocked cookies); the page then simply does not remember.
function __md_get(key, storage, scope = __md_scope) {
  try {
    return JSON.parse((storage || localStorage).getItem(scope.pathname + "." + key))
  } catch {
    return null
  }
}

function __md_set(key, value, storage, scope = __md_scope) {
  try {
    (storage || localStorage).setItem(scope.pathname + "." + key, JSON.stringify(value))
  } catch {}
}
