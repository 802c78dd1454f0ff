"""The five pages over real files: what each shows, and what it does when asked nonsense."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ziarchive.wording import FLAGS


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/", "Kesenjangan bukti"),
        ("/cari", "Cari dokumen"),
        ("/dokumen", "Dokumen"),
        ("/kotak-masuk", "Kotak masuk"),
        ("/status", "Status arsip"),
    ],
)
def test_every_page_is_a_whole_indonesian_page(site, address: str, heading: str) -> None:
    """Each page has its language, one heading, a skip link, and marks itself in the navigation."""
    page = site.page(address)
    assert '<html lang="id">' in page
    assert page.count("<h1") == 1 and f"<h1>{heading}</h1>" in page
    assert 'href="#isi"' in page
    assert page.count('aria-current="page"') == 1


def test_pages_hold_no_inline_script_or_style(site) -> None:
    """The policy forbids them, so a page that had any would be broken."""
    for address in ("/", "/cari?q=tim", "/dokumen", "/kotak-masuk", "/status"):
        page = site.page(address)
        assert " style=" not in page and "<style" not in page and " onclick=" not in page
        assert all(" src=" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_the_matrix_counts_and_links(site) -> None:
    """A number of the matrix leads to exactly the slots that it counts."""
    report = site.archive.gaps(site.archive.today())
    part = next(one for one in report.components if str(one.code) == "I.1")
    met = part.totals.counts["met"]
    assert met == 1
    assert f'href="/?komponen=I.1&amp;status=met#rincian">{met}<' in site.page("/")
    assert site.page("/?komponen=I.1&status=met").count('<li class="slot">') == met


def test_every_slot_is_on_the_page(site) -> None:
    """Without a filter all slots of the plan are there, and met ones name the document and the reason."""
    page = site.page("/")
    report = site.archive.gaps(site.archive.today())
    assert page.count('<li class="slot">') == len(report.slots) == 284
    met = next(slot for slot in report.slots if slot.state == "met")
    assert f'href="/dokumen/{met.documents[0].id}"' in page
    assert met.documents[0].why in page


def test_an_empty_slot_says_what_to_call_the_file_and_where_to_put_it(site) -> None:
    """The expected name and folder can be copied."""
    page = site.page("/?teks=I.2.1.3")
    assert "<code data-copy>I.2.1.3_Bukti publikasi rencana kerja ZI di website_2024-01.png</code>" in page
    assert "<code data-copy>2024/I Manajemen Perubahan/I.2 " in page
    assert page.count("Nama berkas</span>") == 1


def test_a_file_with_the_expected_name_fills_the_slot(site, visit, tmp_path: Path) -> None:
    """What the page tells a person to do works."""
    name = "I.2.1.3_Bukti publikasi rencana kerja ZI di website_2024-01.pdf"
    target = tmp_path / "archive" / "2024" / name
    target.parent.mkdir(parents=True)
    target.write_bytes(site.archive.file(site.document("SK tim kerja")).read_bytes())
    mine = visit(tmp_path)
    mine.archive.sync(lambda done, total: None)
    assert "Nama berkas</span>" not in mine.page("/?teks=I.2.1.3")


def test_a_date_outside_the_plans_year_is_said_plainly(home, visit) -> None:
    """In 2026 the page of a plan for 2024 offers days of 2024."""
    page = visit(home, datetime(2026, 2, 28, tzinfo=UTC)).page("/")
    assert "Rencana kerja ini untuk tahun <strong>2024</strong>" in page
    assert "/?pada=2024-02-28#rincian" in page and "/?pada=2024-12-31#rincian" in page


def test_another_date_offers_the_way_back(site) -> None:
    """A past state is marked as such and links to today's."""
    page = site.page("/?pada=2024-03-31")
    assert "31 Maret 2024" in page and "Lihat keadaan hari ini, 10 Juli 2024" in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("pada=31-02-2024", "Tanggal «31-02-2024» tidak dikenal"),
        ("pada=2024-07", "Tanggal «2024-07» tidak dikenal"),
        ("area=Q", "Tidak ada area «Q»"),
        ("komponen=I.9", "Tidak ada komponen «I.9»"),
        ("status=<script>", "Nilai status «&lt;script&gt;» tidak dikenal"),
    ],
)
def test_a_wrong_filter_is_named_and_the_page_still_works(site, query: str, said: str) -> None:
    """Nonsense in the address is answered with a sentence, and with the whole list."""
    page = site.page(f"/?{query}")
    assert said in page
    assert page.count('<li class="slot">') == 284


