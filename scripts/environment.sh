# What scripts/build, scripts/test and scripts/lock share: find Python, fill .venv from a lock file, find a Chinese font
# and a Chromium. Sourced, never run. Leaves the caller in the repository's root, whatever folder it was started from.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
venv=$root/.venv
cd "$root"

# Chinese text goes in and out of Python everywhere; the machine's locale must not decide how it is read.
export PYTHONUTF8=1

# say CHINESE ENGLISH: one message in both languages, on standard error.
say() {
  printf '%s\n%s\n' "$1" "$2" >&2
}

# stop CHINESE ENGLISH: the same, and end with exit code 2 (could not run; 1 means that something was found wrong).
stop() {
  say "错误：$1" "Error: $2"
  exit 2
}

# quietly COMMAND...: show what a command printed only when it fails.
quietly() {
  local printed status=0
  printed=$("$@" 2>&1) || status=$?
  if [ "$status" -ne 0 ]; then
    printf '%s\n' "$printed" >&2
  fi
  return "$status"
}

# can_install: whether this is Debian or a relative of it, and we may install packages.
can_install() {
  command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]
}

# install_debian PACKAGE...: install Debian packages and nothing they merely recommend.
install_debian() {
  say "正在安装系统软件包：$*" "Installing system packages: $*"
  quietly env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    quietly env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "$@"
}

