"""Letters that Outlook saved are read like any other letter."""

import struct
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.extract.compound import Tree, compound
from tests.extract.contract import ExtractorContract
from ziarchive.extract.mail import nested, outlook
from ziarchive.extract.sniff import sniff
from ziarchive.model import ReadState

STRING, BINARY, TIME, NUMBER, STRING8 = 0x001F, 0x0102, 0x0040, 0x0003, 0x001E
SENT = datetime(2024, 3, 12, 3, 15, tzinfo=UTC)
TICKS = int((SENT - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
HEADERS = "Date: Wed, 13 Mar 2024 00:15:00 +0700\r\nFrom: siti@kantor.go.id\r\n\r\n"

Values = dict[tuple[int, int], bytes | int]


def storage(header: int, values: Values, **further: bytes | Tree) -> Tree:
    """Return a storage: fixed values stand in its properties, others in streams of their own."""
    rows, streams = b"", {}
    for (pid, kind), value in values.items():
        if isinstance(value, int):
            rows += struct.pack("<HHIq", kind, pid, 6, value)
        else:
            rows += struct.pack("<HHIII", kind, pid, 6, len(value), 0)
            streams[f"__substg1.0_{pid:04X}{kind:04X}"] = value
    return {"__properties_version1.0": bytes(header) + rows, **streams, **further}


def text(value: str) -> bytes:
    return value.encode("utf-16-le")


LETTER: Values = {
    (0x0037, STRING): text("Undangan rapat"),
    (0x0C1A, STRING): text("Siti"),
    (0x0C1F, STRING): text("siti@kantor.go.id"),
    (0x0E04, STRING): text("Budi; Ani"),
    (0x0E03, STRING): text("Kepala"),
    (0x1000, STRING): text("Dengan hormat,\r\nrapat di aula."),
    (0x0039, TIME): TICKS,
}


def attached(name: str, content: bytes) -> Tree:
    return storage(8, {(0x3707, STRING): text(name), (0x3701, BINARY): content, (0x3705, NUMBER): 1})


def letter(values: Values, *attachments: Tree) -> bytes:
    return compound(storage(32, values, **{f"__attach_version1.0_#{n:08X}": one for n, one in enumerate(attachments)}))


class TestOutlook(ExtractorContract):
    """The reader of Outlook's letters keeps the extractor's contract."""

    extractor = staticmethod(nested.extract)
    words = ("rapat di aula", "Daftar hadir")

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        path = tmp_path / "undangan.msg"
        path.write_bytes(letter(LETTER, attached("hadir.txt", b"Daftar hadir" + bytes(0) + b"\n" * 5000)))
        return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.msg"


def test_the_letter_stands_under_its_head(path: Path) -> None:
    """The first page tells who wrote to whom, when and about what, then the text and the attachments."""
    path.write_bytes(letter(LETTER, attached("hadir.txt", b"Daftar hadir")))
    found = nested.extract(path)
    assert sniff(path).name == "msg"
    assert found.pages[0] == (
        "Dari: Siti <siti@kantor.go.id>\nKepada: Budi; Ani\nTembusan: Kepala\nTanggal: 12 Maret 2024 03.15\n"
        "Perihal: Undangan rapat\n\nDengan hormat,\nrapat di aula.\n\nLampiran:\n- hadir.txt (1 KB)"
    )
    assert (found.title, found.dates) == ("Undangan rapat", (date(2024, 3, 12),))
    assert found.labels == ("Isi surel", "Lampiran: hadir.txt, halaman 1")
    assert found.media_type == outlook.MEDIA_TYPE


def test_the_headers_know_the_senders_clock(path: Path) -> None:
    """Sent after midnight in Jakarta is sent on that day, whatever the day in Greenwich."""
    path.write_bytes(letter({**LETTER, (0x007D, STRING): text(HEADERS)}))
    assert nested.extract(path).dates == (date(2024, 3, 13),)


BODIES: dict[str, tuple[Values, str]] = {
    "a web page": ({(0x1013, BINARY): b"<p>Isi <b>rapat</b>"}, "Isi rapat"),
    "a web page in letters": ({(0x1013, STRING): text("<p>Isi – rapat")}, "Isi – rapat"),
    "a code page": ({(0x3FFD, NUMBER): 1252, (0x1000, STRING8): "é – €".encode("cp1252")}, "é – €"),
    "no body": ({}, ""),
}


@pytest.mark.parametrize(("values", "body"), BODIES.values(), ids=BODIES.keys())
def test_the_body_is_found(path: Path, values: Values, body: str) -> None:
    """Text is preferred, a web page serves, and a missing body is no fault."""
    path.write_bytes(letter({(0x0037, STRING): text("Rapat"), **values}))
    found = nested.extract(path)
    assert found.state is ReadState.OK
    assert found.pages[0].partition("\n\n")[2].strip() == body


def test_an_unknown_code_page_is_a_state(path: Path) -> None:
    """A letter in a code page that nobody knows has no text, and says so."""
    path.write_bytes(letter({(0x3FFD, NUMBER): 9, (0x1000, STRING8): b"isi"}))
    found = nested.extract(path)
    assert found.state is ReadState.NO_TEXT and found.why


def test_an_attached_letter_is_read(path: Path) -> None:
    """A letter within a letter has no file of its own, and is read all the same."""
    inner = storage(24, LETTER)
    path.write_bytes(letter({}, storage(8, {(0x3001, STRING): text("Undangan")}, **{"__substg1.0_3701000D": inner})))
    found = nested.extract(path)
    assert found.labels == ("Isi surel", "Lampiran: Undangan.msg, Isi surel")
    assert "rapat di aula" in found.pages[1]


def test_an_attachment_left_outside_is_listed(path: Path) -> None:
    """What Outlook kept only as a link is named, with the reason."""
    path.write_bytes(letter(LETTER, storage(8, {(0x3707, STRING): text("jauh.pdf")})))
    assert "- jauh.pdf: tidak disertakan" in nested.extract(path).pages[0]
