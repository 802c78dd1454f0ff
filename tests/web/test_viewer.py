"""The document's page: what the search that led here marks, what was decided on it, and the excerpt beside hits."""

import json
import re
import shutil
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

from tests.web.conftest import NOW, Site, pdf
from ziarchive.archive import Archive
from ziarchive.decisions import Link, Outcome, Verdict
from ziarchive.model import Code
from ziarchive.settings import Settings


def told(page: str, fact: str) -> Any:
    """Return what the page tells the viewer."""
    found = re.search(rf'data-{fact}="([^"]*)"', page)
    assert found
    return json.loads(unescape(found[1]))


def test_the_viewer_is_told_what_to_mark(site: Site) -> None:
    """The pages that meet the question and the forms of its words are there, as marked in the text below."""
    document = site.document("SK tim kerja")
    page = site.page(f"/dokumen/{document.id}?q=adu&ke=1")
    assert (told(page, "hits"), told(page, "forms")) == ([2], ["pengaduan"])
    assert "Halaman kedua tentang <mark>pengaduan</mark>" in page


def test_without_a_question_nothing_is_marked(site: Site) -> None:
    """A page that was not opened from a search has no mark and no way back to one."""
    page = site.page(f"/dokumen/{site.document('SK tim kerja').id}")
    assert (told(page, "hits"), told(page, "forms")) == ([], [])
    assert "<mark>" not in page and "Kembali ke hasil" not in page


def test_text_with_markup_stays_text_while_it_is_marked(site: Site) -> None:
    """What a file says cannot become part of the page."""
    page = site.page(f"/dokumen/{site.document('SK tim kerja').id}?q=alert")
    assert "&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_hits_follow_each_other(site: Site) -> None:
    """From one hit the one before and the one behind are a link away, each with its own number."""
    hits = site.client.get("/cari.json?q=tim kerja ATAU rapat ATAU evaluasi").json["hits"]
    ids = [hit["id"] for hit in hits]
    assert len(ids) == 3
    question = "q=tim+kerja+ATAU+rapat+ATAU+evaluasi"
    for at, id in enumerate(ids, 1):
        page = site.page(f"/dokumen/{id}?{question}&ke={at}")
        near = dict(re.findall(r'<a rel="(prev|next)" href="/dokumen/(\w+)', page))
        assert near == {
            name: ids[other - 1] for name, other in (("prev", at - 1), ("next", at + 1)) if 0 < other <= len(ids)
        }
        assert f'href="/cari?{question}">Kembali ke hasil' in page


def test_a_hit_that_is_no_longer_there_has_no_neighbours(site: Site) -> None:
    """A number that names another document now, or none, leads nowhere; the way back stays."""
    document = site.document("SK tim kerja")
    for number in ("2", "999999", "x", "-1"):
        page = site.page(f"/dokumen/{document.id}?q=pengaduan&ke={number}")
        assert 'rel="prev"' not in page and 'rel="next"' not in page
        assert "Kembali ke hasil" in page


def test_an_excerpt_is_a_part_of_a_page(site: Site) -> None:
    """It holds place and marked text of the pages that answer, the page as a picture, and nothing around."""
    document = site.document("SK tim kerja")
    part = site.page(f"/dokumen/{document.id}/cuplikan?q=adu&ke=1")
    assert "<html" not in part and "I.1.1.1" in part
    assert "Halaman kedua tentang <mark>pengaduan</mark>" in part and "gratifikasi" not in part
    assert f'src="/dokumen/{document.id}/halaman/2.png"' in part
    assert f'href="/dokumen/{document.id}?q=adu&amp;ke=1#halaman-2"' in part
    assert site.client.get("/dokumen/tidak-ada/cuplikan?q=adu").status_code == 404


def test_an_excerpt_of_what_answers_by_name_shows_the_first_pages(site: Site) -> None:
    """No page holds the word, so the beginning is shown and that is said."""
    part = site.page(f"/dokumen/{site.document('Notulen').id}/cuplikan?q=2024-02-06")
    assert "ada pada nama atau judulnya" in part and "Notulen rapat budaya kerja" in part


def test_an_excerpt_without_text_says_so(site: Site) -> None:
    """A file that cannot be read or drawn has neither picture nor text."""
    part = site.page(f"/dokumen/{site.document('PK Balai').id}/cuplikan?q=pk")
    assert "<img" not in part and "Tidak ada teks" in part


def test_each_hit_names_its_excerpt(site: Site) -> None:
    """The pane asks at the address that the hit carries; it lies hidden until a script shows it."""
    page = site.page("/cari?q=pengaduan")
    assert f'data-excerpt="/dokumen/{site.document("SK tim kerja").id}/cuplikan?q=pengaduan&amp;ke=1"' in page
    assert re.search(r'<section class="pane"[^>]* hidden>', page)


def test_a_document_tells_its_own_history(home: Path, tmp_path: Path, visit: Any) -> None:
    """Decisions on it are told with who and when, the latest first; those on others are not."""
    copy = tmp_path / "kantor"
    shutil.copytree(home, copy)
    with Archive(Settings(copy, executor="inline"), lambda: NOW) as archive:
        one, other = (next(each for each in archive.documents() if part in each.path) for part in ("SK tim", "Notulen"))
        archive.decide("Sri", Link(one.sha256, (Code.of("I.1.1.2"),)))
        archive.decide("Budi", Verdict(one.sha256, Code.of("I.1.1.2"), Outcome.FIX, "Belum dicap.", one.path))
        archive.decide("Tuti", Link(other.sha256, (Code.of("I.1.1.1"),)))
    page = visit(copy).page(f"/dokumen/{one.id}")
    history = page[page.index("Riwayat keputusan berkas ini") : page.index("Teks yang terbaca")]
    assert "Belum dicap." in history and "Tuti" not in history
    assert history.index("Budi") < history.index("Sri")


def test_a_document_tells_what_lay_there_before(home: Path, tmp_path: Path, visit: Any) -> None:
    """Of a file that was replaced the size before is told, and since when the content is there."""
    copy = tmp_path / "kantor"
    shutil.copytree(home, copy)
    file = next((copy / "archive").rglob("I.1.1.1*.pdf"))
    pdf(file, "Satu halaman saja")
    later = NOW + timedelta(days=3)
    with Archive(Settings(copy, executor="inline"), lambda: later) as archive:
        archive.sync(lambda done, total: None)
        document = next(each for each in archive.documents() if "SK tim" in each.path)
    page = visit(copy, now=later).page(f"/dokumen/{document.id}")
    assert "ada di arsip sejak 13 Juli 2024" in page
    assert "ada isi lain" in page and "2 halaman" in page


def test_a_picture_hit_leads_to_the_picture(site: Site) -> None:
    """What a hit on a picture's page points to is the picture; on a text's page it is that page's text."""
    picture, text = (site.page(f"/dokumen/{site.document(part).id}") for part in ("WA Grup", "Notulen rapat"))
    assert re.search(r'<section class="viewer"[^>]* id="halaman-1"', picture) and picture.count('id="halaman-1"') == 1
    assert re.search(r'<section class="sheet" id="halaman-1"', text)
