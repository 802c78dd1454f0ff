"""Names that are never evidence."""

import pytest

from ziarchive.folder.ignored import is_ignored, is_ignored_path, is_text


@pytest.mark.parametrize(
    "name",
    [
        "~$laporan.docx",
        "~WRL0003.tmp",
        "~WRD0000.TMP",
        ".~lock.Laporan LHKPN.odt#",
        "unggahan.tmp",
        "unggahan.part",
        "unggahan.pdf.filepart",
        "unduhan.pdf.crdownload",
        "unduhan.pdf.partial",
        "Thumbs.db",
        "thumbs.DB",
        "ehthumbs.db",
        "desktop.ini",
        "Desktop.ini",
        ".DS_Store",
        "._Laporan.pdf",
        "@eaDir",
        "#recycle",
        "$RECYCLE.BIN",
        "$Recycle.Bin",
        "System Volume Information",
        ".git",
        ".Trash-1000",
        "baris\nbaru.tmp",
    ],
)
def test_leftovers_are_ignored(name: str) -> None:
    """What programs and systems leave in a folder is not evidence."""
    assert is_ignored(name)


@pytest.mark.parametrize(
    "name",
    [
        "I.4.1.2_Bukti lapor LHKPN_2024-03.pdf",
        "laporan.tmp.pdf",
        "bagian part.pdf",
        "part",
        "tmp",
        "Thumbs.db.pdf",
        "desktop.ini.docx",
        "~laporan.docx",
        "$laporan.docx",
        "recycle",
        "System Volume Information 2024",
        "pintasan.lnk",
        "README.md",
        "2024",
    ],
)
def test_evidence_is_kept(name: str) -> None:
    """A name that merely resembles a leftover stays evidence."""
    assert not is_ignored(name)


@pytest.mark.parametrize(
    ("path", "ignored"),
    [
        ("2024/@eaDir/laporan.pdf", True),
        ("2024/~$laporan.docx", True),
        (".git/config", True),
        ("2024/I Manajemen Perubahan/laporan.pdf", False),
        ("laporan.pdf", False),
        ("", False),
    ],
)
def test_an_ignored_folder_hides_what_lies_below(path: str, ignored: bool) -> None:
    """A path is ignored when any of its names is."""
    assert is_ignored_path(path) is ignored


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("laporan.pdf", True),
        ("Laporan é 2024.pdf", True),
        ("📁", True),
        ("a\udcff.pdf", False),
        ("\ud83d", False),
    ],
    ids=ascii,
)
def test_names_that_can_be_written_down(name: str, text: bool) -> None:
    """Lone surrogates, which stand for undecodable bytes, cannot be stored or shown."""
    assert is_text(name) is text
