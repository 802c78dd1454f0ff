"""Markup that grows, asks for other files, or is deeper than any document: never expanded, never followed."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.extract.hostile.conftest import Reader
from tests.extract.hostile.offices import DOCX, ODT, OFFICES, PPTX, XLSX, Kind, by_suffix
from ziarchive.model import ReadState

DEPTH = 100_000
HIDDEN = "RAHASIA-KANTOR"
LAUGHS = '<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {chr(98 + place)} "{f"&{chr(97 + place)};" * 10}">' for place in range(10)
)
PAGES: dict[str, tuple[str, str, str]] = {
    ".svg": ("svg", '<svg xmlns="http://www.w3.org/2000/svg"><text>{}</text></svg>', "gambar SVG belum dibaca"),
    ".xml": ("data", "<data>{}</data>", "XML belum dibaca"),
    ".rss": ("rss", "<rss><channel><title>{}</title></channel></rss>", "XML belum dibaca"),
    ".html": ("html", "<html><body><p>aman {}</p></body></html>", ""),
}
"""By suffix: the root's name, the page, and why it has no text."""


@pytest.fixture
def doctypes(tmp_path: Path) -> Iterator[Callable[[str], dict[str, tuple[str, str]]]]:
    """Return what stands before a root and what refers to it; the server that it names must never be asked."""
    secret = tmp_path / "rahasia.txt"
    secret.write_text(HIDDEN, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        outside = (
            f'<!ENTITY file SYSTEM "{secret.as_uri()}"><!ENTITY passwd SYSTEM "file:///etc/passwd">'
            f'<!ENTITY far SYSTEM "{address}"><!ENTITY % more SYSTEM "{address}.dtd">%more;'
        )
        yield lambda root: {
            "laughs": (f"<!DOCTYPE {root} [{LAUGHS}]>", "&k;"),
            "outside": (f"<!DOCTYPE {root} [{outside}]>", "&file;&passwd;&far;"),
            "grammar": (f'<!DOCTYPE {root} SYSTEM "{address}.dtd">', ""),
        }
        with pytest.raises(BlockingIOError):
            server.accept()


def harmless(pages: tuple[str, ...]) -> bool:
    text = "".join(pages)
    return len(text) < 1_000 and HIDDEN not in text and "root:" not in text


@pytest.mark.parametrize("trick", ["laughs", "outside", "grammar"])
@pytest.mark.parametrize("kind", OFFICES, ids=by_suffix)
def test_entities_in_an_office_file(
    tmp_path: Path, reader: Reader, doctypes: Callable[[str], dict[str, tuple[str, str]]], kind: Kind, trick: str
) -> None:
    """No entity is expanded or fetched; the words before it stay, unless the reader refuses the part."""
    doctype, reference = doctypes("x")[trick]
    found = reader(kind.text(tmp_path, kind.item.replace("aman", f"aman {reference}"), doctype))
    assert harmless(found.pages)
    if kind is XLSX and reference:
        assert found.state is ReadState.CORRUPT and "Bagian Data rusak" in found.why
    else:
        assert found.state is ReadState.OK and "aman" in found.pages[0]


@pytest.mark.parametrize("trick", ["laughs", "outside", "grammar"])
@pytest.mark.parametrize("suffix", PAGES)
def test_entities_in_a_page(
    tmp_path: Path, reader: Reader, doctypes: Callable[[str], dict[str, tuple[str, str]]], suffix: str, trick: str
) -> None:
    """Neither do pages and pictures in markup: they are told by their kind, or read without entities."""
    root, page, why = PAGES[suffix]
    doctype, reference = doctypes(root)[trick]
    path = tmp_path / f"halaman{suffix}"
    path.write_text(f'<?xml version="1.0"?>{doctype}{page.format(reference)}', encoding="utf-8")
    found = reader(path)
    assert harmless(found.pages) and "suffix_lies" not in found.flags
    assert (found.state is ReadState.UNSUPPORTED and why in found.why) if why else "aman" in found.pages[0]


REFUSED = (ReadState.OUT_OF_MEMORY, "mengembang melebihi batas")
DEEP = {
    DOCX: REFUSED,
    PPTX: REFUSED,
    ODT: REFUSED,
    XLSX: (ReadState.OK, ""),
}


@pytest.mark.parametrize("kind", DEEP, ids=by_suffix)
def test_an_office_file_deeper_than_any(tmp_path: Path, reader: Reader, kind: Kind) -> None:
    """Markup 100,000 deep shrinks like a bomb, and is refused as one; sheets are read as a stream."""
    state, why = DEEP[kind]
    body = kind.item + f"<{kind.group}>" * DEPTH + kind.item + f"</{kind.group}>" * DEPTH
    found = reader(kind.text(tmp_path, body))
    assert found.state is state and why in found.why


@pytest.mark.parametrize("kind", [DOCX, PPTX, ODT], ids=by_suffix)
def test_an_office_file_too_deep_for_the_parser(tmp_path: Path, reader: Reader, kind: Kind) -> None:
    """Markup 10,000 deep is no bomb, but deeper than the parser goes: what comes before is kept."""
    depth = DEPTH // 10
    body = kind.item + f"<{kind.group}>" * depth + kind.item + f"</{kind.group}>" * depth
    found = reader(kind.text(tmp_path, body))
    assert found.state is ReadState.OK and "rusak; sisanya terbaca" in found.why
    assert found.pages[0].strip() == "aman"


@pytest.mark.parametrize("suffix", PAGES)
def test_a_page_deeper_than_any(tmp_path: Path, reader: Reader, suffix: str) -> None:
    """A web page 100,000 deep is read to its bottom; other markup is not opened at all."""
    _, page, why = PAGES[suffix]
    path = tmp_path / f"halaman{suffix}"
    deep = page.format("<b>" * DEPTH + "dasar" + "</b>" * DEPTH)
    path.write_text(f'<?xml version="1.0"?>{deep}', encoding="utf-8")
    found = reader(path)
    assert (found.state is ReadState.UNSUPPORTED and why in found.why) if why else found.pages == ("aman dasar",)


def test_a_page_of_nested_blocks(tmp_path: Path, reader: Reader) -> None:
    """300,000 blocks within each other cost neither memory nor much time."""
    path = tmp_path / "blok.html"
    path.write_text("<html><body>awal" + "<div>" * 300_000 + "dasar" + "</div>" * 300_000, encoding="utf-8")
    found = reader(path)
    assert found.state is ReadState.OK
    assert found.pages[0].split() == ["awal", "dasar"]


def test_a_cell_over_a_hundred_million_columns(tmp_path: Path, reader: Reader) -> None:
    """A cell is read once, however many columns it says to span."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="200000000"/></w:tcPr><w:p><w:r><w:t>isi</w:t></w:r></w:p></w:tc>'
    found = reader(DOCX.text(tmp_path, f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert (found.state, found.pages) == (ReadState.OK, ("isi\n",))


def test_rows_merged_into_one(tmp_path: Path, reader: Reader) -> None:
    """1,500 rows of merged cells are 1,500 lines: the table's grid is never asked for."""
    cell = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>isi</w:t></w:r></w:p></w:tc>"
    first, next_ = cell.format(' w:val="restart"') * 5, cell.format("") * 5
    found = reader(DOCX.text(tmp_path, f"<w:tbl><w:tr>{first}</w:tr>{f'<w:tr>{next_}</w:tr>' * 1_499}</w:tbl>"))
    assert found.state is ReadState.OK
    assert sum(page.count("isi\tisi\tisi\tisi\tisi\n") for page in found.pages) == 1_500
