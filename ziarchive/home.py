"""Makes a new HOME: the folders of the plan, the settings with their meanings, and the staff's guide."""

from dataclasses import fields
from pathlib import Path

from ziarchive.errors import CannotRun
from ziarchive.model import Plan
from ziarchive.naming.skeleton import folders
from ziarchive.settings import FILE_NAME, Settings


def init(settings: Settings, plan: Plan) -> int:
    """Make what is missing below HOME and change nothing that is there; return how many folders it made."""
    wanted = [settings.archive / folder for folder in folders(plan)]
    made = [folder for folder in wanted if not folder.is_dir()]
    try:
        for folder in (*made, settings.index):
            folder.mkdir(parents=True, exist_ok=True)
        file = settings.home / FILE_NAME
        if not file.exists():
            file.write_text(commented_settings(), encoding="utf-8")
    except OSError as error:
        raise CannotRun(f"{error.filename} tidak dapat dibuat: {error.strerror}.") from error
    return len(made)


def commented_settings() -> str:
    """Return a settings file with every setting at its default, commented out."""
    lines, table = ["# Pengaturan ziarchive. Hapus tanda # di awal baris untuk mengubahnya."], ""
    for each in fields(Settings):
        if each.metadata:
            *above, name = str(each.metadata["key"]).split(".")
            if above and above[0] != table:
                table = above[0]
                lines += ["", f"[{table}]"]
            value = f'"{each.default}"' if isinstance(each.default, str) else each.default
            lines.append(f"# {name} = {value}    # {each.metadata['meaning']}")
    return "\n".join(lines) + "\n"


def keep_plan(settings: Settings, text: str) -> Path:
    """Store a checked plan as HOME's own and return its place; never overwrites another."""
    file = settings.home / "plan.yaml"
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError:
        raise CannotRun(f"{file} sudah ada. Pindahkan dahulu bila hendak diganti.") from None
    return file
