"""Which ZIP is believed to be a backup."""

import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.backup.offices import brought, fill, taken
from tests.conftest import Office
from ziarchive.backup.manifest import FORMAT, NAME
from ziarchive.errors import CannotRun


def altered(file: Path, change: Callable[[dict[str, Any], dict[str, bytes]], None]) -> None:
    """Write a backup again with another manifest or other members."""
    with zipfile.ZipFile(file) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    record = json.loads(members.pop(NAME))
    change(record, members)
    with zipfile.ZipFile(file, "w") as opened:
        for name, raw in members.items():
            opened.writestr(name, raw)
        opened.writestr(NAME, json.dumps(record))


def smuggle(path: str) -> Callable[[dict[str, Any], dict[str, bytes]], None]:
    def change(record: dict[str, Any], members: dict[str, bytes]) -> None:
        members[path] = b"x"
        digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
        record["files"].append({"path": path, "sha256": digest, "size": 1})

    return change


def other_byte(_: dict[str, Any], members: dict[str, bytes]) -> None:
    members["home/sinonim.txt"] = members["home/sinonim.txt"].replace(b"h", b"H")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda record, _: record.update(format=FORMAT + 1, by="ziarchive 9"), "lebih baru"),
        (lambda record, _: record.update(format="x"), "lebih baru"),
        (lambda record, _: record.pop("format"), "bukan cadangan"),
        (lambda record, _: record.pop("files"), "rusak"),
        (lambda _, members: members.pop("home/sinonim.txt"), "tidak sama"),
        (lambda _, members: members.update({"home/lebih.txt": b"x"}), "tidak ada di daftar"),
        (other_byte, "rusak pada home/sinonim.txt"),
        (smuggle("home/../../jahat"), "keluar dari"),
        (smuggle("/etc/jahat"), "keluar dari"),
        (smuggle("home\\..\\jahat"), "keluar dari"),
        (smuggle("home/C:jahat"), "keluar dari"),
        (smuggle("lain/jahat"), "keluar dari"),
        (smuggle("home//jahat"), "keluar dari"),
        (smuggle("home/jahat. "), "keluar dari"),
        (smuggle("home/SINONIM.txt"), "dua kali"),
    ],
    ids=[
        "newer", "no number", "no format", "no list", "gone", "more", "damaged", "up", "absolute", "backslash", "drive",
        "other root", "double slash", "trailing dot", "capitals",
    ],
)  # fmt: skip
def test_a_backup_that_cannot_be_believed_changes_nothing(
    office: Office, tmp_path: Path, change: Callable[..., None], words: str
) -> None:
    """Whatever is wrong is told, and no folder is made or written."""
    fill(office)
    taken(office.settings, tmp_path / "cadangan.zip")
    altered(tmp_path / "cadangan.zip", change)
    with pytest.raises(CannotRun, match=words) as caught:
        brought(tmp_path / "cadangan.zip", tmp_path / "baru")
    assert words in str(caught.value)
    assert not (tmp_path / "baru").exists()


def test_links_in_a_backup_are_refused(office: Office, tmp_path: Path) -> None:
    """A ZIP can hold a link that leads anywhere."""
    taken(office.settings, tmp_path / "cadangan.zip")
    record = {"format": FORMAT, "made": "", "by": "", "ledger": "", "files": [
        {"path": "home/a", "sha256": "x", "size": 4},
    ]}  # fmt: skip
    info = zipfile.ZipInfo("home/a")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "cadangan.zip", "w") as opened:
        opened.writestr(info, "/etc")
        opened.writestr(NAME, json.dumps(record))
    with pytest.raises(CannotRun, match="tautan"):
        brought(tmp_path / "cadangan.zip", tmp_path / "baru")


@pytest.mark.parametrize(("raw", "words"), [(None, "tidak ada"), (b"bukan zip", "bukan berkas ZIP")])
def test_what_is_no_backup_is_told(tmp_path: Path, raw: bytes | None, words: str) -> None:
    """A missing file and another kind of file are told apart."""
    if raw is not None:
        (tmp_path / "x.zip").write_bytes(raw)
    with pytest.raises(CannotRun, match=words):
        brought(tmp_path / "x.zip", tmp_path / "baru")
