"""Names and words that people choose stay words: on every page, in JSON, CSV, text, workbooks, ZIPs and headers."""

import csv
import io
import json
import os
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.web.security.conftest import NOW, read
from tests.web.security.routes import EMPTY, Route, asked
from web import create_app
from ziarchive import bundling
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Charge, Note, Outcome, Role, SavedSearch, Verdict, Waiver
from ziarchive.model import Code
from ziarchive.settings import Settings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold such names")

LINE = "SISIPAN"
WORDS = (
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "';alert(1);'",
    "<!--",
    "]]><script>alert(1)<!",
    f"baris\r\n{LINE}: 1",
    f"baris\n{LINE}: 2",
    "pisah\u2028baris",
    "kanan\u202ekiri fdp.exe",
    "kosong\u200b\u2066\ufeff",
    "{{7*191}}${7*191}%(x)s%s{0}",
    "=cmd|' C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\n=2",
    "＝1+1",
    "..\\..\\naik",
    "%2e%2e%2fnaik%00",
    "javascript:alert(1)",
    "&lt;b&gt;",
    "x" * 180,
)
"""What a file, a person, a note or a search may be called."""
BROKEN = (b"bukan utf8 \xff\xfe.txt", b"<b>\xe9.pdf")
"""Names that are no text at all."""
TURNING = ("\u202e", "\u2066", "\u2028")
HIDING = ("\u200b", "\ufeff")
"""Signs that turn others around, which no page shows, and that nobody sees, which no name of a download has."""
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
PATH = "2024/I Manajemen Perubahan"


def write(archive: Path) -> None:
    folder = archive / PATH
    folder.mkdir(parents=True)
    for at, word in enumerate(WORDS):
        for name in (f"{word[:200]}.txt", f"I.1.1.1_{word}_2024-01.txt", f"I.1.1.2_laporan {at}_1999.txt"):
            (folder / name).write_text(f"Laporan {at} <script>alert(1)</script> {WORDS[0]}")
    for raw in BROKEN:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + raw)).write_text("isi")


def decide(archive: Archive) -> None:
    """Say every word once in each kind of decision that takes any."""
    who = '<b onclick="alert(1)">Sari</b>'
    archive.decide(who, Appoint(who, Role.SECRETARY))
    document = next(each for each in archive.documents() if each.placement.codes)
    for word in WORDS:
        plain = " ".join("".join(sign for sign in word if sign.isprintable()).split())[:60]
        archive.decide(who, Note(Code.of("I.1.1.2"), None, word), SavedSearch(plain, word))
        archive.decide(who, Charge(Code.of("I.1.1"), plain), Appoint(plain, Role.ASSESSOR))
    code = document.placement.codes[0]
    archive.decide(WORDS[0], Verdict(document.sha256, code, Outcome.FIX, WORDS[0], document.path))
    archive.decide(who, Waiver(Code.of("I.2.1.1"), None, "".join(WORDS)))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    home = tmp_path_factory.mktemp("nama")
    write(home / "archive")
    read(home)
    with Archive(Settings(home, executor="inline"), lambda: NOW) as opened:
        decide(opened)
        opened.search("laporan")  # what stays open from now on is the archive's own
        yield opened


@pytest.fixture(scope="module")
def app(archive: Archive) -> Flask:
    return create_app(archive)


