"""The search page: what was searched, where it stands, and long answers in pages."""

import json
import re
from pathlib import Path

import pytest

from tests.web.conftest import NOW
from ziarchive.archive import Archive
from ziarchive.settings import Settings


def test_a_search_shows_what_was_searched_and_where_it_stands(site) -> None:
    """A hit leads to its page of the document, and the found word is marked."""
    page = site.page("/cari?q=pengaduan")
    document = site.document("SK tim kerja")
    assert "kata «pengaduan»" in page
    assert f'href="/dokumen/{document.id}?q=pengaduan&amp;ke=1#halaman-2"' in page
    assert "<mark>pengaduan</mark>" in page


def test_the_lists_beside_the_search_box_are_filters(site) -> None:
    """Area, kind and year are searched as if they had been typed."""
    page = site.page("/cari?q=notulen&area=I&jenis=Daftar hadir&tahun=2024")
    assert "kata «notulen»" in page and "DAN area I DAN jenis Daftar hadir DAN tahun 2024" in page


def test_what_made_no_sense_in_a_search_is_said(site) -> None:
    """The problems of a question stand above the hits."""
    assert "bukan saringan yang dikenal" in site.page("/cari?q=tim warna:merah")


def test_each_problem_says_itself_what_was_done(site) -> None:
    """What was only read otherwise is not called ignored; what the address has too much of is."""
    page = site.page("/cari?q=tim warna:merah")
    assert "dicari sebagai kata biasa" in page and "Bagian itu diabaikan" not in page
    assert "Bagian itu diabaikan" in site.page("/cari?q=tim&halaman=dua")


def test_a_code_leads_to_its_requirements(site) -> None:
    """A code without documents is no guess, and no other file is asked for beside it."""
    page = site.page("/cari?q=1.iv.c")
    assert "butir LKE A.I.1.iv.c (kode I.4.2)" in page
    assert "Bukti fisik dengan kode itu" in page and "yang mungkin dimaksud" not in page
    assert "Berkas yang ditunggu berikutnya" not in page


def test_a_wrong_line_of_the_own_words_is_on_the_status_page(visit, tmp_path: Path) -> None:
    """Each line of the office's list that is not used is named with its number until it is mended."""
    (tmp_path / "archive").mkdir()
    own = tmp_path / "sinonim.txt"
    own.write_text("BIB | balai inseminasi\nBPTU\n", encoding="utf-8")
    mine = visit(tmp_path)
    assert "sinonim.txt baris 2: «BPTU» belum punya padanan" in mine.page("/status")
    own.write_text("BIB | balai inseminasi\n", encoding="utf-8")
    assert "Daftar padanan kata" not in mine.page("/status")


def test_a_search_without_hits_says_what_to_try(site) -> None:
    """Nothing found is not a dead end."""
    page = site.page("/cari?q=zzzz")
    assert "Tidak ada dokumen yang sesuai" in page and "Coba kata lain" in page


