"""The built-in regulations, one YAML file each: data that a person can read and copy."""

from importlib.resources import files

from ziarchive.errors import SettingsInvalid

_SUFFIX = ".yaml"
_ROOM = "ziarchive.lke"


def builtin_names() -> tuple[str, ...]:
    """Return the names of the built-in regulations, sorted."""
    found = (entry.name for entry in files(_ROOM).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)))


def builtin_text(name: str) -> str:
    """Return a built-in regulation's file as it stands; raises `SettingsInvalid` for no such name."""
    if name not in builtin_names():
        raise SettingsInvalid(
            f"Tidak ada tabel bobot LKE bernama «{name}». Perbaiki pengaturan lke: sebut sebuah berkas di folder "
            f"kantor, atau yang bawaan: {', '.join(builtin_names())}."
        )
    return files(_ROOM).joinpath(name + _SUFFIX).read_text(encoding="utf-8")
