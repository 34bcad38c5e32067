"""The workflows keep to the house's rules, and the rules notice every kind of breach."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from workflow_rules import PINS, TRIGGERS, load, violations

FILES = sorted(TRIGGERS)


def text_of(root: Path, name: str) -> str:
    return (root / ".github" / "workflows" / name).read_text("utf-8")


def test_there_are_these_workflows_and_no_others(root: Path) -> None:
    folder = root / ".github" / "workflows"
    assert sorted(path.name for path in folder.iterdir()) == FILES


@pytest.mark.parametrize("name", FILES)
def test_the_rules_are_kept(root: Path, name: str) -> None:
    assert violations(name, text_of(root, name), root) == []


@pytest.mark.parametrize("name", FILES)
def test_every_job_does_something(root: Path, name: str) -> None:
    jobs = load(text_of(root, name))["jobs"]
    assert jobs and all(len(job["steps"]) >= 1 for job in jobs.values())


CHECKOUT = f"actions/checkout@{PINS['actions/checkout'][0]}"
DEFECTS = [
    ("check.yml", CHECKOUT, "actions/checkout@v6", "no commit"),
    ("check.yml", CHECKOUT, "actions/checkout@main", "no commit"),
    ("check.yml", CHECKOUT, f"actions/checkout@{'0' * 40}", "unknown pin"),
    ("check.yml", CHECKOUT, f"someone/checkout@{PINS['actions/checkout'][0]}", "unknown pin"),
    ("check.yml", " # v6.0.2", "", "no version"),
    ("check.yml", " # v6.0.2", " # v6.0.1", "no version"),
    ("check.yml", "permissions: {}\n", "", "not empty on top"),
    ("check.yml", "permissions: {}\n", "permissions: write-all\n", "not empty on top"),
    (
        "check.yml",
        "    permissions:\n      contents: read # to check the change out\n",
        "",
        "no permissions of its own",
    ),
    ("check.yml", "contents: read", "contents: write", "writes"),
    ("check.yml", "contents: read # to check the change out", "pull-requests: write", "writes"),
    ("check.yml", "persist-credentials: false", "persist-credentials: true", "credentials"),
    ("check.yml", "run: scripts/build", "run: echo ${{ github.event.pull_request.title }}", "expression in a command"),
    ("check.yml", "run: scripts/build", "run: scripts/build ${{ github.token }}", "expression in a command"),
    ("check.yml", "run: scripts/build", "run: scripts/nothing", "no script of ours"),
    ("check.yml", "run: scripts/build", "run: scripts/build; true", "no script of ours"),
    ("check.yml", "run: scripts/build", "run: make", "no script of ours"),
    ("check.yml", "${{ vars.ZONELEDGER_SOURCES }}", "${{ github.head_ref }}", "value: github.head_ref"),
    ("check.yml", "${{ vars.ZONELEDGER_SOURCES }}", "${{ secrets.SOURCES }}", "secrets"),
    ("check.yml", "${{ vars.ZONELEDGER_SOURCES }}", "${{ github.token }}", "a token beside"),
    ("check.yml", "  pull_request:\n", "  pull_request_target:\n", "triggers"),
    ("check.yml", "    timeout-minutes: 30\n", "", "no timeout"),
    ("check.yml", "runs-on: ubuntu-24.04", "runs-on: ubuntu-latest", "no fixed machine"),
    ("check.yml", "runs-on: ubuntu-24.04", "runs-on: ubuntu-24.04\n    continue-on-error: true", "hidden"),
    (
        "report.yml",
        "          persist-credentials: false",
        "          persist-credentials: false\n          ref: x",
        "else",
    ),
    ("report.yml", "contents: read", "contents: write", "writes"),
    ("publish.yml", "concurrency:\n  group: pages\n  cancel-in-progress: false\n", "", "no concurrency"),
    ("upkeep.yml", "permissions: {}\n", "permissions: {}\nenv:\n  A: b\n", "hides"),
]


@pytest.mark.parametrize(("name", "sound", "planted", "told"), DEFECTS, ids=[f"{d[0]} {d[2][:40]}" for d in DEFECTS])
def test_a_planted_defect_is_noticed(root: Path, name: str, sound: str, planted: str, told: str) -> None:
    text = text_of(root, name)
    assert sound in text
    assert told in "\n".join(violations(name, text.replace(sound, planted), root))


def test_the_report_never_sees_the_change_itself(root: Path) -> None:
    """Only the steps that speak to the host hold a token; the one that opens the archive does not."""
    (job,) = load(text_of(root, "report.yml"))["jobs"].values()
    assert "github.event.workflow_run.event == 'pull_request'" in job["if"]
    with_token = [step["run"] for step in job["steps"] if "env" in step]
    assert with_token == ['scripts/comment fetch "$RUNNER_TEMP/review"', 'scripts/comment post "$RUNNER_TEMP/review"']
    assert 'scripts/comment write "$RUNNER_TEMP/review"' in [step.get("run") for step in job["steps"]]
    assert not [step for step in job["steps"] if "artifact" in step.get("uses", "")]


def test_upkeep_stands_in_nobodys_way(root: Path) -> None:
    workflow = load(text_of(root, "upkeep.yml"))
    assert set(workflow["on"]) == {"schedule", "workflow_dispatch"}
    assert load(text_of(root, "report.yml"))["on"]["workflow_run"]["workflows"] == ["check"]


def test_dependabot_looks_after_the_pins(root: Path) -> None:
    content = yaml.safe_load((root / ".github" / "dependabot.yml").read_text("utf-8"))
    assert [update["package-ecosystem"] for update in content["updates"]] == ["github-actions"]


def test_the_readme_points_at_the_workflow_that_publishes(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    assert len(re.findall(r"\]\(\.github/workflows/publish\.yml\)", readme)) == 2
    assert "uses: actions/" not in readme


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the linter for workflows, which is among the tools of the tests, without asking anything of the network."""
    beside = Path(sys.prefix) / "bin"
    found = shutil.which("zizmor", path=f"{beside}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        pytest.fail("zizmor is missing: scripts/test installs it", pytrace=False)
    command = [found, "--offline", "--persona", "pedantic", "--no-progress", "--quiet", "--color", "never", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_linter_for_workflows_finds_nothing(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / ".github", tmp_path / ".github")
    sound = zizmor(tmp_path / ".github")
    assert sound.returncode == 0, sound.stdout
    check = tmp_path / ".github" / "workflows" / "check.yml"
    check.write_text(check.read_text("utf-8").replace("scripts/build", "echo ${{ github.head_ref }}"), "utf-8")
    assert "template-injection" in zizmor(tmp_path / ".github").stdout


def test_its_one_exception_is_reasoned(root: Path) -> None:
    ignored = [line for name in FILES for line in text_of(root, name).splitlines() if "zizmor: ignore" in line]
    assert len(ignored) == 1
    assert re.search(r"ignore\[dangerous-triggers\] \w+", ignored[0])
