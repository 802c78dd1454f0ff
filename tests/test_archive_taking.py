"""Taking in a few settled files without a look at the whole folder."""

import os
from pathlib import Path

import pytest

from tests.conftest import Office
from ziarchive.advice import Weakness
from ziarchive.advising import Advising
from ziarchive.archive import Archive

SK = "I.1.1.2_SK Tim Zona Integritas_2024-01.docx"


def paths(archive: Archive) -> list[str]:
    return [document.path for document in archive.documents()]


def test_only_what_is_named_is_taken_in(office: Office, archive: Archive) -> None:
    """A named file is searchable and fills its slot; another new file waits for the comparison."""
    office.docx(SK, "gratifikasi")
    office.docx("lain.docx", "lain")
    assert archive.take_in([SK])
    assert (paths(archive), archive.search("gratifikasi").total) == ([SK], 1)
    assert archive.sync().added == ("lain.docx",)


def test_a_changed_file_keeps_its_document(office: Office, archive: Archive) -> None:
    """Another content at a known path is read anew, and nothing else of the archive is asked."""
    office.docx(SK, "gratifikasi")
    archive.sync()
    before = archive.documents()[0].id
    office.docx(SK, "benturan kepentingan")
    assert archive.take_in([SK])
    assert (archive.documents()[0].id, archive.search("gratifikasi").total) == (before, 0)


def test_a_copy_is_another_document(office: Office, archive: Archive) -> None:
    """The same content beside the one that is there needs no comparison."""
    path = office.docx("asli.docx", "isi")
    archive.sync()
    (office.root / "salinan.docx").write_bytes(path.read_bytes())
    assert archive.take_in(["salinan.docx"])
    assert paths(archive) == ["asli.docx", "salinan.docx"]


def test_what_may_have_moved_needs_a_comparison(office: Office, archive: Archive) -> None:
    """When the file of the same content is gone, only the whole folder tells; the comparison keeps the document."""
    office.docx("tua.docx", "lain")
    archive.sync()
    (office.root / "tua.docx").rename(office.root / "muda.docx")
    assert not archive.take_in(["muda.docx"])
    assert archive.sync().renamed == (("tua.docx", "muda.docx"),)


@pytest.mark.parametrize("name", ["hilang.docx", "~$kunci.docx", "README.md", "folder"])
def test_what_the_folder_would_not_give_is_not_taken_in(office: Office, archive: Archive, name: str) -> None:
    """A file that is gone, ignored, the staff's guide, or no file needs the comparison, which knows what to do."""
    (office.root / "folder").mkdir()
    for each in ("~$kunci.docx", "README.md"):
        (office.root / each).write_text("x")
    office.docx(SK, "isi")
    assert not archive.take_in([SK, name])
    assert paths(archive) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right to make links")
def test_no_link_is_followed(office: Office, archive: Archive, tmp_path: Path) -> None:
    """A link and a file behind a linked folder are left to the comparison, which refuses and lists them."""
    outside = tmp_path / "luar"
    outside.mkdir()
    (outside / "rahasia.txt").write_text("rahasia")
    (office.root / "pintas").symlink_to(outside)
    assert not archive.take_in(["pintas/rahasia.txt"])
    assert not archive.take_in(["pintas"])
    archive.sync()
    assert [each.path for each in archive.status().rejected] == ["pintas"]
    office.docx(SK, "isi")
    assert archive.take_in([SK])
    assert [each.path for each in archive.status().rejected] == ["pintas"]


def test_an_emptied_replacement_is_told_as_weak(office: Office, archive: Archive) -> None:
    """A file that says much less than the one it replaced is advice, also after the program was started again."""
    office.docx(SK, "keputusan tentang tim kerja zona integritas " * 60)
    archive.sync()
    office.docx(SK, "keputusan")
    archive.sync()
    with office.open() as later:
        found = [each.kind for each in Advising(later).on(later.today()).standing]
    assert Weakness.SHRUNK in found
