"""Of a saved web page, what its reader saw is read."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.extract.contract import ExtractorContract
from ziarchive.extract.plain import webpage
from ziarchive.extract.sniff import sniff
from ziarchive.model import ReadState

PAGE = "<!DOCTYPE html><html><head><title>Survei  Kepuasan</title></head><body><h1>IKM 2024</h1></body></html>"
MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://kantor.go.id/\r\nSubject: x\r\n"
    "Date: Tue, 12 Mar 2024 23:15:00 +0700\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
    '--x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    "<title>Survei</title><p>IKM =E2=80=93 2024</p>\r\n"
    "--x\r\nContent-Type: text/html\r\n\r\n<p>bingkai</p>\r\n--x--\r\n"
)


class TestHtml(ExtractorContract):
    """The reader of web pages keeps the extractor's contract."""

    extractor = staticmethod(webpage.extract)
    words = ("IKM 2024",)

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        path = tmp_path / "survei.html"
        path.write_text(PAGE, encoding="utf-8")
        return path


class TestMhtml(ExtractorContract):
    """So does it for pages saved in one file."""

    extractor = staticmethod(webpage.extract)
    words = ("IKM – 2024",)

    @pytest.fixture
    def sample(self, tmp_path: Path) -> Path:
        path = tmp_path / "survei.mhtml"
        path.write_bytes(MHTML.encode())
        return path


BODIES = {
    "paragraphs": ("<p>satu<p>dua", "satu\ndua"),
    "words in one line": ("mak<b>lu</b>mat <i> pelayanan</i>\n publik", "maklumat pelayanan publik"),
    "line breaks": ("satu<br>dua<div>tiga</div>empat", "satu\ndua\ntiga\nempat"),
    "a list": ("<ul><li>satu<li>dua</ul>", "satu\ndua"),
    "a table": (
        "<table><tr><th>No</th><th>Nama</th></tr>\n<tr><td>1</td><td><p>Siti</p></td></tr></table>",
        "No\tNama\n1\tSiti",
    ),
    "empty cells": ("<table><tr><td></td><td>a</td><td></td></tr><tr><td></td></tr></table>b", "\ta\nb"),
    "a nested table": (
        "<table><tr><td>luar</td><td><table><tr><td>a</td><td>b</td></tr></table></td><td>x</td></tr></table>",
        "luar\ta\tb\tx",
    ),
    "verbatim text": ("<pre>a\n  b</pre>c", "a\n  b\nc"),
    "what no reader sees": (
        "<script>a</script><style>b</style><template>c</template><noscript>d</noscript><!-- e -->"
        "<p hidden>f</p><div style='color:red; display: none'>g<b>h</b></div><input type=hidden value=i>tampak",
        "tampak",
    ),
    "a form that was filled in": ("Nama <input value='Siti'><textarea>Baik</textarea>", "Nama Siti\nBaik"),
    "entities": ("5 &lt; 6 &amp; &eacute;&nbsp;&#8211;", "5 < 6 & é\xa0–"),
    "wrong nesting": ("<b><p>satu</b></p></div></td>dua", "satu\ndua"),
}


@pytest.mark.parametrize(("body", "text"), BODIES.values(), ids=BODIES.keys())
def test_visible_text_is_read(body: str, text: str) -> None:
    """Blocks end lines, table rows are lines with tabs, and what is not shown is left out."""
    assert webpage.visible(f"<html><body>{body}</body></html>".encode()) == ("", text)


CHARSETS = {
    "nothing said": ("<p>“é”</p>".encode(), ""),
    "nothing said, Windows": ("<p>“é”</p>".encode("cp1252"), ""),
    "the page says": ("<meta charset='windows-1252'><p>“é”</p>".encode("cp1252"), ""),
    "the page says the old way": (
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>“é”</p>".encode("cp1252"),
        "",
    ),
    "the page errs": ("<meta charset=utf-16><p>“é”</p>".encode(), ""),
    "the envelope says": ("<meta charset=latin-1><p>“é”</p>".encode(), "utf-8"),
    "a mark beats all": ("<meta charset=latin-1><p>“é”</p>".encode("utf-8-sig"), "koi8-r"),
    "UTF-16": ("<meta charset=utf-8><p>“é”</p>".encode("utf-16"), ""),
}


