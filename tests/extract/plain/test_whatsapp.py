"""Exported chats are read day by day, whatever phone and language wrote them."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.extract.contract import ExtractorContract
from ziarchive.extract.mail import export
from ziarchive.extract.plain import chatpages, whatsapp
from ziarchive.extract.plain.chatlines import by_day, is_chat
from ziarchive.extract.sniff import sniff
from ziarchive.model import ReadState

CHAT = (
    "12/03/24 10.15 - Pesan dan panggilan dienkripsi secara end-to-end.\n"
    '12/03/24 10.15 - Siti membuat grup "Tim ZI 2024"\n'
    "12/03/24 10.16 - Siti: Rapat pukul 13.00\ndi aula\n"
    "12/03/24 10.17 - +62 812-3456-7890: <Media tidak disertakan>\n"
    "13/03/24 08.00 - Budi: Notulen sudah diunggah\n"
)


def photo() -> bytes:
    stream = io.BytesIO()
    Image.new("L", (40, 30), 255).save(stream, "JPEG")
    return stream.getvalue()


def zipped(path: Path, **members: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "."), content)
    return path


class TestChat(ExtractorContract):
    """The reader of chats keeps the extractor's contract."""

    extractor = staticmethod(whatsapp.extract)
    words = ("di aula", "Notulen")

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        path = tmp_path / "Chat WhatsApp dengan Tim ZI.txt"
        path.write_text(CHAT, encoding="utf-8")
        return path


class TestExport(ExtractorContract):
    """So does it for the ZIP file with the media."""

    extractor = staticmethod(whatsapp.extract)
    words = ("di aula", "Notulen", "foto.jpg", "")

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        return zipped(tmp_path / "WhatsApp Chat - Tim ZI.zip", _chat__txt=CHAT, foto__jpg=photo())


def test_a_day_is_a_page(tmp_path: Path) -> None:
    """Pages are called by their day; lines that follow a message stay with it; the file states its days."""
    path = tmp_path / "WhatsApp Chat with Tim ZI.txt"
    path.write_text(CHAT, encoding="utf-8")
    found = whatsapp.extract(path)
    assert found.labels == ("12 Maret 2024", "13 Maret 2024")
    assert found.dates == (date(2024, 3, 12), date(2024, 3, 13))
    assert found.pages[0] == CHAT.partition("13/03/24")[0].rstrip("\n")
    assert (found.media_type, found.text_from) == ("text/plain", "whatsapp")


STYLES = {
    "Android, Indonesian": ("12/03/24 10.15 - Siti: a", "13/03/24 10.15 - Siti: b"),
    "Android, British": ("12/03/2024, 10:15 - Siti: a", "13/03/2024, 10:15 - Siti: b"),
    "Android, American": ("3/12/24, 10:15\u202fAM - Siti: a", "3/13/24, 9:15\u202fPM - Siti: b"),
    "Android, half days": ("12/3/24, 10:15 am - Siti: a", "13/3/24, 9:15 p.m. - Siti: b"),
    "iPhone": ("[12/03/24, 10.15.30] Siti: a", "\u200e[13/03/24, 10.15.30] Siti: b"),
    "iPhone, American": ("[3/12/24, 10:15:30\u202fAM] Siti: a", "\u200e[3/13/24, 10:15:30\u202fAM] Siti: b"),
    "dots": ("12.03.24, 10:15 - Siti: a", "13.03.24, 10:15 - Siti: b"),
    "dashes": ("[12-03-24 10.15.30] Siti: a", "[13-03-24 10.15.30] Siti: b"),
    "year first": ("2024/03/12, 10:15 - Siti: a", "2024/03/13, 10:15 - Siti: b"),
    "pukul": ("12/03/24 pukul 10.15 - Siti: a", "13/03/24 pukul 10.15 - Siti: b"),
}


@pytest.mark.parametrize("lines", STYLES.values(), ids=STYLES.keys())
def test_every_style_of_dates_is_read(lines: tuple[str, str]) -> None:
    """Phones write dates in many ways; all mean the same two days."""
    text = "\n".join(lines)
    assert is_chat(text)
    assert list(by_day(text)) == [date(2024, 3, 12), date(2024, 3, 13)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("1/2/24", "3/2/24"), [date(2024, 2, 1), date(2024, 2, 3)]),
        (("1/2/24", "1/13/24"), [date(2024, 1, 2), date(2024, 1, 13)]),
        (("1/2/24", "13/2/24"), [date(2024, 2, 1), date(2024, 2, 13)]),
        (("31/1/24", "1/31/24"), [date(2024, 1, 31)]),
        (("1/2/24", "31/2/24"), [date(2024, 2, 1)]),
        (("1/2/24", "1/2/99"), [date(2024, 2, 1), date(2099, 2, 1)]),
        (("1/2/1999",), []),
    ],
)
def test_the_whole_file_decides_which_is_the_day(days: tuple[str, ...], expected: list[date]) -> None:
    """A number above twelve anywhere is a day; without one the day stands first; impossible days are text."""
    assert list(by_day("\n".join(f"{day}, 10:15 - Siti: a" for day in days))) == expected


def test_days_out_of_order_are_joined() -> None:
    """A phone whose clock was wrong does not make a second page of the same day."""
    text = "12/03/24 10.15 - S: a\n13/03/24 10.15 - S: b\n12/03/24 10.16 - S: c"
    assert [len(lines) for lines in by_day(text).values()] == [2, 1]


