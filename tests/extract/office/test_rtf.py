"""RTF gives its words, in whatever code page, and hostile markup ends quickly."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.extract.contract import ExtractorContract
from tests.extract.made import convert
from ziarchive.extract.office import rtf
from ziarchive.model import ReadState
from ziarchive.ports import Extracted, Extractor


@pytest.fixture(scope="session")
def real(odt: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return convert(tmp_path_factory.mktemp("rtf"), odt, "rtf")


class TestRtf(ExtractorContract):
    """The reader of RTF keeps the extractor's contract."""

    extractor = staticmethod(rtf.extract)
    words = ("Notulen Rapat", "lampiran")

    @pytest.fixture
    def sample(self, real: Path, tmp_path: Path) -> Path:
        (tmp_path / "surat.rtf").write_bytes(real.read_bytes())
        return tmp_path / "surat.rtf"


def read(folder: Path, body: str) -> Extracted:
    (folder / "a.rtf").write_bytes(f"{{\\rtf1\\ansi{body}}}".encode("latin-1"))
    return rtf.extract(folder / "a.rtf")


BODIES = {
    "paragraphs": (r"\pard satu\par dua\par", "satu\ndua\n"),
    "a table": (r"\trowd No\cell Nama\cell\row 1\cell Siti\cell\row", "No\tNama\n1\tSiti\n"),
    "a page": (r" satu\page dua", "satu\fdua"),
    "a paragraph that begins a page": (r" satu\par\pard\pagebb dua", "satu\n\fdua"),
    "header and footnote": (r"{\header KOP}\pard isi{\footnote catatan}", "\nKOPisi\ncatatan"),
    "a text box": (r"{\shp{\*\shpinst\shpleft1{\sp{\sn a}{\sv 1}}{\shptxt kotak}}{\shprslt lama}} isi", "\nkotak isi"),
    "a link": (r'{\field{\*\fldinst{HYPERLINK "http://a"}}{\fldrslt{tautan}}}', "tautan"),
    "Western letters": (r" caf\'e9", "café"),
    "raw Western letters": (" café", "café"),
    "a declared code page": (r"\ansicpg1251 \'cf", "П"),
    "a code page that is none": (r"\ansicpg99999 \'e9", "é"),
    "a font's letters": (r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f1 \'cf\f0 \'e9", "Пé"),
    "Unicode": (r" \u8364? \u-10179?\u-8704?", "€ 😀"),
    "Unicode beyond sense": (r" a\u99999999?\uc b", "a?b"),
    "an escaped backslash": (r" C:\\page", "C:\\page"),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES.keys())
def test_reads_a_body(tmp_path: Path, body: str, expected: str) -> None:
    """Each construct gives its words once."""
    assert "\f".join(read(tmp_path, body).pages) == expected


def test_tells_title_and_day(tmp_path: Path) -> None:
    """Both stand in the information group."""
    found = read(tmp_path, r"{\info{\title Lap\'e9r}{\revtim\yr2024\mo4\dy1}{\creatim\yr2024\mo3\dy15\hr8}} isi")
    assert (found.title, found.dates) == ("Lapér", (date(2024, 3, 15), date(2024, 4, 1)))


HOSTILE = {
    "deep groups": "{" * 300_000 + "}" * 300_000,
    "a picture": r"{\pict " + "89504e47" * 500_000 + "}",
    "binary": r"{\pict\bin400000 " + "}{\\x" * 100_000 + "}",
    "links that never end": r"{\field{\*\fldinst{ }}" * 20_000 + "}" * 20_000,
    "fonts that never end": r"{\fonttbl " + r"\f1\fcharset0 a" * 10_000 + "}",
    "too many fonts": r"{\fonttbl " + r"\f1\fcharset0 a" * 50_000 + "}",
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_markup_ends_quickly(tmp_path: Path, body: str) -> None:
    """What would take forever, or break the reader, costs only itself."""
    found = read(tmp_path, rf" awal {body} akhir")
    assert found.state is ReadState.OK and found.pages[0].split() == ["awal", "akhir"]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_part_of_a_file_is_partial_or_truncated(real: Path, tmp_path: Path, share: float) -> None:
    """A copy that broke off gives what is left of it, and says so."""
    raw = real.read_bytes()
    (tmp_path / "potong.rtf").write_bytes(raw[: int(len(raw) * share)])
    found = rtf.extract(tmp_path / "potong.rtf")
    assert found.state is ReadState.TRUNCATED or found.flags == ("partial",)
    assert "hilang" in found.why


def test_more_markup_than_the_limit_is_cut_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit nothing more is read, and the file is flagged."""
    monkeypatch.setattr(rtf, "MARKUP", 20)
    found = read(tmp_path, " satu dua tiga empat")
    assert (found.pages, found.flags) == (("satu dua",), ("cut",)) and found.why


@pytest.mark.parametrize("raw", [b"bukan", b"", b"{\\rt"], ids=["rubbish", "nothing", "half a mark"])
def test_what_is_no_rtf_is_corrupt(tmp_path: Path, raw: bytes, settle: Callable[[Extractor, Path], Extracted]) -> None:
    """Without its mark a file is not guessed at."""
    (tmp_path / "a.rtf").write_bytes(raw)
    found = settle(rtf.extract, tmp_path / "a.rtf")
    assert found.state is ReadState.CORRUPT and found.why


def test_too_large_a_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is a state with a way out."""
    monkeypatch.setattr(rtf, "FILE_BYTES", 5)
    found = read(tmp_path, " isi")
    assert found.state is ReadState.OUT_OF_MEMORY and "DOCX" in found.why
