"""One file explained: how it was read, its place, its slots."""

from tests.conftest import Office
from ziarchive.archive import Archive
from ziarchive.explanation import as_json, as_lines, explain, pages_of
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

NAME = "I.1.1.2_SK Tim Zona Integritas_2024-01.docx"


def test_a_placed_file_is_explained(office: Office, archive: Archive) -> None:
    """Reading, flags with help, place, kind and slot of a file are told in words and as JSON."""
    office.docx(NAME, "Keputusan tentang tim")
    archive.sync()
    document = archive.documents()[0]
    known = explain(document, archive.text(document), archive.gaps(archive.today()))
    words = "\n".join(as_lines(known))
    for part in ("dibaca     dengan docx", "I.1.1.2 (kode", "periode    2024-01", "slot       I.1.1.2 2024-01", "draf"):
        assert part in words, part
    assert as_json(known)["slots"] == [{"code": "I.1.1.2", "period": "2024-01", "state": "met"}]


def test_a_candidate_has_suggestions(office: Office, archive: Archive) -> None:
    """A file without a place is explained with where it may belong."""
    office.docx("sk tim zona integritas.docx", "Keputusan")
    archive.sync()
    document = archive.documents()[0]
    known = explain(document, archive.text(document), archive.gaps(archive.today()))
    assert "mungkin    I.1.1.2" in "\n".join(as_lines(known))


def test_pages_say_what_they_are() -> None:
    """A page has its label, how sure recognition was, and whether it waits."""
    text = Extracted(ReadState.OK, ("a", "", "c"), labels=("Rekap", "Foto", "Lain"), scans=(1,), sure=(None, None, 81))
    assert [(page.label, page.sure, page.waits) for page in pages_of(text)] == [
        ("Rekap", None, False),
        ("Foto", None, True),
        ("Lain", 81, False),
    ]
