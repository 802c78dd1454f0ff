"""Settings: defaults, the file, and what is said about a wrong one."""

import re
from pathlib import Path

import pytest

from ziarchive.errors import SettingsInvalid
from ziarchive.home import commented_settings
from ziarchive.limits import Limits
from ziarchive.settings import FILE_NAME, Settings, find_home, parse, read


def test_every_setting_has_a_default(tmp_path: Path) -> None:
    """HOME without a settings file works, with its folders below it."""
    settings = read(tmp_path)
    assert settings == Settings(tmp_path)
    assert (settings.archive, settings.index) == (tmp_path / "archive", tmp_path / "index")
    assert settings.host == "127.0.0.1"


def test_the_file_is_read(tmp_path: Path) -> None:
    """Dotted keys are TOML tables; an absolute archive folder may lie elsewhere."""
    share = (tmp_path / "share").as_posix()
    (tmp_path / FILE_NAME).write_text(f'[archive]\nfolder = "{share}"\n[watch]\nsettle_seconds = 5\n')
    settings = read(tmp_path)
    assert settings.archive == tmp_path / "share"
    assert settings.settle_seconds == 5


def test_limits_are_settings(tmp_path: Path) -> None:
    """Time, memory and disk of reading and of recognition can be set; one disk limit holds for both."""
    default = Settings(tmp_path)
    assert default.extract_limits == Limits()
    extract = "[extract]\nseconds = 5\nmegabytes = 300\ndisk_megabytes = 40\ncharacters = 1000\n"
    settings = parse(tmp_path, f"{extract}[ocr]\nseconds = 6\nmegabytes = 700\n")
    assert settings.extract_characters == 1000
    assert settings.extract_limits == Limits(seconds=5, megabytes=300, disk_megabytes=40)
    assert settings.ocr_limits == Limits(seconds=6, megabytes=700, disk_megabytes=40)


def test_the_offered_file_holds_every_default(tmp_path: Path) -> None:
    """The file that `init` writes is TOML as it is, and with every setting uncommented it changes nothing."""
    offered = commented_settings()
    assert parse(tmp_path, offered) == Settings(tmp_path)
    uncommented = re.sub("^# (?=[a-z_]+ = )", "", offered, flags=re.MULTILINE)
    assert uncommented.count(" = ") == offered.count(" = ") and "\n# " not in uncommented
    assert parse(tmp_path, uncommented) == Settings(tmp_path)


def test_the_site_may_have_more_names(tmp_path: Path) -> None:
    """Names are separated by commas, with spaces or without; a proxy is a matter of yes or no."""
    assert Settings(tmp_path).site_names == ()
    settings = parse(tmp_path, '[web]\nnames = "arsip.kantor.example, arsip,"\nproxy = true\n')
    assert (settings.site_names, settings.proxy) == (("arsip.kantor.example", "arsip"), True)
    with pytest.raises(SettingsInvalid, match=r"web\.proxy: harus true atau false"):
        parse(tmp_path, '[web]\nproxy = "ya"\n')


def test_a_letterhead_may_have_empty_lines(tmp_path: Path) -> None:
    """What an office does not put on its letterhead is an empty text, as it is by default."""
    settings = parse(tmp_path, '[letterhead]\ncity = "Pati"\nnip = ""\nministry = "Kementerian\\nBadan"\n')
    assert (settings.city, settings.nip, settings.ministry) == ("Pati", "", "Kementerian\nBadan")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("colour = 1", "colour: pengaturan ini tidak dikenal"),
        ("[watch]\nmode = 'fast'", "watch.mode: pilih salah satu: auto, native, polling"),
        ("[watch]\nsettle_seconds = 0", "watch.settle_seconds: harus lebih besar dari nol"),
        ("[watch]\nsettle_seconds = true", "watch.settle_seconds: harus berupa angka"),
        ("[web]\nport = 99999", "web.port: paling besar 65535"),
        ("[extract]\ncharacters = 20000001", "extract.characters: paling besar 20000000"),
        ("[extract]\ndisk_megabytes = 0", "extract.disk_megabytes: harus lebih besar dari nol"),
        ("[ocr]\nseconds = '5'", "ocr.seconds: harus berupa angka"),
        ("[web]\nport = 80.5", "web.port: harus berupa bilangan bulat"),
        ("plan = 5", "plan: harus berupa teks dalam tanda kutip"),
        ("plan = ''", "plan: harus berupa teks dalam tanda kutip"),
    ],
)
def test_a_wrong_value_is_named(tmp_path: Path, text: str, problem: str) -> None:
    """Each wrong key is named with what it must be."""
    with pytest.raises(SettingsInvalid) as caught:
        parse(tmp_path, text)
    assert caught.value.problems == (problem,)


@pytest.mark.parametrize("content", [b"plan = ", b"\xff\xfe"], ids=["syntax", "encoding"])
def test_a_file_that_is_not_toml_is_explained(tmp_path: Path, content: bytes) -> None:
    """A file that is not TOML is named, not answered with a traceback."""
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(SettingsInvalid, match=FILE_NAME):
        read(tmp_path)


def test_a_file_that_cannot_be_read_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A settings file without permission is named, not answered with a traceback."""
    (tmp_path / FILE_NAME).touch()

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(SettingsInvalid, match="Periksa izin"):
        read(tmp_path)


def test_home_is_the_nearest_folder_with_settings(tmp_path: Path) -> None:
    """HOME is found upward from anywhere below it, and is the start itself without a settings file."""
    deep = tmp_path / "office" / "archive" / "2024"
    deep.mkdir(parents=True)
    assert find_home(deep) == deep
    (tmp_path / "office" / FILE_NAME).touch()
    assert find_home(deep) == tmp_path / "office"


def test_a_folder_that_cannot_be_looked_at_is_no_home(tmp_path: Path) -> None:
    """A command that starts in a folder closed to its user looks further up, and does not end in a traceback."""
    closed = tmp_path / ("x" * 300)  # the system refuses it to everybody, the administrator too
    (tmp_path / FILE_NAME).touch()
    assert find_home(closed) == tmp_path
