"""Makes a new HOME (the folders of the plan, the settings with their meanings), tells what is one, reads its plan."""

import json
from dataclasses import fields
from pathlib import Path

from ziarchive import plans
from ziarchive.errors import CannotRun, PlanInvalid
from ziarchive.locks import Lock
from ziarchive.model import Plan
from ziarchive.naming.skeleton import folders
from ziarchive.settings import FILE_NAME, Settings
from ziarchive.stores import CATALOGUE


def require(settings: Settings) -> None:
    """Raises `CannotRun` unless HOME holds something of an office: a mistyped folder is not an empty one.

    The archive itself may be away: then what is known still tells the gaps.
    """
    require_folder(settings)
    marks = (settings.home / FILE_NAME, settings.archive, settings.ledger, settings.index / CATALOGUE)
    if not any(mark.exists() for mark in marks):
        raise CannotRun(
            f"{settings.home} bukan folder kantor: tidak ada {FILE_NAME}, folder arsip, atau catatan keputusan. "
            f'Periksa --home, atau siapkan folder itu: ziarchive init "{settings.home}"'
        )


def require_folder(settings: Settings) -> None:
    """Raises `CannotRun` when there is no such folder."""
    if not settings.home.is_dir():
        raise CannotRun(
            f"Folder kantor {settings.home} tidak ada. Periksa --home, atau buat dan siapkan: "
            f'ziarchive init "{settings.home}"'
        )


def read_plan(settings: Settings) -> str:
    """Return the text of the plan that HOME uses: a file in HOME, or a built-in plan's name."""
    file = settings.home / settings.plan
    try:
        return file.read_text(encoding="utf-8") if file.is_file() else plans.builtin_text(settings.plan)
    except (OSError, UnicodeDecodeError) as error:
        raise PlanInvalid(f"Rencana kerja {file} tidak dapat dibaca: {error}.") from error


def make_archive(settings: Settings) -> None:
    """Make the folder for the evidence where there is none yet."""
    try:
        settings.archive.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_make(error) from error


def init(settings: Settings, plan: Plan) -> int:
    """Make what is missing below HOME and change nothing that is there; return how many folders it made."""
    wanted = [settings.archive / folder for folder in (str(plan.year), *folders(plan).values())]
    made = [folder for folder in wanted if not folder.is_dir()]
    try:
        for folder in (*made, settings.index):
            folder.mkdir(parents=True, exist_ok=True)
        file = settings.home / FILE_NAME
        if not file.exists():
            file.write_text(commented_settings(), encoding="utf-8")
    except OSError as error:
        raise _cannot_make(error) from error
    return len(made)


def _cannot_make(error: OSError) -> CannotRun:
    return CannotRun(f"{error.filename} tidak dapat dibuat: {error.strerror}. Periksa izin menulis di folder itu.")


def write_lock(settings: Settings) -> Lock:
    """Return the lock of who takes in files: one process at a time."""
    return Lock(
        settings.home / "ziarchive.lock",
        f"Arsip {settings.home} sedang dipakai oleh ziarchive lain (misalnya ziarchive run). "
        "Hentikan dahulu, lalu ulangi.",
    )


def commented_settings() -> str:
    """Return a settings file with every setting at its default, commented out."""
    lines, table = ["# Pengaturan ziarchive. Hapus tanda # di awal baris untuk mengubahnya."], ""
    for each in fields(Settings):
        if each.metadata:
            *above, name = str(each.metadata["key"]).split(".")
            if above and above[0] != table:
                table = above[0]
                lines += ["", f"[{table}]"]
            value = json.dumps(each.default)  # as TOML writes it too
            lines.append(f"# {name} = {value}    # {each.metadata['meaning']}")
    return "\n".join(lines) + "\n"


def keep_plan(settings: Settings, text: str, name: str = "plan.yaml") -> Path:
    """Store a checked plan as HOME's own and return its place; never overwrites another."""
    file = settings.home / name
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError:
        raise CannotRun(f"{file} sudah ada. Pindahkan dahulu bila hendak diganti.") from None
    except OSError as error:
        raise _cannot_make(error) from error
    return file