NO_CHATS = {
    "nothing": "",
    "an agenda": "12/03/2024 10.00 - 12.00 Rapat: pembukaan\n13/03/2024 09.00 - 10.00 Rapat: isi",
    "a log": "2024-03-12 10:15:00 INFO: mulai",
    "minutes": "Notulen\n12/03/24 10.15 - Siti: membuka rapat",
    "dates without a sender": "12/03/24 10.15 - rapat dimulai\n",
}


@pytest.mark.parametrize("text", NO_CHATS.values(), ids=NO_CHATS.keys())
def test_other_dated_texts_are_no_chats(text: str) -> None:
    """Only what begins with a dated line of an export, and has senders, is a chat."""
    assert not is_chat(text)


TITLES = {
    "WhatsApp Chat with Tim ZI.txt": "Tim ZI",
    "Chat WhatsApp dengan Tim ZI.txt": "Tim ZI",
    "I.3.1.3 Chat WhatsApp dengan +62 812-3456-7890.txt": "+62 812-3456-7890",
    "_chat.txt": "Tim ZI 2024",
}


@pytest.mark.parametrize(("name", "title"), TITLES.items(), ids=TITLES.keys())
def test_the_title_is_the_chats_name(tmp_path: Path, name: str, title: str) -> None:
    """The file's name tells who chats; without, the group's own notice does."""
    (tmp_path / name).write_text(CHAT, encoding="utf-8")
    assert whatsapp.extract(tmp_path / name).title == title


def test_an_iphones_first_notice_names_the_chat(tmp_path: Path) -> None:
    """On an iPhone the notice of encryption stands under the chat's name."""
    path = tmp_path / "_chat.txt"
    path.write_text("[12/03/24, 10.15.30] Tim ZI: \u200ePesan dan panggilan terenkripsi secara end-to-end.\n")
    assert whatsapp.extract(path).title == "Tim ZI"


def test_the_export_reads_its_media(tmp_path: Path) -> None:
    """After the days stands what was sent, then each photo's page; the chat's name is found in either name."""
    media = {"foto__jpg": photo(), "a__opus": b"OggS\0\2" + bytes(90), "undangan__csv": "Undangan rapat"}
    path = zipped(tmp_path / "x.zip", **{"WhatsApp Chat with Tim ZI__txt": CHAT, **media})
    found = whatsapp.extract(path)
    assert sniff(path).name == "whatsapp"
    assert found.labels == ("12 Maret 2024", "13 Maret 2024", "Media", "foto.jpg", "undangan.csv, halaman 1")
    assert (found.title, found.dates) == ("Tim ZI", (date(2024, 3, 12), date(2024, 3, 13)))
    assert found.pages[2] == (
        "Media:\n- foto.jpg (1 KB)\n- a.opus (1 KB): Isi rekaman suara belum dibaca.\n- undangan.csv (1 KB)"
    )
    assert (found.scans, found.pages[3:]) == ((3,), ("", "Undangan rapat\n"))
    assert (found.media_type, found.text_from) == ("application/zip", "whatsapp")


def test_an_export_without_media_is_the_chat(tmp_path: Path) -> None:
    """Where nothing was sent, no page says so."""
    assert whatsapp.extract(zipped(tmp_path / "x.zip", _chat__txt=CHAT)).labels == ("12 Maret 2024", "13 Maret 2024")


def test_damaged_media_are_told_where_they_are_listed(tmp_path: Path) -> None:
    """A photo that breaks off leaves the chat whole, and the reason says on which page to look."""
    found = whatsapp.extract(zipped(tmp_path / "x.zip", _chat__txt=CHAT, foto__jpg=photo()[:-40]))
    assert (found.state, found.flags) == (ReadState.OK, ("partial",))
    assert found.why == "1 dari 1 berkas di dalamnya tidak terbaca; sebabnya di halaman 3."
    assert "- foto.jpg (1 KB): Gambar terpotong atau rusak" in found.pages[2]


@pytest.mark.parametrize("name", ["_chat.txt", "x.zip"])
def test_more_than_the_limit_is_cut_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A chat of many years is read up to the limit."""
    for module in (chatpages, whatsapp, export):
        monkeypatch.setattr(module, "LIMIT", 100)
    path = tmp_path / name
    path.write_text(CHAT) if name.endswith(".txt") else zipped(path, _chat__txt=CHAT)
    found = whatsapp.extract(path)
    assert (found.state, len(found.pages), found.flags) == (ReadState.OK, 1, ("cut",)) and found.why


@pytest.mark.parametrize("name", ["_chat.txt", "x.zip"])
def test_a_chat_without_days_says_so(tmp_path: Path, name: str) -> None:
    """Days that cannot be leave no pages, but a reason."""
    path, chat = tmp_path / name, "12/03/1999 10.15 - Siti: a\n"
    path.write_text(chat) if name.endswith(".txt") else zipped(path, _chat__txt=chat)
    found = whatsapp.extract(path)
    assert (found.state, found.pages) == (ReadState.NO_TEXT, ()) and "bertanggal" in found.why


@given(st.lists(st.tuples(st.dates(date(2009, 1, 1), date(2099, 12, 31)), st.text("ab: \u200e", max_size=9))))
def test_no_message_is_lost(messages: list[tuple[date, str]]) -> None:
    """Every message stands on the page of its day, and nowhere else."""
    lines = [
        f"{day.day}/{day.month}/{day.year}, 10:15 - S: {text}" for day, text in [(date(2024, 1, 31), ""), *messages]
    ]
    days = by_day("\n".join(lines))
    assert sum(map(len, days.values())) == len(lines)
    assert set(days) == {date(2024, 1, 31), *(day for day, _ in messages)}
