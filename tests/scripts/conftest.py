"""A machine where all is there but the environment."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from machine import FAKE_COMMAND, FAKE_FONTS, FAKE_NPM, FAKE_PYTHON, FAKE_RUNNER, SYSTEM_COMMANDS, Machine


@pytest.fixture
def machine(tmp_path: Path, root: Path) -> Machine:
    """A machine where all is there but the environment."""
    machine = Machine(tmp_path)
    shutil.copytree(root / "scripts", machine.checkout / "scripts")
    for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(root / name, machine.checkout)
    for name in ("browser/npm", "standards"):
        shutil.copytree(root / "tests" / name, machine.checkout / "tests" / name)
    for name in SYSTEM_COMMANDS:
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or pytest.fail(f"no {name} here"))
    machine.put("python3.11", FAKE_PYTHON.replace("REAL_PYTHON", sys.executable))
    for name in ("zoneledger", "ruff", "mypy"):
        machine.put(name, FAKE_COMMAND.replace("NAME", name.upper()), "commands")
    machine.put("fc-list", FAKE_FONTS)
    machine.put("id", '#!/bin/bash\necho "${USER_ID:-1000}"\n')
    machine.put("chromium", "#!/bin/bash\necho Chromium 1\n")
    for name in ("soffice", "pdftotext"):
        machine.put(name, FAKE_RUNNER)
    for name, text in (("node", FAKE_RUNNER), ("npm", FAKE_NPM), ("java", FAKE_RUNNER)):
        machine.put(name, text)
        machine.put(name, text, "stock")
    (tmp_path / "fonts").write_text("NotoSansCJK\n")
    return machine