@pytest.mark.parametrize(("raw", "declared"), CHARSETS.values(), ids=CHARSETS.keys())
def test_the_charset_is_found(raw: bytes, declared: str) -> None:
    """Mark, envelope, page and bytes are asked in this order."""
    assert webpage.visible(raw, declared)[1] == "“é”"


def test_the_title_is_the_pages(tmp_path: Path) -> None:
    """The title comes from the page; MHTML states the day it was saved, by the clock of who saved it."""
    (tmp_path / "a").write_text(PAGE)
    (tmp_path / "b").write_text(MHTML)
    assert webpage.extract(tmp_path / "a").title == "Survei Kepuasan"
    found = webpage.extract(tmp_path / "b")
    assert (found.title, found.dates, found.media_type) == ("Survei", (date(2024, 3, 12),), "multipart/related")


@pytest.mark.parametrize("raw", [b"<html>", b"<html><script>a</script>", b"<html><p hidden>x"], ids=repr)
def test_a_page_without_words_has_no_text(tmp_path: Path, raw: bytes) -> None:
    """A page of scripts alone shows nothing, and says so."""
    (tmp_path / "a.html").write_bytes(raw)
    found = webpage.extract(tmp_path / "a.html")
    assert found.state is ReadState.NO_TEXT and found.why


def test_deep_nesting_costs_nothing() -> None:
    """A hundred thousand tags within each other are no obstacle, and hide nothing."""
    deep = "<div><table><tr><td><span>" * 20_000
    assert webpage.visible(f"<html>{deep}halo".encode())[1] == "halo"


def test_a_page_beyond_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of more bytes than any evidence has ends in a state with a reason."""
    monkeypatch.setattr(webpage, "LIMIT", 10)
    (tmp_path / "a.html").write_text(PAGE)
    found = webpage.extract(tmp_path / "a.html")
    assert found.state is ReadState.OUT_OF_MEMORY and found.why


def test_a_cut_mhtml_is_partial(tmp_path: Path) -> None:
    """What is there is read, and the missing end is told."""
    (tmp_path / "a.mhtml").write_text(MHTML.partition("bingkai")[0])
    found = webpage.extract(tmp_path / "a.mhtml")
    assert (found.state, found.flags) == (ReadState.OK, ("partial",)) and "terpotong" in found.why


def test_mhtml_without_a_page_is_corrupt(tmp_path: Path) -> None:
    """Headers alone are no page."""
    (tmp_path / "a.mhtml").write_text(MHTML.partition("--x\r\n")[0])
    assert webpage.extract(tmp_path / "a.mhtml").state is ReadState.CORRUPT


@pytest.fixture
def saved(tmp_path: Path, browser: Browser) -> Path:
    """A page as Chromium saves it."""
    (tmp_path / "perkara.html").write_text(
        "<meta charset=utf-8><title>SIPP – Perkara</title><p>Daftar “perkara” 2024</p>"
        "<script>document.write('<p>ditulis skrip</p>')</script><p style='display:none'>rahasia</p>"
        "<table><tr><td>1<td>Pdt.G</table><iframe srcdoc='bingkai'></iframe>",
        encoding="utf-8",
    )
    with browser.new_page() as page:
        page.goto((tmp_path / "perkara.html").as_uri())
        snapshot = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})
    (tmp_path / "perkara.mhtml").write_bytes(snapshot["data"].encode())
    return tmp_path / "perkara.mhtml"


def test_what_chromium_saves_is_read(saved: Path) -> None:
    """A page that a real browser saved is read without its scripts, its hidden parts and its frames."""
    found = webpage.extract(saved)
    assert sniff(saved).name == "mhtml"
    assert (found.state, found.why, found.title) == (ReadState.OK, "", "SIPP – Perkara")
    assert found.pages == ("Daftar “perkara” 2024\nditulis skrip\n1\tPdt.G",)
    assert found.dates
