"""The office's prose: repeatable, and each kind has the parts that such a paper has."""

from datetime import date

import pytest

from samples.paper import Grid, Heading, Items, Paper, Sign, Text, long_date
from samples.text import compose

DAY = date(2024, 4, 3)


def _words(paper: Paper) -> str:
    lines: list[str] = []
    for block in paper.blocks:
        match block:
            case Heading(text) | Text(text):
                lines.append(text)
            case Items(rows) | Grid(rows):
                lines += [" ".join(row) for row in rows]
            case Sign(dated, post, name):
                lines.append(f"{long_date(dated)} {post} {name}")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("SK", ("Menimbang", "Mengingat", "Menetapkan", "KESATU", "LAMPIRAN")),
        ("SOP", ("Tujuan", "Uraian kegiatan", "Pelaksana")),
        ("Notulen", ("Peserta", "Pembahasan", "tindak lanjut")),
        ("Undangan", ("Nomor", "Hal", "Yth.")),
        ("Laporan", ("BAB I", "BAB II", "BAB III")),
        ("Daftar hadir", ("Nama", "Jabatan", "Tanda tangan")),
        ("Rekap", ("Hari kerja", "Capaian")),
        ("Maklumat", ("menyatakan sanggup", "sanksi")),
        ("RKT", ("Uraian", "Penanggung jawab")),
    ],
    ids=str,
)
def test_each_kind_has_its_parts(kind: str, parts: tuple[str, ...]) -> None:
    """A decree has its considerations, minutes their attendants, a report its chapters."""
    paper = compose(kind, "Contoh pengaduan", "April 2024", DAY)
    words = _words(paper)
    assert [part for part in parts if part not in words] == []
    assert "03 April 2024" in words


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Laporan UPG bulanan", "gratifikasi"),
        ("Laporan dumas per bulan", "pengaduan"),
        ("Kebijakan WBS", "whistleblowing"),
        ("Laporan IKM per triwulan", "kepuasan"),
        ("Laporan Monev ZI", "Zona Integritas"),
    ],
    ids=["UPG", "dumas", "WBS", "IKM", "ZI"],
)
def test_the_text_is_about_its_title(title: str, word: str) -> None:
    """What a title names is what the prose speaks of."""
    assert word in _words(compose("Laporan", title, "April 2024", DAY))


def test_the_same_arguments_give_the_same_text() -> None:
    """Prose repeats exactly, and another month's differs."""
    first = compose("Laporan", "Laporan UPG", "April 2024", DAY)
    assert first == compose("Laporan", "Laporan UPG", "April 2024", DAY)
    assert first.blocks != compose("Laporan", "Laporan UPG", "Mei 2024", date(2024, 5, 3)).blocks
