"""An archive with many files that need a person: the lists come in pages, and nothing is lost between them."""

import re
from pathlib import Path

import pytest

from tests.web.conftest import NOW
from ziarchive.archive import Archive
from ziarchive.settings import Settings


@pytest.fixture(scope="module")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 150 files without a place, 130 broken ones, and one of another year."""
    home = tmp_path_factory.mktemp("tumpukan")
    folder = home / "archive"
    folder.mkdir()
    for number in range(150):
        (folder / f"catatan {number:03}.txt").write_text(f"isi {number}")
    for number in range(130):
        (folder / f"rusak {number:03}.pdf").write_bytes(b"%PDF-1.7\nrusak" + bytes([48 + number % 70]))
    (folder / "I.4.1.2_Bukti lapor LHKPN_2023-03.txt").write_text("tahun lalu")
    with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
        archive.sync()
    return home


def test_a_long_inbox_comes_in_pages(visit, heap: Path) -> None:
    """Every file that needs a person is on one page, the unreadable ones after the others; JSON has all."""
    mine = visit(heap)
    pages = [mine.page(f"/kotak-masuk?halaman={number}") for number in (1, 2, 3)]
    found = [re.findall(r'id="d-(\w+)"', page) for page in pages]
    assert [len(each) for each in found] == [100, 100, 81]
    assert len(set().union(*found)) == 281
    assert 'href="/kotak-masuk?halaman=2"' in pages[0] and 'rel="next"' not in pages[2]
    twin = mine.client.get("/kotak-masuk.json").json
    assert [one["id"] for one in twin] == [*found[0], *found[1], *found[2][:-1]]
    assert "Belum pasti tempatnya (150)" in pages[1] and "belum ada tempatnya (130)" in pages[1]
    assert "Halaman «x» tidak ada" in mine.page("/kotak-masuk?halaman=x")


def test_a_broken_file_without_a_place_is_found_in_the_inbox(visit, heap: Path) -> None:
    """Its page leads to the page of the inbox where it stands with its reason; it is counted once, as rejected."""
    mine = visit(heap)
    broken = mine.document("rusak 129")
    link = f"/kotak-masuk?berkas={broken.id}"
    assert f'href="{link}#d-{broken.id}"' in mine.page(f"/dokumen/{broken.id}")
    page = mine.page(link)
    assert f'id="d-{broken.id}"' in page and broken.content.why in page
    assert "Tidak dapat dibaca dan belum ada tempatnya" in page
    state = mine.client.get("/status.json").json
    assert (state["placed"], state["inbox"], len(state["rejected"]), state["documents"]) == (1, 150, 130, 281)


def test_a_file_of_another_year_says_that_it_does_not_count(visit, heap: Path) -> None:
    """It is told at its requirement, on its own page and in the inbox."""
    mine = visit(heap)
    stray = mine.document("2023-03")
    for address in ("/?teks=I.4.1.2", f"/dokumen/{stray.id}", f"/kotak-masuk?berkas={stray.id}"):
        assert "tidak dihitung: periode 2023-03 di luar slot bukti ini" in mine.page(address)
    assert "Ada tempatnya, tetapi tidak dihitung" in mine.page(f"/kotak-masuk?berkas={stray.id}")


def test_a_slot_with_many_files_names_a_few(visit, tmp_path: Path) -> None:
    """The gap page names three files of a slot and of what does not count; the rest is a link away, all of it."""
    for name in (f"I.4.1.2_Bukti lapor LHKPN_2024-03-{day:02}.txt" for day in range(1, 13)):
        (tmp_path / "archive" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "archive" / name).write_text(name)
    for day in range(1, 6):
        (tmp_path / "archive" / f"I.4.1.2_Bukti lapor LHKPN_2023-03-{day:02}.txt").write_text(f"lama {day}")
    mine = visit(tmp_path)
    mine.archive.sync()
    page = mine.page("/?teks=I.4.1.2")
    assert len(re.findall(r'href="/dokumen/\w+"', page)) == 6
    assert "dan 2 dokumen lain yang tidak dihitung" in page
    link = next(each for each in re.findall(r'href="(/dokumen\?[^"]+)"', page) if "periode" in each).replace(
        "&amp;", "&"
    )
    assert "dan 9 dokumen lagi" in page
    shown = mine.page(link)
    assert "12 dokumen." in shown and "2023-03" not in shown and "untuk slot" in shown
    assert len(mine.client.get(link.replace("/dokumen", "/dokumen.json")).json) == 12
    assert "17 dokumen." in mine.page("/dokumen?kode=I.4.1.2")


def test_many_unreadable_files_come_in_pages(visit, heap: Path) -> None:
    """The status page shows a hundred at a time and leads to the rest; JSON has all."""
    mine = visit(heap)
    first, last = mine.page("/status"), mine.page("/status?halaman=2")
    assert (first.count("<tr><th scope="), last.count("<tr><th scope=")) == (101, 31)
    assert 'href="/status?halaman=2"' in first and "101–130 dari 130" in last
    assert len(mine.client.get("/status.json").json["rejected"]) == 130


def test_the_folder_of_a_file_in_no_folder(visit, heap: Path) -> None:
    """A file right in the archive is said to lie there, not in "./"."""
    page = visit(heap).page("/dokumen")
    assert "langsung di folder arsip" in page and "./" not in page