def test_no_slot_for_a_filter_offers_all_of_them(site) -> None:
    """An empty answer says so and how to go on."""
    assert "Tidak ada slot yang sesuai" in site.page("/?teks=zzzz")


def test_the_text_of_a_file_cannot_become_markup(site) -> None:
    """A script in a document's text is shown as text, in the hit and on the document's page."""
    for page in (
        site.page("/cari?q=gratifikasi"),
        site.page(f"/dokumen/{site.document('SK tim kerja').id}"),
    ):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold such names")
@pytest.mark.parametrize(
    "name",
    [
        "I.2.1.1_<img src=x onerror=alert(1)>_2024.txt",
        "I.2.1.1_\"' onmouseover=alert(1) x='_2024.txt",
        "I.2.1.1_{{ 7*7 }}_2024.txt",
    ],
)
def test_a_hostile_name_is_only_a_name(visit, tmp_path: Path, name: str) -> None:
    """Markup, quotes and template signs in a file name are shown as they are, on every page."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / name).write_text("catatan")
    mine = visit(tmp_path)
    mine.archive.sync(lambda done, total: None)
    (document,) = mine.archive.documents()
    for address in ("/", "/cari?q=catatan", "/dokumen", f"/dokumen/{document.id}", "/kotak-masuk"):
        page = mine.page(address)
        assert "<img src=x" not in page and "\"' onmouse" not in page and "_49_" not in page


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold such names")
def test_direction_marks_in_a_name_are_made_visible(visit, tmp_path: Path) -> None:
    """A right-to-left mark cannot make an .exe look like a .pdf."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "laporan\u202efdp.exe").write_text("catatan")
    mine = visit(tmp_path)
    mine.archive.sync(lambda done, total: None)
    page = mine.page("/dokumen")
    assert "\u202e" not in page and "laporan\ufffdfdp.exe" in page


def test_flags_are_explained(site) -> None:
    """The document's page says what each flag means and what to do; the list names it; the kind has its reason."""
    page = site.page(f"/dokumen/{site.document('Spanduk').id}")
    assert FLAGS["suffix_lies"].label in page
    assert FLAGS["suffix_lies"].help in page
    assert "menurut bukti fisik V.1.1.4 dalam rencana kerja" in page
    assert FLAGS["suffix_lies"].label in site.page("/dokumen?teks=Spanduk")


def test_the_document_page_says_where_why_and_when(site) -> None:
    """Place, reason, period, hash and the text by page are all there; a PDF is shown in the page."""
    document = site.document("SK tim kerja")
    page = site.page(f"/dokumen/{document.id}")
    assert "I.1.1.1" in page and document.placement.why.replace("'", "&#39;") in page
    assert "Januari 2024" in page and "dari nama berkas" in page
    assert document.sha256 in page
    assert 'id="halaman-2"' in page and "Halaman kedua tentang pengaduan" in page
    assert f'<iframe class="pdf" src="/dokumen/{document.id}/berkas' in page


@pytest.mark.parametrize(
    ("part", "offer", "shown"),
    [
        ("WA Grup", "Buka berkas", '<img class="picture"'),
        ("Notulen", "Unduh berkas", ""),
        ("Spanduk", "Unduh berkas", ""),
        ("Banner", "Unduh berkas", ""),
    ],
    ids=["picture", "word", "html named pdf", "svg"],
)
def test_only_harmless_files_are_shown_in_the_page(site, part: str, offer: str, shown: str) -> None:
    """Pictures are shown; Word, HTML whatever its name, and SVG are offered as downloads."""
    page = site.page(f"/dokumen/{site.document(part).id}")
    assert offer in page
    assert shown in page
    assert "<iframe" not in page


