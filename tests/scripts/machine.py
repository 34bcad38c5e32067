"""A machine made of stand-ins: a Python, a pip, an apt-get and an npm that only note their use."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

#: Makes an environment whose python notes installs in $LOG instead of doing them, and hands the rest to the real one.
FAKE_PYTHON = r"""#!/bin/bash
typed="$*" last="${@: -1}"
case "$typed" in
"-m venv"*)
  rm -rf "$last"/* && mkdir -p "$last/bin" && cp "$COMMANDS"/* "$last/bin" && cp "$0" "$last/bin/python"
  echo "venv" >>"$LOG" ;;
*" install "*)
  echo "pip ${typed#* install }" >>"$LOG"
  sleep "${PIP_SECONDS:-0}"
  case "$typed" in *"${PIP_FAILS_AT:-nothing}"*) echo "pip: no route to host"; exit 1 ;; esac ;;
"-m pytest"*) echo "3 passed in 0.1s ($ZONELEDGER_CHROMIUM) ${*:3}" ;;
*) exec REAL_PYTHON "$@" ;;
esac
"""
FAKE_COMMAND = '#!/bin/bash\necho "${0##*/} $*"\nexit "${NAME_EXIT:-0}"\n'
FAKE_RUNNER = "#!/bin/bash\nexit 0\n"
FAKE_FONTS = '#!/bin/bash\ncat "$MACHINE/fonts" 2>/dev/null || true\n'
FAKE_APT = r"""#!/bin/bash
echo "apt-get $*" >>"$LOG"
case "$*" in
*fonts-noto-cjk*) echo NotoSansCJK >"$MACHINE/fonts" ;;
*chromium*) printf '#!/bin/bash\necho Chromium 1\n' >"$MACHINE/bin/chromium" && chmod +x "$MACHINE/bin/chromium" ;;
*libreoffice*) printf '#!/bin/bash\n' >"$MACHINE/bin/soffice" && chmod +x "$MACHINE/bin/soffice" ;;
*poppler*) printf '#!/bin/bash\n' >"$MACHINE/bin/pdftotext" && chmod +x "$MACHINE/bin/pdftotext" ;;
*nodejs*) for name in node npm java; do cp "$MACHINE/stock/$name" "$MACHINE/bin/$name"; done ;;
esac
"""
FAKE_NPM = r"""#!/bin/bash
[ "$1" = --version ] && exit
echo "npm ${*//$MACHINE/}" >>"$LOG"
[ -z "${NPM_FAILS:-}" ] || { echo "npm: no route to host"; exit 1; }
"""

SYSTEM_COMMANDS = ("bash", "env", "cat", "cp", "dirname", "flock", "mkdir", "rm", "sleep", "chmod")


@dataclass
class Machine:
    """A checkout with its scripts, and a PATH that holds stand-ins and a few system commands, nothing else."""

    folder: Path

    @property
    def checkout(self) -> Path:
        return self.folder / "a checkout"

    @property
    def environment(self) -> dict[str, str]:
        folder = str(self.folder)
        return {
            "PATH": f"{folder}/bin",
            "LOG": f"{folder}/log",
            "MACHINE": folder,
            "COMMANDS": f"{folder}/commands",
            "PLAYWRIGHT_BROWSERS_PATH": f"{folder}/browsers",
        }

    def put(self, name: str, text: str, folder: str = "bin") -> None:
        path = self.folder / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def start(self, script: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start a script from a foreign folder, with no HOME at all."""
        return subprocess.Popen(
            [str(self.checkout / "scripts" / script), *arguments],
            cwd=self.folder,
            env=self.environment | environment,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def run(self, script: str, *arguments: str, **environment: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        process = self.start(script, *arguments, **environment)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def log(self) -> list[str]:
        """What was installed since this was last asked."""
        log = self.folder / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines
