"""A generated archive for the bench: any number of three-page documents in Indonesian.

Half PDF and half DOCX under canonical names, spread over requirements and months of 2024. About
350 words a page: a third are sentences of the office's topics, the rest is drawn from the wide
vocabulary of `samples.words`, so that the index grows as a real one does.
"""

from collections.abc import Iterator
from datetime import date
from itertools import count as counter
from pathlib import Path
from random import Random

from samples import render
from samples.paper import Block, Heading, NewPage, Paper, Sign, Text
from samples.phrases import HEAD, OFFICE, Topic, topic_of
from samples.text import paragraph
from samples.words import sentence

PAGES = 3
WORDS_A_PAGE = 350
AREAS = (
    "I Manajemen Perubahan",
    "II Penataan Tata Laksana",
    "III Penataan Sistem Manajemen SDM",
    "IV Penguatan Akuntabilitas",
    "V Penguatan Pengawasan",
    "VI Peningkatan Kualitas Pelayanan Publik",
)

# Requirements that recur, so that many files of one code are natural: code, area (from 0), title.
SUBJECTS = (
    ("I.4.1.1", 0, "Rekap absensi kepala satker"),
    ("I.4.2.3", 0, "Arahan apel pagi"),
    ("I.4.3.2", 0, "Notulen rapat"),
    ("II.2.1.1", 1, "Rekap absensi finger print"),
    ("II.3.2.2", 1, "Laporan bulanan PPID"),
    ("III.3.4.2", 2, "Usulan calon peserta pelatihan"),
    ("III.4.3.2", 2, "Rekap penilaian kinerja pegawai bulanan"),
    ("III.5.1.3", 2, "Rekapitulasi daftar hadir"),
    ("IV.1.1.2", 3, "Notulen rapat penyusunan rencana kegiatan"),
    ("IV.1.3.1", 3, "Laporan monitoring dan evaluasi akuntabilitas kinerja"),
    ("V.1.2.2", 4, "Laporan UPG gratifikasi"),
    ("V.2.3.1", 4, "Notulensi kegiatan pengendalian SPIP"),
    ("V.3.1.4", 4, "Laporan dumas per bulan"),
    ("V.3.2.2", 4, "Tindak lanjut pengaduan per bulan"),
    ("VI.2.1.2", 5, "Notulen pelayanan prima"),
    ("VI.3.1.1", 5, "Laporan IKM per triwulan"),
)


def fill(folder: Path, count: int, seed: int = 0) -> int:
    """Write `count` documents below `folder`, the same for the same seed, and return how many."""
    for number in range(count):
        write(folder, number, seed)
    return count


def write(folder: Path, number: int, seed: int = 0) -> Path:
    """Write the document with this number and return its path; even numbers are PDF, odd DOCX."""
    rng = Random(f"{seed}/{number}")  # noqa: S311 - repeatable documents, not a secret
    # One more every full round, or an even number of subjects would tie each to one format.
    code, area, title = SUBJECTS[(number + number // len(SUBJECTS)) % len(SUBJECTS)]
    dated = date(2024, number % 12 + 1, rng.randint(1, 28))
    folder = folder / "2024" / AREAS[area] / code
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{code}_{title} {number:05}_{dated:%Y-%m}{('.pdf', '.docx')[number % 2]}"
    make = render.word if number % 2 else render.pdf
    make(Paper(title, dated, tuple(_blocks(rng, title, dated, number))), path)
    return path


def _blocks(rng: Random, title: str, dated: date, number: int) -> Iterator[Block]:
    for page in range(1, PAGES + 1):
        yield Heading(f"{title.upper()} BAGIAN {page} NOMOR {number:05}")
        yield from (Text(text) for text in _page(rng, topic_of(title)))
        yield Sign(dated, f"Kepala {OFFICE}", HEAD) if page == PAGES else NewPage()


def _page(rng: Random, topic: Topic) -> Iterator[str]:
    """Yield paragraphs of about `WORDS_A_PAGE` words together."""
    words = 0
    for place in counter():
        if words >= WORDS_A_PAGE - 30:
            return
        text = (
            paragraph(rng, topic, 3)
            if place % 3 == 1
            else " ".join(sentence(rng, rng.randint(8, 18)) for _ in range(4))
        )
        words += len(text.split())
        yield text
