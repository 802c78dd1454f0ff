"""An evidence cell is cut into the documents that it asks for, whatever habit of listing it follows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.plan.evidence import split

CELLS = """\
commas and dan: Undangan, foto kegiatan, dan laporan rapat
    Undangan / Foto kegiatan / Laporan rapat
semicolons: SK Tim; SOP Tim;
    SK Tim / SOP Tim
full stop: Buku saku. Rekap hadir
    Buku saku / Rekap hadir
bullets: • SK Tim⏎• Laporan kerja⏎  tahunan
    SK Tim / Laporan kerja tahunan
numbers: 1. SK Tim⏎2) SOP Tim⏎a. Foto
    SK Tim / SOP Tim / Foto
fused !: SOP Pembentukan Tim SK Tim Kerja
    SOP Pembentukan Tim / SK Tim Kerja
object, not fused: Laporan evaluasi SOP pelayanan
    Laporan evaluasi SOP pelayanan
register of papers: Rekap arsip daftar hadir rapat
    Rekap arsip daftar hadir rapat
brackets stay !: Rekap data (nama, NIP dan diklat), SK Tim
    Rekap data (nama, NIP dan diklat) / SK Tim
a meeting !: Undangan, notulen dan daftar hadir rapat X
    Undangan rapat X / Notulen rapat X / Daftar hadir rapat X
a group !: Sosialisasi WBS (undangan, notulen)
    Undangan sosialisasi WBS / Notulen sosialisasi WBS
screens !: SS aplikasi A, Simpeg dan Span, bukti kirim
    SS aplikasi A / SS Simpeg / SS Span / Bukti kirim
two-word prefix !: Tangkapan layar A, B
    Tangkapan layar A / Tangkapan layar B
cadences !: Rekap kinerja bulanan, triwulanan, dan tahunan
    Rekap kinerja bulanan / Rekap kinerja triwulanan / Rekap kinerja tahunan
follow-up !: Laporan survei dan tindak lanjutnya
    Laporan survei / Tindak lanjut survei
bare head !: SK UPG, SOP, laporan UPG
    SK UPG / SOP UPG / Laporan UPG
same kind !: Juklak, juknis layanan
    Juklak layanan / Juknis layanan
forgotten comma !: Data diklat teknis non teknis
    Data diklat teknis / Data diklat non teknis
said twice !: SK tim dumas, SK tim pengaduan masyarakat
    SK tim dumas (SK tim pengaduan masyarakat)
label: Maklumat Inovasi; kotak saran
    Maklumat / Inovasi: kotak saran
continues !: SOP layanan, yang mudah dibaca
    SOP layanan, yang mudah dibaca
dates keep: Laporan s.d. Juni
    Laporan s.d. Juni
others keep !: Notulen dan data dukung lainnya
    Notulen dan data dukung lainnya
deeds !: Rencana aksi disosialisasikan pada pegawai dan dipublikasikan di website
    Rencana aksi / Bukti sosialisasi Rencana aksi pada pegawai / Bukti publikasi Rencana aksi di website
own case: e-Sakip, laporan
    e-Sakip / Laporan
"""
"""The habit, with a mark where something is told; the cell, whose lines end in ⏎; below it what it asks for."""


def cells() -> list[tuple[str, str, list[str]]]:
    lines = CELLS.splitlines()
    rows = []
    for first, second in zip(lines[::2], lines[1::2], strict=True):
        habit, _, cell = first.partition(": ")
        rows.append((habit, cell.replace("⏎", "\n"), second.strip().split(" / ")))
    return rows


@pytest.mark.parametrize(("habit", "cell", "titles"), cells(), ids=[habit for habit, _, _ in cells()])
def test_a_habit_of_listing(habit: str, cell: str, titles: list[str]) -> None:
    """The cell is cut as a person would, and what goes beyond a separator is told."""
    items = split(cell)
    assert [item.title for item in items] == titles
    assert any(item.whys for item in items) is habit.endswith("!")


KNOWN = {"tim", "rapat", "laporan", "undangan", "notulen", "website", "2024"}
MARKS = ["SK", "SOP", "SS", "dan", "serta", ",", ";", ".", "(", ")", "•", "-", "non", "di"]


@given(st.lists(st.sampled_from([*sorted(KNOWN), *MARKS]), max_size=12).map(" ".join))
def test_any_cell_gives_titles(cell: str) -> None:
    """Whatever a cell says, it is cut into titles that are not blank, and no word of it is forgotten."""
    items = split(cell)
    assert all(item.title.strip() for item in items)
    kept = " ".join(text for item in items for text in (item.title, *item.whys)).casefold()
    assert KNOWN & set(cell.split()) <= set(re.findall(r"\w+", kept))


def test_a_cell_of_separators_asks_for_nothing() -> None:
    """Where no word stands, no document is made up."""
    assert split(" ,; ") == []