# usable_python COMMAND: 3.11 or later, and able to make an environment (Debian keeps ensurepip in python3-venv).
usable_python() {
  "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# find_python: print the Python to make the environment with; 3.11 first, the version the lock files were made with.
find_python() {
  local candidate
  for candidate in python3.11 python3 python3.12 python3.13; do
    if usable_python "$candidate"; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

# ensure_python: set $python, installing Debian's package where that is possible.
ensure_python() {
  if python=$(find_python); then return; fi
  if can_install && install_debian python3 python3-venv && python=$(find_python); then return; fi
  stop "需要带 venv 模块的 Python 3.11 或更高版本。Debian、Ubuntu：sudo apt-get install python3 python3-venv；macOS：brew install python@3.11。" \
    "Python 3.11 or later with its venv module is needed. Debian, Ubuntu: sudo apt-get install python3 python3-venv; macOS: brew install python@3.11."
}

# environment_key LOCK: a digest of what an environment filled from LOCK depends on; empty without a working .venv.
environment_key() {
  "$venv/bin/python" - "$root" "$1" 2>/dev/null <<'PYTHON' || true
import hashlib, pathlib, sys, tomllib

root = pathlib.Path(sys.argv[1])
project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
parts = sys.version, str(root), project["build-system"], project["project"], (root / sys.argv[2]).read_text("utf-8")
print(hashlib.sha256(repr(parts).encode()).hexdigest())
PYTHON
}

# is_filled LOCK: whether .venv holds exactly what LOCK asks for. Its stamp is written last, so a half-filled one has none.
is_filled() {
  local key
  key=$(environment_key "$1")
  [ -n "$key" ] && [ "$(cat "$venv/$1.stamp" 2>/dev/null)" = "$key" ]
}

# fill_environment LOCK: install what LOCK pins, then this project itself. requirements-dev.lock holds all that
# requirements.lock does, so it may be added to an environment of the latter; any other change starts from nothing.
# Its steps are chained: bash ignores `set -e` inside a function whose failure is handled.
fill_environment() {
  local lock=$1 pip=("$venv/bin/python" -m pip --quiet --disable-pip-version-check --no-input install)
  say "正在安装 Python 依赖（$lock），首次需要几分钟……" "Installing Python dependencies ($lock); the first time takes a few minutes…"
  if ! is_filled requirements.lock; then
    ensure_python
    # What a link leads to is somebody else's, and --clear would empty it.
    if [ -L "$venv" ]; then rm "$venv"; fi
    quietly "$python" -m venv --clear "$venv" || return
  fi
  rm -f "$venv"/*.stamp &&
    quietly "${pip[@]}" --require-hashes --requirement "$lock" &&
    quietly "${pip[@]}" --no-deps --no-build-isolation --no-index --editable "$root" &&
    environment_key requirements.lock >"$venv/requirements.lock.stamp" &&
    environment_key "$lock" >"$venv/$lock.stamp"
}

# ensure_environment LOCK: make .venv hold what LOCK pins; nothing is installed when it already does.
ensure_environment() {
  if is_filled "$1"; then return; fi
  fill_environment "$1" || stop "依赖没有装好，原因见上；再运行一次会从头安装。" \
    "The dependencies could not be installed, for the reason above; running this again starts afresh."
}

# ensure_validators: the validators of published standards that need an environment of their own, inside .venv.
# The copy of the lock file there is written last, so a half-filled one has none.
ensure_validators() {
  local lock=$root/tests/standards/requirements.lock folder=$venv/validators
  if [ "$(cat "$folder/installed" 2>/dev/null)" = "$(cat "$lock")" ]; then return; fi
  say "正在安装标准校验工具……" "Installing the validators of standards…"
  ensure_python
  quietly "$python" -m venv --clear "$folder" &&
    quietly "$folder/bin/python" -m pip --quiet --disable-pip-version-check --no-input install --require-hashes --requirement "$lock" &&
    cp "$lock" "$folder/installed" ||
    stop "标准校验工具没有装好，原因见上。" "The validators could not be installed, for the reason above."
}

# begin_setup, end_setup: one process at a time sets up, the others wait. The lock is held on this very file, because
# .venv may be replaced meanwhile. A system without flock has no lock.
begin_setup() {
  exec 9<"$root/scripts/environment.sh"
  if ! command -v flock >/dev/null || flock -n 9; then return; fi
  say "另一个进程正在准备环境，等待中……" "Another process is setting up; waiting…"
  flock 9
}

end_setup() {
  exec 9<&-
}

# has_chinese_font: the browser tests look at pages as a Chinese reader sees them; without one they would see empty boxes.
# A build needs none: every place in a chart is computed, no text is measured.
has_chinese_font() {
  [ -n "$(fc-list :lang=zh 2>/dev/null)" ] || [ -e "/System/Library/Fonts/Hiragino Sans GB.ttc" ]
}

ensure_chinese_font() {
  if has_chinese_font; then return; fi
  if can_install && install_debian fontconfig fonts-noto-cjk && has_chinese_font; then return; fi
  stop "需要中文字体。Debian、Ubuntu：sudo apt-get install fontconfig fonts-noto-cjk；其他系统请安装 fontconfig 与 Noto Sans CJK。" \
    "A Chinese font is needed. Debian, Ubuntu: sudo apt-get install fontconfig fonts-noto-cjk; elsewhere install fontconfig and Noto Sans CJK."
}

# playwright_chromium: print where Playwright keeps the browser it downloads, whether or not it is there.
playwright_chromium() {
  "$venv/bin/python" - 2>/dev/null <<'PYTHON' || true
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
PYTHON
}

# runs COMMAND: Ubuntu's chromium-browser, for one, is there but only asks for a snap.
runs() {
  [ -n "$1" ] && "$1" --version >/dev/null 2>&1
}

# find_chromium: print the browser that ZONELEDGER_CHROMIUM names, or else the first one that runs.
find_chromium() {
  local candidate
  if [ -n "${ZONELEDGER_CHROMIUM:-}" ]; then
    runs "$ZONELEDGER_CHROMIUM" && command -v "$ZONELEDGER_CHROMIUM"
    return
  fi
  for candidate in chromium chromium-browser google-chrome google-chrome-stable; do
    if runs "$candidate"; then
      command -v "$candidate"
      return
    fi
  done
  candidate=$(playwright_chromium)
  runs "$candidate" && echo "$candidate"
}

# ensure_chromium: set and export ZONELEDGER_CHROMIUM for the browser tests, which are never skipped.
ensure_chromium() {
  local found
  if ! found=$(find_chromium) && [ -z "${ZONELEDGER_CHROMIUM:-}" ] && can_install && install_debian chromium; then
    found=$(find_chromium) || true
  fi
  [ -n "$found" ] ||
    stop "浏览器测试需要 Chromium。Debian：sudo apt-get install chromium；其他系统：.venv/bin/playwright install --with-deps chromium，或把 ZONELEDGER_CHROMIUM 设为可运行的浏览器的路径。" \
      "The browser tests need Chromium. Debian: sudo apt-get install chromium; elsewhere: .venv/bin/playwright install --with-deps chromium, or set ZONELEDGER_CHROMIUM to the path of a browser that runs."
  export ZONELEDGER_CHROMIUM=$found
}

# find_libreoffice: print the office that ZONELEDGER_LIBREOFFICE names, or else the first one that runs.
find_libreoffice() {
  local candidate
  if [ -n "${ZONELEDGER_LIBREOFFICE:-}" ]; then
    runs "$ZONELEDGER_LIBREOFFICE" && command -v "$ZONELEDGER_LIBREOFFICE"
    return
  fi
  for candidate in soffice libreoffice /Applications/LibreOffice.app/Contents/MacOS/soffice; do
    if runs "$candidate"; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

# ensure_libreoffice: set and export ZONELEDGER_LIBREOFFICE: the tests open the downloads for spreadsheets in one.
ensure_libreoffice() {
  local found
  if ! found=$(find_libreoffice) && [ -z "${ZONELEDGER_LIBREOFFICE:-}" ] && can_install && install_debian libreoffice-calc-nogui; then
    found=$(find_libreoffice) || true
  fi
  [ -n "$found" ] ||
    stop "测试要用 LibreOffice Calc 打开下载文件。Debian、Ubuntu：sudo apt-get install libreoffice-calc-nogui；macOS：brew install --cask libreoffice；或把 ZONELEDGER_LIBREOFFICE 设为 soffice 的路径。" \
      "The tests open downloads in LibreOffice Calc. Debian, Ubuntu: sudo apt-get install libreoffice-calc-nogui; macOS: brew install --cask libreoffice; or set ZONELEDGER_LIBREOFFICE to the path of soffice."
  export ZONELEDGER_LIBREOFFICE=$found
}

# ensure_poppler: pdftotext, with which the tests read the PDF that a page is printed to.
ensure_poppler() {
  if command -v pdftotext >/dev/null; then return; fi
  if can_install && install_debian poppler-utils && command -v pdftotext >/dev/null; then return; fi
  stop "测试要用 pdftotext 读网页打印成的 PDF。Debian、Ubuntu：sudo apt-get install poppler-utils；macOS：brew install poppler。" \
    "The tests read printed pages with pdftotext. Debian, Ubuntu: sudo apt-get install poppler-utils; macOS: brew install poppler."
}

# has_page_check_runners: node with npm for Lighthouse and the rest of npm's, Java for the Nu Html Checker.
has_page_check_runners() {
  runs node && runs npm && runs java
}

# ensure_page_checks: what checks pages as machines see them, at the versions of tests/browser/npm/package-lock.json.
# It lies in .venv and the copy of the lock file there is written last, so a half-made folder has none.
ensure_page_checks() {
  local manifest=$root/tests/browser/npm folder=$venv/page-checks
  if ! has_page_check_runners && can_install; then
    install_debian nodejs npm default-jre-headless || true
  fi
  has_page_check_runners ||
    stop "检查网页需要 Node.js（18.16 以上，带 npm）和 Java 11 以上。Debian：sudo apt-get install nodejs npm default-jre-headless。" \
      "Checking pages needs Node.js (18.16 or later, with npm) and Java 11 or later. Debian: sudo apt-get install nodejs npm default-jre-headless."
  if [ "$(cat "$folder/installed" 2>/dev/null)" = "$(cat "$manifest/package-lock.json")" ]; then return; fi
  say "正在安装网页检查工具……" "Installing the page checkers…"
  rm -rf "$folder" && mkdir -p "$folder" && cp "$manifest"/package*.json "$folder" &&
    quietly npm ci --prefix "$folder" --cache "$folder/cache" --ignore-scripts --no-audit --no-fund &&
    rm -rf "$folder/cache" && cp "$folder/package-lock.json" "$folder/installed" ||
    stop "网页检查工具没有装好，原因见上。" "The page checkers could not be installed, for the reason above."
}
