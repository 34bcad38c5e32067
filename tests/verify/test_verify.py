"""``zoneledger verify``: nothing to say of what was published untouched, a clear word on whatever was done to it since."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from zoneledger import verify
from zoneledger.catalogue import load
from zoneledger.cli import main
from zoneledger.packages import FORMATS, manifest, write

Plant = Callable[[Path], None]


def found(site: Path) -> list[str]:
    return [f"{fault.path}: {fault.message.en}" for fault in verify.run(site).faults]


def plan_of(site: Path) -> str:
    return min(path.parent.name for path in (site / "data/plans").glob("*/datapackage.json"))


def relist(site: Path, path: str) -> None:
    """Makes the manifest agree with a changed file, as who changed it on purpose would."""
    place = site / "data/manifest.json"
    manifest = json.loads(place.read_bytes())
    (entry,) = (entry for entry in manifest["files"] if entry["path"] == path)
    content = (site / "data" / path).read_bytes()
    entry.update(bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
    place.write_text(json.dumps(manifest), encoding="utf-8")


def repack(site: Path, path: str, change: Callable[[dict[str, bytes]], None], sums: bool = True) -> None:
    """Changes members of an archive so that every checksum fits again."""
    place = site / "data" / path
    with zipfile.ZipFile(place) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    if sums:
        del files["SHA256SUMS"]
        lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
        files["SHA256SUMS"] = "".join(lines).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    place.write_bytes(packed.getvalue())
    relist(site, path)


def test_what_was_published_untouched_has_no_fault(served: Path) -> None:
    findings = verify.run(served)
    assert findings.faults == []
    assert findings.packages >= 2
    assert findings.calendars >= 2
    rows = json.loads((served / "data/manifest.json").read_bytes())["files"][0]["rows"]
    assert findings.rows > rows * len(FORMATS)


@pytest.mark.parametrize("form", [form.id for form in FORMATS])
def test_a_flipped_byte_is_noticed_in_every_format(damaged: Path, form: str) -> None:
    manifest = json.loads((damaged / "data/manifest.json").read_bytes())
    paths = [entry["path"] for entry in manifest["files"] if entry["format"] == form]
    assert paths
    for path in paths[:2]:
        place = damaged / "data" / path
        content = bytearray(place.read_bytes())
        content[len(content) // 2] ^= 1
        place.write_bytes(content)
    lines = found(damaged)
    for path in paths[:2]:
        assert any(line.startswith(f"data/{path}") and "checksum" in line for line in lines), path


@pytest.mark.parametrize("form", [form.id for form in FORMATS if form.by_table and form.id != "csv"])
def test_a_lost_row_is_noticed_though_every_checksum_fits(damaged: Path, form: str) -> None:
    def lose(files: dict[str, bytes]) -> None:
        if form == "parquet":
            table, written = pq.read_table(io.BytesIO(files["units.parquet"])), io.BytesIO()
            pq.write_table(table.slice(1), written)
            files["units.parquet"] = written.getvalue()
        else:
            name = next(name for name in files if name.startswith("units."))
            files[name] = b"".join(files[name].splitlines(keepends=True)[:-1])

    repack(damaged, f"all.{form}.zip", lose)
    said = found(damaged)
    assert any(line.startswith(f"data/all.{form}.zip: table units has") and "the CSV" in line for line in said), said


def test_a_changed_cell_of_a_database_is_noticed(damaged: Path) -> None:
    place = damaged / "data/all.sqlite"
    with sqlite3.connect(place) as database:
        database.execute("UPDATE plans SET short_title_zh = 'x'")
    database.close()
    relist(damaged, "all.sqlite")
    assert "data/all.sqlite: table plans has the rows of the CSV, but other cells" in found(damaged)


def _wrong_count(site: Path) -> None:
    place = site / "data/manifest.json"
    manifest = json.loads(place.read_bytes())
    manifest["files"][0]["rows"] += 1
    place.write_text(json.dumps(manifest), encoding="utf-8")


def _fewer_answers(site: Path) -> None:
    place = site / "api/v1/tables/units.json"
    answer = json.loads(place.read_bytes())
    answer["result"].pop()
    place.write_text(json.dumps(answer), encoding="utf-8")


def _circle(site: Path) -> None:
    place = site / "api/v1/tables/units.json"
    answer = json.loads(place.read_bytes())
    answer["links"]["next"] = answer["links"]["self"]
    place.write_text(json.dumps(answer), encoding="utf-8")


def _no_plan(site: Path) -> None:
    (site / f"api/v1/plans/{plan_of(site)}.json").unlink()


def _cut(path: str) -> Plant:
    def plant(site: Path) -> None:
        place = site / path
        place.write_bytes(place.read_bytes()[:-40])

    return plant


def _write(path: str, content: bytes) -> Plant:
    def plant(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)

    return plant


def _remove(path: str) -> Plant:
    return lambda site: (site / path).unlink()


def _link(site: Path) -> None:
    place = site / "data/all.xlsx"
    place.unlink()
    place.symlink_to("/etc/hostname" if os.name == "posix" else "C:/")


def _shard(site: Path) -> None:
    next((site / "search").glob("*/ids/0.json")).unlink()


def _outside(site: Path) -> None:
    place = site / "data/manifest.json"
    place.write_bytes(place.read_bytes().replace(b'"all.xlsx"', b'"../../all.xlsx"'))


def _bomb(site: Path) -> None:
    repack(site, "all.jsonl.zip", lambda files: files.update({"units.jsonl": bytes(8 << 20)}))


def _two_lines(site: Path) -> None:
    place = site / "feeds/all.zh.ics"
    content = place.read_bytes()
    event = content[content.index(b"BEGIN:VEVENT") : content.index(b"END:VEVENT") + len(b"END:VEVENT\r\n")]
    place.write_bytes(content.replace(b"END:VCALENDAR", event + b"END:VCALENDAR"))


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (_remove("data/all.parquet.zip"), "data/all.parquet.zip: is missing"),
        (_remove("data/all/units.csv"), "data/all/units.csv: is listed in SHA256SUMS but missing"),
        (_remove("data/manifest.json"), "data/manifest.json: is missing"),
        (_remove("search/manifest.json"), "search/manifest.json: is missing"),
        (_no_plan, "is missing"),
        (_shard, "ids/0.json: is missing"),
        (_write("data/extra.csv", b"a"), "data/extra.csv: is not listed in the manifest"),
        (_write("data/all/extra.csv", b"a"), "data/all/extra.csv: is not listed in SHA256SUMS"),
        (_write("data/manifest.json", b"["), "data/manifest.json: cannot be read"),
        (_write("data/manifest.json", b"[" * 100_000), "data/manifest.json: cannot be read"),
        (_write("data/manifest.json", b'{"files": [{}]}'), "data/manifest.json: is no manifest"),
        (_write("data/all/datapackage.json", b"{}"), "data/all/datapackage.json: lists no tables"),
        (_write("data/all.sqlite", b""), "data/all.sqlite: has 0 bytes"),
        (_write("data/all.zip", b"PK\x03\x04"), "data/all.zip: cannot be read"),
        (_write("api/v1/tables/units.json", b"\xff"), "api/v1/tables/units.json: cannot be read"),
        (_write("api/v1/tables/units.json", b"[]"), "api/v1/tables/units.json: must be a JSON object"),
        (_cut("data/all.xlsx"), "data/all.xlsx: cannot be read"),
        (_cut("data/all/datapackage.json"), "data/all/datapackage.json: cannot be read"),
        (_cut("data/all/targets.csv"), "data/all/targets.csv: its size or hash is not the one in datapackage.json"),
        (_cut("feeds/all.zh.ics"), "feeds/all.zh.ics: breaks off before its end"),
        (_two_lines, "feeds/all.zh.ics: uses the UID"),
        (_wrong_count, "the manifest says"),
        (_fewer_answers, "api/v1/tables/units.json: has"),
        (_circle, "api/v1/tables/units.json: its pages go round in a circle"),
        (_link, "data/all.xlsx: is a link to another place"),
        (_outside, "leads out of the site’s folder"),
        (_bomb, "data/all.jsonl.zip: grows too much to be unpacked"),
    ],
)
def test_a_planted_defect_is_named(damaged: Path, plant: Plant, said: str) -> None:
    plant(damaged)
    faults = verify.run(damaged).faults
    lines = [f"{fault.path}: {fault.message.en}" for fault in faults]
    assert any(said in line for line in lines), lines
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in fault.message.zh) for fault in faults)


@pytest.mark.parametrize("name", ["../units.jsonl", "/units.jsonl", "a/units.jsonl"])
def test_a_member_with_a_path_is_refused(damaged: Path, name: str) -> None:
    repack(damaged, "all.jsonl.zip", lambda files: files.update({name: files.pop("units.jsonl")}))
    assert any("a member has the name" in line for line in found(damaged))


def test_a_swapped_table_beside_an_archive_is_noticed(damaged: Path) -> None:
    place = damaged / "data/tables/jsonl/units.jsonl"
    place.write_bytes(place.read_bytes() + b"{}\n")
    relist(damaged, "tables/jsonl/units.jsonl")
    assert "data/tables/jsonl/units.jsonl: is not the file of that name in the archive" in found(damaged)


def test_the_command_ends_with_0_1_or_2(damaged: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(main, ["verify", *arguments])
        return done.exit_code, done.stdout, done.stderr

    for folder in (damaged, damaged.parent):
        code, said, progress = run(str(folder), "--lang", "en")
        assert (code, "everything agrees" in said) == (0, True)
        assert "data/all" in progress
    (damaged / "data/all.sqlite").unlink()
    code, said, _ = run(str(damaged), "--lang", "zh")
    assert (code, "data/all.sqlite：文件不存在" in said) == (1, True)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(str(empty))[0] == 2
    assert run(str(tmp_path / "nowhere"))[0] == 2


def test_a_name_that_would_act_on_the_terminal_is_spelled_out(damaged: Path) -> None:
    (damaged / "data/\x1b[31m.csv").write_bytes(b"")
    said = CliRunner().invoke(main, ["verify", str(damaged), "--lang", "en"]).stdout
    assert "\x1b" not in said
    assert "\\x1b[31m.csv: is not listed" in said


def archives_alone(site: Path, root: Path, place: Path) -> str:
    """Publishes the packages anew as of very many plans; gives a plan's archive."""
    copy = place / "root"
    shutil.copytree(root, copy)
    settings = "site_url: https://example.org/\nextra: {scale: {formats: 0}}\n"
    (copy / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.rmtree(site / "data")
    catalogue = load(copy)
    downloads = write(catalogue, site / "data")
    manifest.write(catalogue, downloads, site / "data")
    return f"plans/{min(catalogue.plan_files)}.zip"


def test_a_plan_that_is_an_archive_alone_is_read_from_it(damaged: Path, small_root: Path, tmp_path: Path) -> None:
    archive = archives_alone(damaged, small_root, tmp_path)
    assert not list((damaged / "data/plans").glob("*/*"))
    assert found(damaged) == []

    def change(files: dict[str, bytes]) -> None:
        files["targets.csv"] += files["targets.csv"].splitlines(keepends=True)[1].replace(b"-t0", b"-t9", 1)

    repack(damaged, archive, change)
    lines = found(damaged)
    assert any(line.startswith(f"data/{archive}!targets.csv: its size or hash") for line in lines)
    assert any("rows where the CSV has" in line or "the manifest says" in line for line in lines)
    repack(damaged, archive, lambda files: files.pop("datapackage.json"))
    assert any(line.startswith(f"data/{archive}!datapackage.json") for line in found(damaged))
