"""Built-in plans, one YAML file each: data that a person can read and edit."""

from importlib.resources import files
from itertools import takewhile

from ziarchive.errors import PlanInvalid

_SUFFIX = ".yaml"
_FIRST = "bpsi-lingtan-2024"


def builtin_names() -> tuple[str, ...]:
    """Return the names of the built-in plans, sorted."""
    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)))


def builtin_text(name: str) -> str:
    """Return a built-in plan's file as it stands, comments and all; raises `PlanInvalid` for no such name."""
    if name not in builtin_names():
        raise PlanInvalid(
            f"Tidak ada rencana kerja bawaan bernama «{name}». Yang tersedia: {', '.join(builtin_names())}."
        )
    return files(__name__).joinpath(name + _SUFFIX).read_text(encoding="utf-8")


def editing_help() -> str:
    """Return the comment lines that open a plan file and tell how to edit it."""
    lines = takewhile(lambda line: line.startswith("#"), builtin_text(_FIRST).splitlines())
    return "\n".join(lines) + "\n"
