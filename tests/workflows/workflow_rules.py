"""What every workflow of this repository keeps to; stricter than its linters, because it may assume this repository."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

#: Every action in use, at one commit each. Each pair was seen in several unrelated public repositories.
PINS = {
    "actions/checkout": ("de0fac2e4500dabe0009e67214ff5f5447ce83dd", "v6.0.2"),
    "actions/setup-python": ("a309ff8b426b58ec0e2a45f0f869d46889d02405", "v6.2.0"),
    "actions/upload-artifact": ("043fb46d1a93c77aae656e7c1c64a875d1fc6a0a", "v7.0.1"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
}
#: Steps that are no script of ours.
ALLOWED_RUNS = {
    "sudo apt-get update -qq && sudo apt-get install -qq --yes --no-install-recommends fontconfig fonts-noto-cjk",
}
#: The only values that steps are given; none of them is anybody's to choose but the repository's owners.
ALLOWED_VALUES = {
    "github.token",
    "runner.temp",
    "vars.ZONELEDGER_SOURCES",
    "steps.deployment.outputs.page_url",
    "!cancelled()",
}
#: What each workflow may at most be allowed to write.
WRITES = {
    "check.yml": set(),
    "report.yml": {"pull-requests"},
    "publish.yml": {"pages", "id-token"},
    "upkeep.yml": {"issues"},
}
TRIGGERS = {
    "check.yml": {"pull_request", "push"},
    "report.yml": {"workflow_run"},
    "publish.yml": {"push"},
    "upkeep.yml": {"schedule", "workflow_dispatch"},
}
_SCRIPT = re.compile(r"(scripts/[a-z]+)((?: [\w^-]+| --\w+| \"\$RUNNER_TEMP/\w+\")*)")


def load(text: str) -> dict[Any, Any]:
    """A workflow as YAML; the key ``on`` reads as true in YAML 1.1 and is put right."""
    content = yaml.safe_load(text)
    assert isinstance(content, dict)
    content["on"] = content.pop(True, content.get("on"))
    return content


def violations(name: str, text: str, root: Path) -> list[str]:
    """What in a workflow breaks the rules.

    Args:
        name: the file's name.
        text: what is in it.
        root: the checkout, in which its scripts must be.
    """
    workflow = load(text)
    return [*_whole(name, workflow), *_values(text)] + [
        f"{job_id}: {fault}"
        for job_id, job in workflow["jobs"].items()
        for fault in [*_job(name, job), *(fault for step in job["steps"] for fault in _step(name, step, text, root))]
    ]


def _whole(name: str, workflow: dict[Any, Any]) -> Iterator[str]:
    if workflow.get("permissions") != {}:
        yield "permissions are not empty on top"
    if "group" not in (workflow.get("concurrency") or {}):
        yield "no concurrency"
    if "env" in workflow or "defaults" in workflow:
        yield "what holds for all jobs hides what a step is given"
    if set(workflow["on"]) != TRIGGERS[name]:
        yield f"triggers: {sorted(workflow['on'])}"


def _values(text: str) -> Iterator[str]:
    """Expressions outside the concurrency group, which is a name and never runs."""
    for line in text.splitlines():
        if not line.startswith("  group: "):
            for value in re.findall(r"\$\{\{(.*?)\}\}", line):
                if value.strip() not in ALLOWED_VALUES:
                    yield f"value: {value.strip()}"
    if re.search(r"\bsecrets\b", re.sub(r"#.*", "", text)):
        yield "secrets"


def _job(name: str, job: dict[str, Any]) -> Iterator[str]:
    permissions = job.get("permissions")
    if not isinstance(permissions, dict):
        yield "no permissions of its own"
    else:
        written = {scope for scope, access in permissions.items() if access != "read"}
        if not written <= WRITES[name]:
            yield f"writes {sorted(written)}"
    if not 0 < job.get("timeout-minutes", 0) <= 120:
        yield "no timeout"
    if job.get("runs-on") != "ubuntu-24.04":
        yield "no fixed machine"
    if job.get("continue-on-error"):
        yield "failures are hidden"


def _step(name: str, step: dict[str, Any], text: str, root: Path) -> Iterator[str]:
    if "run" in step:
        yield from _run(step["run"], root)
        if "shell" in step:
            yield "a shell of its own"
    if "uses" in step:
        yield from _uses(step, text)
    if step.get("uses", "").startswith("actions/checkout@"):
        options = step.get("with", {})
        if options.get("persist-credentials") is not False:
            yield "credentials stay in the checkout"
        if {"ref", "repository", "token"} & set(options):
            yield "checks out something else"
    if name == "check.yml" and "github.token" in str(step.get("env", "")):
        yield "a token beside the change's own code"


def _run(run: str, root: Path) -> Iterator[str]:
    if "${{" in run:
        yield f"expression in a command: {run}"
    matched = _SCRIPT.fullmatch(run)
    if run not in ALLOWED_RUNS and (matched is None or not (root / matched[1]).is_file()):
        yield f"no script of ours: {run}"


def _uses(step: dict[str, Any], text: str) -> Iterator[str]:
    action, _, commit = step["uses"].partition("@")
    if not re.fullmatch(r"[0-9a-f]{40}", commit):
        yield f"no commit: {step['uses']}"
    pinned, version = PINS.get(action, ("", ""))
    if commit != pinned:
        yield f"unknown pin: {step['uses']}"
    if f"uses: {step['uses']} # {version}\n" not in text:
        yield f"no version beside {step['uses']}"