class Markup(HTMLParser):
    """Every element and attribute that a browser would see, and what is wrong with them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        scripts = [name for name in facts if name.startswith("on")]
        leads = [str(facts.get(name)) for name in ("href", "src", "action", "formaction") if name in facts]
        if scripts or any(each.strip().lower().startswith(("javascript:", "data:text")) for each in leads):
            self.wrong.append(f"{tag} {facts}")
        if "style" in facts or facts.get("src") == "x" or (tag in ("script", "style") and "src" not in facts):
            self.wrong.append(f"{tag} {facts}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"comment {data[:80]}")


def wrong_page(text: str) -> list[str]:
    hidden = [f"U+{ord(sign):04X}" for sign in TURNING if sign in text]
    return [*Markup(text).wrong, *hidden, *(["a template was filled"] if "1337" in text else [])]


def wrong_table(text: str) -> list[str]:
    return [cell for line in csv.reader(io.StringIO(text.removeprefix("\ufeff"))) for cell in line if is_formula(cell)]


def is_formula(cell: str) -> bool:
    return cell.startswith(FORMULA)


def wrong_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(LINE)]


def wrong_workbook(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheets = {name: book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name}
    return [name for name, text in sheets.items() for word in WORDS if f"<f>{word[1:]}" in text]


def wrong(answer: TestResponse) -> list[str]:
    """Return what of an answer is not what its kind promises."""
    headers = [name for name, value in answer.headers if LINE in name or "\n" in value or "\r" in value]
    kind = answer.mimetype
    if kind == "text/html":
        return headers + wrong_page(answer.text)
    if kind in ("application/json", "application/problem+json"):
        json.loads(answer.text)
        return headers
    if kind == "text/csv":
        return headers + wrong_table(answer.text)
    if kind in ("text/plain", "text/calendar"):
        return headers + wrong_lines(answer.text)
    if kind.endswith("spreadsheetml.sheet"):
        return headers + wrong_workbook(answer.data)
    return headers


def check(app: Flask, route: Route) -> list[str]:
    answer = app.test_client().get(route.address)
    assert answer.status_code in EMPTY.get(route.endpoint, {200}), (route, answer.text[:2000])
    found = [f"{route.address}: {each}" for each in wrong(answer)]
    answer.close()
    return found


def test_every_answer_holds_words_as_words(archive: Archive, app: Flask) -> None:
    """No name or word becomes markup, a formula, a line or a header, at any address of the site."""
    document = next(each for each in archive.documents() if each.path.endswith(f"I.1.1.1_{WORDS[0]}_2024-01.txt"))
    found = [each for route in asked(app, archive, document) for each in check(app, route)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("endpoint", ["document", "file", "excerpt"])
def test_every_document_has_its_pages(archive: Archive, app: Flask, endpoint: str) -> None:
    """The same holds for the pages of each document, whatever it is called."""
    for document in archive.documents():
        if document.placement.codes:
            routes = [each for each in asked(app, archive, document) if each.endpoint == endpoint]
            assert [each for route in routes for each in check(app, route)] == []


def test_names_that_are_no_text_are_told(archive: Archive, app: Flask) -> None:
    """What cannot be written down is refused with its bytes as numbers, on the page and in JSON."""
    page = app.test_client().get("/status").text
    assert "\\xff\\xfe.txt" in page and "&lt;b&gt;\\xe9.pdf" in page
    assert "\\\\xff\\\\xfe.txt" in app.test_client().get("/status.json").text


def test_a_download_is_called_by_a_name(archive: Archive, app: Flask) -> None:
    """The header names the file in one line, without a folder or a sign that turns it around."""
    for document in archive.documents():
        answer = app.test_client().get(f"/dokumen/{document.id}/berkas")
        told = answer.headers["Content-Disposition"]
        answer.close()
        assert not any(sign in told for sign in ("\r", "\n", "/", *TURNING, *HIDING)), document.path
        assert "filename" in told


def test_a_binder_lies_where_it_is_put(archive: Archive, tmp_path: Path) -> None:
    """No name leads out of the ZIP, begins a formula in its table, or is markup in its page."""
    target = tmp_path / "binder.zip"
    bundling.bundle(archive, target, NOW.date(), None, lambda done, total: None)
    with zipfile.ZipFile(target) as binder:
        names = binder.namelist()
        pages = [binder.read(name).decode() for name in names if name.endswith(".html")]
        tables = [binder.read(name).decode() for name in names if name.endswith(".csv")]
    assert not [name for name in names if name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name]
    assert all(sign.isprintable() for name in names for sign in name)
    assert [each for table in tables for each in wrong_table(table)] == []
    assert [each for page in pages for each in Markup(page).wrong if "<style" not in page] == []