def test_a_hit_names_what_is_nearly_the_same(visit, tmp_path: Path) -> None:
    """Last year's report with new dates is told at the hit, on the page and in JSON, with a way to the other one."""
    (tmp_path / "archive").mkdir()
    said = " ".join(f"Unit {number} menerima laporan gratifikasi, mencatat penolakan hadiah." for number in range(30))
    for year in (2023, 2024):
        text = f"Laporan tahun {year}. {said} Disahkan pada 5 Januari {year}."
        (tmp_path / "archive" / f"V.1.2.2_Laporan UPG_{year}-12.txt").write_text(text, encoding="utf-8")
    with Archive(Settings(tmp_path, executor="inline"), lambda: NOW) as archive:
        archive.sync()
    mine = visit(tmp_path)
    last, this = (mine.document(f"UPG_{year}") for year in (2023, 2024))
    assert f'hampir sama dengan <a href="/dokumen/{last.id}"><bdi>V.1.2.2_Laporan UPG_2023' in mine.page("/cari?q=upg")
    hits = {hit["id"]: hit["near"] for hit in json.loads(mine.page("/cari.json?q=upg"))["hits"]}
    assert hits == {this.id: {"id": last.id, "likeness": 1.0}, last.id: {"id": this.id, "likeness": 1.0}}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in which 113 files hold the word «apel», of two areas."""
    home = tmp_path_factory.mktemp("banyak")
    (home / "archive").mkdir()
    for number in range(113):
        (home / "archive" / f"{'II.2.1.1' if number else 'I.1.1.1'}_{number:03}.txt").write_text(f"apel {number}")
    with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
        archive.sync()
    return home


def test_a_long_answer_comes_in_pages(visit, many: Path) -> None:
    """Every hit is on one of the pages, in the order of the JSON twin, and the pages lead to each other."""
    mine, shown, found = visit(many), [], []
    for number, said in ((1, "hasil 1–50 dari 113"), (2, "hasil 51–100 dari 113"), (3, "hasil 101–113 dari 113")):
        page = mine.page(f"/cari?q=apel&halaman={number}")
        assert said in page
        assert ('rel="prev"' in page, 'rel="next"' in page) == (number > 1, number < 3)
        shown += re.findall(r'<h2><a href="/dokumen/(\w+)', page)
        twin = mine.client.get(f"/cari.json?q=apel&halaman={number}").json
        assert (twin["total"], twin["offset"]) == (113, 50 * (number - 1))
        found += [hit["id"] for hit in twin["hits"]]
    assert len(set(shown)) == 113
    assert shown == found


def test_the_next_page_keeps_the_question(visit, many: Path) -> None:
    """The links carry the box and the lists beside it; a page past the end is the last, in JSON it is empty."""
    mine = visit(many)
    page = mine.page("/cari?q=apel&area=II&jenis=&tahun=")
    assert "dari 112" in page and 'href="/cari?q=apel&amp;area=II&amp;halaman=2"' in page
    assert "hasil 101–112 dari 112" in mine.page("/cari?q=apel&area=II&halaman=9")
    assert mine.client.get("/cari.json?q=apel&halaman=9").json["hits"] == []


def test_the_downloads_of_a_page_hold_what_it_shows(visit, many: Path) -> None:
    """Each stands on the page once, and that of the last page holds the last hits, not the first again."""
    mine = visit(many)
    page = mine.page("/cari?q=apel&area=II&halaman=3").replace("&amp;", "&")
    assert page.count("/cari.csv?") == page.count("/cari.json?") == 1
    shown = [*dict.fromkeys(re.findall(r'href="/dokumen/(\w+)\?', page.partition('class="hits"')[2]))]
    told = mine.client.get("/cari.json?q=apel&area=II&halaman=3")
    assert 'href="/cari.json?q=apel&area=II&halaman=3"' in page
    assert [each["id"] for each in told.json["hits"]] == shown


def test_a_page_that_is_no_number_is_said(site) -> None:
    """The page shows the first hits with a word about it; JSON refuses."""
    assert "Halaman «dua» tidak ada" in site.page("/cari?q=tim&halaman=dua")
    assert site.client.get("/cari.json?q=tim&halaman=dua").status_code == 400


def test_an_endless_question_is_cut_and_said(site) -> None:
    """The page answers what fits, and says that it was too long; JSON refuses."""
    assert "terlalu panjang: 2.000 huruf" in site.page(f"/cari?q={'a' * 2000}")
    assert site.client.get(f"/cari.json?q={'a' * 2000}").status_code == 400


def test_a_short_answer_has_no_pages(site) -> None:
    """Without a second page nothing leads to one."""
    assert 'class="pager"' not in site.page("/cari?q=pengaduan")


def test_facets_round_trip(site) -> None:
    """A value at the side leads to the question that asks for it, and the chosen one back again."""
    page = site.page("/cari?q=kerja")
    assert "/cari?q=kerja+komponen:I.4" in page.replace("%3A", ":")
    narrowed = site.page("/cari?q=kerja komponen:I.4")
    assert "lepas saringan ini" in narrowed and "/cari?q=kerja&amp;urut=relevance" in narrowed


def test_order_and_csv(site) -> None:
    """The order is part of the address, and the same hits come as a table."""
    assert 'aria-current="true">terbaru' in site.page("/cari?q=kerja&urut=date")
    answer = site.client.get("/cari.csv?q=kerja")
    assert answer.headers["Content-Disposition"].startswith("attachment") and answer.text.startswith("\ufeffkode,")


def test_help_where_nothing_is_found(site) -> None:
    """Another spelling and the indicators without an answer are links and lists of the page."""
    assert "Mungkin maksud Anda" in site.page("/cari?q=gratifkasi")
    assert "indikator tanpa dokumen yang sesuai" in site.page("/cari?q=gratifikasi&tanpa=1")


def test_suggestions_as_json(site) -> None:
    """What a question may become is told to the script that asks for it."""
    found = site.client.get("/saran.json?q=grat").get_json()["suggestions"]
    assert {"kind", "text", "label", "id"} == set(found[0])
