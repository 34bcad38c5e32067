"""Files of a version of the datasets: of a git revision, read from git's own store, or of a folder.

No checkout is touched and nothing of a revision is run: filters, hooks and attributes play no part.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zoneledger.catalogue.decoding import MAX_BYTES
from zoneledger.diff.difference import Trouble
from zoneledger.problems import Text

FOLDERS = ("datasets", "schemas")

_LINK = Text("符号链接，不读取。", "A symbolic link; not read.")
_LARGE = Text(f"超过 {MAX_BYTES} 字节，不读取。", f"More than {MAX_BYTES} bytes; not read.")
_ODD = Text("不是普通文件，不读取。", "Not an ordinary file; not read.")


class VersionError(ValueError):
    """A version cannot be found; says so in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(f"{message.zh} {message.en}")
        self.message = message


@dataclass(frozen=True)
class Version:
    """The files of one side.

    Args:
        name: as the user named it.
        commit: the commit it stands for; empty for a folder.
        files: bytes by path from the top folder, those under ``datasets/`` and ``schemas/``.
        problems: files that were not read.
    """

    name: str
    commit: str
    files: dict[str, bytes]
    problems: tuple[Trouble, ...] = ()


def read_version(name: str, side: str, root: Path) -> Version:
    """Reads a side by its name: a folder with ``datasets/`` in it, or a git revision of the checkout.

    Raises:
        VersionError: it is neither, or could be both.
    """
    if not name or "\0" in name or name.startswith("-"):
        raise VersionError(Text(f"版本名无效：{name!r}。", f"Not the name of a version: {name!r}."))
    folder = Path(name)
    is_folder = (folder / "datasets").is_dir()
    commit = "" if is_folder and name.startswith((".", "/", "~")) else resolve(root, name)
    if is_folder and commit:
        raise VersionError(
            Text(
                f"{name} 既是文件夹又是 git 版本：文件夹请写 ./{name}，版本请写完整名称（如 refs/heads/{name}）。",
                f"{name} is both a folder and a revision: write ./{name} for the folder, or the revision's full name "
                f"(such as refs/heads/{name}).",
            )
        )
    if is_folder:
        return read_folder(folder, side, name)
    if commit:
        return read_revision(root, commit, side, name)
    raise VersionError(
        Text(
            f"找不到 {name}：它不是含 datasets/ 的文件夹，也不是此仓库的 git 版本（浅克隆须先取回历史）。",
            f"{name} is neither a folder with datasets/ nor a git revision of this repository (a shallow clone has to "
            "fetch the history first).",
        )
    )


def resolve(root: Path, name: str) -> str:
    """The commit a name stands for; empty where it is none, or where there is no git."""
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def read_revision(root: Path, commit: str, side: str, name: str) -> Version:
    """Reads the files of a commit, as if ``root`` were the top folder of its tree.

    Args:
        root: a folder inside the repository; where it is not the top, paths are taken from it.
        commit: a full commit id.
        side: ``base`` or ``head``, for messages.
        name: as the user named it.

    Raises:
        VersionError: git cannot read the commit.
    """
    try:
        prefix = _git(root, "rev-parse", "--show-prefix").decode().strip()
        listed = _git(root, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *(prefix + f for f in FOLDERS))
        wanted, problems = _listed(listed, prefix, side)
        request = "".join(f"{blob}\n" for blob in wanted.values()).encode()
        contents = _batch(_git(root, "cat-file", "--batch", given=request))
        return Version(name, commit, dict(zip(wanted, contents, strict=True)), tuple(problems))
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        raise VersionError(Text(f"git 无法读取 {name}。", f"git cannot read {name}.")) from error


def read_folder(folder: Path, side: str, name: str) -> Version:
    """Reads the files of a folder; symbolic links are not followed."""
    files: dict[str, bytes] = {}
    problems = []
    for path in _walk(folder):
        shown = path.relative_to(folder).as_posix()
        if path.is_symlink():
            problems.append(Trouble(side, shown, 0, "file-link", _LINK))
        elif not path.is_file():
            problems.append(Trouble(side, shown, 0, "file-kind", _ODD))
        elif path.stat().st_size > MAX_BYTES:
            problems.append(Trouble(side, shown, 0, "file-size", _LARGE))
        else:
            files[shown] = path.read_bytes()
    return Version(name, "", files, tuple(problems))


def _walk(folder: Path) -> Iterator[Path]:
    waiting = [folder / name for name in reversed(FOLDERS)]
    while waiting:
        path = waiting.pop()
        if path.is_dir() and not path.is_symlink():
            waiting += sorted((child for child in path.iterdir() if not child.name.startswith(".")), reverse=True)
        elif path.exists() or path.is_symlink():
            yield path


def _listed(listed: bytes, prefix: str, side: str) -> tuple[dict[str, str], list[Trouble]]:
    """Blobs by path, and entries that are no ordinary files."""
    wanted: dict[str, str] = {}
    problems = []
    for entry in filter(None, listed.split(b"\0")):
        facts, raw = entry.split(b"\t", 1)
        mode, kind, blob, size = facts.decode().split()
        path = raw.decode("utf-8", "replace").removeprefix(prefix)
        if mode == "120000":
            problems.append(Trouble(side, path, 0, "file-link", _LINK))
        elif kind != "blob":
            problems.append(Trouble(side, path, 0, "file-kind", _ODD))
        elif int(size) > MAX_BYTES:
            problems.append(Trouble(side, path, 0, "file-size", _LARGE))
        elif not any(part.startswith(".") for part in path.split("/")):
            wanted[path] = blob
    return wanted, problems


def _batch(answer: bytes) -> Iterator[bytes]:
    """The contents in the answer of ``git cat-file --batch``: a line with the size, then the bytes and a line end."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[2])
        yield answer[end + 1 : end + 1 + size]
        at = end + 2 + size


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    command = ["git", "--no-replace-objects", "--literal-pathspecs", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, input=given).stdout