def test_an_unreadable_file_says_so_on_its_page_and_under_status(site) -> None:
    """A broken PDF is not a document without text."""
    document = site.document("PK Balai")
    assert document.content.state.failed
    assert "notice bad" in site.page(f"/dokumen/{document.id}")
    status = site.page("/status")
    assert "IV.1.2.1_PK Balai_2024-01.pdf" in status and document.content.why in status
    assert f'<a href="/dokumen/{document.id}"><bdi>IV.1.2.1_PK Balai_2024-01.pdf' in status


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a right on Windows")
def test_a_refused_file_has_no_page_to_link_to(visit, tmp_path: Path) -> None:
    """What the folder scan would not open is listed by name alone."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "tautan.pdf").symlink_to("tidak-ada")
    mine = visit(tmp_path)
    mine.archive.sync()
    assert '<th scope="row"><bdi>tautan.pdf</bdi>' in mine.page("/status")
    assert mine.client.get("/status.json").json["rejected"][0]["id"] is None


def test_the_inbox_gives_reasons_and_names_that_settle(site) -> None:
    """Each file without a place has its reason, and suggestions with a name to copy."""
    page = site.page("/kotak-masuk")
    document = site.document("Evaluasi SOP")
    assert f'id="d-{document.id}"' in page and document.placement.why in page
    assert document.placement.suggestions
    for suggestion in document.placement.suggestions:
        assert f"<code data-copy>{suggestion.code}_" in page


def test_a_rightly_named_file_in_the_wrong_folder_is_told_where_to_go(visit, tmp_path: Path) -> None:
    """Where name and folder contradict each other the folder is said to be wrong, and the name to be right."""
    file = tmp_path / "archive" / "2024" / "AREA 2 TATALAKSANA" / "I.4.3.2_Notulen rapat_2024-02.txt"
    file.parent.mkdir(parents=True)
    file.write_text("Notulen rapat")
    mine = visit(tmp_path)
    mine.archive.sync(lambda done, total: None)
    page = mine.page("/kotak-masuk")
    assert "Pindahkan ke folder</span> <code data-copy>2024/I Manajemen Perubahan/I.4 " in page
    assert "Nama sudah benar</span> <code data-copy>I.4.3.2_Notulen rapat_2024-02.txt</code>" in page


def test_an_empty_archive_has_working_pages(visit, tmp_path: Path) -> None:
    """A new office sees its gaps, an empty list, how to begin, where, and whose plan it looks at."""
    (tmp_path / "archive").mkdir()
    mine = visit(tmp_path)
    assert "Terlambat" in mine.page("/")
    assert "milik <strong>Balai Pengujian" in mine.page("/") and "ziarchive plan import" in mine.page("/")
    for address in ("/", "/dokumen", "/kotak-masuk", "/status"):
        assert f"<code data-copy>{tmp_path / 'archive'}</code>" in mine.page(address)
    assert "Taruh berkas di folder arsip" in mine.page("/dokumen")
    assert "Kosong." in mine.page("/kotak-masuk")
    assert "belum pernah" in mine.page("/status")


def test_slots_with_and_without_a_date_are_told_apart(site) -> None:
    """The number of slots agrees with the number of dated ones above it."""
    assert "284 slot (278 bertanggal dan 6 insidental)" in site.page("/")
    assert "dari 284 (278 bertanggal dan 6 insidental seluruhnya)" in site.page("/?area=I")


def test_a_hold_is_said_on_every_page(visit, tmp_path: Path) -> None:
    """While too much has vanished, all pages say that they show the last known state."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(12):
        (folder / f"I.1.1.1_SK {number}_2024-01.txt").write_text(f"isi {number}")
    mine = visit(tmp_path)
    mine.archive.sync(lambda done, total: None)
    for file in folder.iterdir():
        file.unlink()
    held = mine.archive.sync(lambda done, total: None)
    assert len(held.held) == 12
    for address in ("/", "/cari", "/dokumen", "/kotak-masuk"):
        assert "keadaan terakhir yang diketahui" in mine.page(address)
    status = mine.page("/status")
    assert held.hold_why in status and "I.1.1.1_SK 11_2024-01.txt" in status


def test_the_list_of_documents_is_filtered(site) -> None:
    """Area, way of placing, kind and words of the name narrow the list; the inbox links from it."""
    assert "2 dokumen." in site.page("/dokumen?area=I")
    assert "1 dokumen." in site.page("/dokumen?teks=tim%20kerja")
    unplaced = site.page("/dokumen?cara=candidate")
    assert "Evaluasi SOP" in unplaced and "SK tim kerja" not in unplaced
    assert "Tidak ada cara" not in unplaced
    assert "Nilai cara «x» tidak dikenal" in site.page("/dokumen?cara=x")
