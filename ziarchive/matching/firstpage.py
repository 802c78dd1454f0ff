"""The kind of a document told by the first lines of its first page: "NOTULEN RAPAT", "KEPUTUSAN KEPALA BALAI …".

Only a heading counts: a line that begins with a kind's words, in capitals or written like a title.
The attachment of another document tells nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_REACH, _LINES, _LONGEST, _SHOWN = 2500, 20, 140, 60
_POSTS = (
    "kepala|menteri|direktur|sekretaris|bupati|gubernur|wali ?kota|presiden|rektor|dekan|ketua|kuasa|pejabat"
    "|pimpinan|panglima|kapol|inspektur|camat|lurah|badan|majelis"
)
_HEADINGS = tuple(
    (kind, re.compile(rf"(?:{pattern})(?![^\W_])", re.IGNORECASE))
    for kind, pattern in (
        ("SK", rf"(?:petikan |salinan )?(?:surat keputusan|keputusan(?: bersama)?(?= (?:{_POSTS})\b|$))"),
        ("Surat edaran", r"surat edaran|edaran(?=$)"),
        ("Surat tugas", r"surat (?:perintah )?(?:penugasan|tugas)|surat perintah perjalanan"),
        ("Nota dinas", r"nota[ -]dinas|memorandum|memo(?=$)"),
        ("Berita acara", r"berita acara"),
        ("Pakta integritas", r"(?:dokumen )?pakta integritas"),
        ("PK", r"(?:pernyataan |lampiran )?(?:perjanjian|penetapan) kinerja"),
        ("SKP", r"sasaran kinerja pegawai|penilaian kinerja pegawai|evaluasi kinerja pegawai"),
        ("Maklumat", r"maklumat(?: pelayanan)?|janji layanan"),
        ("Notulen", r"notulen(?:si)?|notula(?:si)?|risalah(?: rapat)?"),
        ("Daftar hadir", r"daftar (?:hadir|kehadiran)|absensi|presensi|absen rapat"),
        ("SOP", r"standar[dt]? operasional (?:dan )?prosedur|prosedur operasional standar|nomor sop|judul sop|sop"),
        ("LAKIN", r"laporan kinerja(?! pegawai)|laporan akuntabilitas kinerja|lakip|lakin|lkjip"),
        ("Survei", r"(?:hasil |laporan )?(?:survei|survey) kepuasan|kuesioner|kuisioner|angket"),
        ("Laporan", r"laporan"),
        ("Rekap", r"rekap(?:itulasi)?"),
        ("Sertifikat", r"sertifikat|certificate|piagam(?: penghargaan)?|penghargaan"),
        ("Rencana", r"(?:dokumen |matriks? )?(?:rencana (?:kerja|aksi|strategis|kinerja|tindak|kegiatan)|renstra|rkt)"),
        ("Pedoman", r"pedoman|petunjuk (?:teknis|pelaksanaan)|juknis|juklak"),
        ("TOR", r"kerangka acuan(?: kerja| kegiatan)?|term of reference"),
        ("Analisis", r"analis[ai]s (?:jabatan|beban|risiko|swot|hasil)"),
        ("IKU", r"indikator kinerja utama"),
        ("Tindak lanjut", r"(?:matriks? )?tindak lanjut"),
        ("Sosialisasi", r"(?:kegiatan )?sosialisasi"),
        ("Form", r"formulir|form(?= )|borang"),
        ("Materi", r"materi|bahan (?:paparan|tayang|ajar)|paparan"),
        ("Undangan", r"(?:surat )?undangan"),
        ("Surat", r"surat (?:pernyataan|keterangan|kuasa|permohonan|pengantar|perjanjian|usulan|izin)"),
    )
)  # fmt: skip
_CELL = re.compile(r"[ ]*\t[ \t]*:?")
"""In a table the next cell stands for a colon."""
_ANNEX = re.compile(r"(?i)\W*(?:lampiran|daftar isi)\b(?!\s*:|\s+perjanjian kinerja)")
_ABOUT = re.compile(r"(?i)\W*(?:hal|perihal)\s{0,20}:\s{0,20}(?P<about>.{3,200})")
_NUMBERED = re.compile(r"(?i)\W*(?:nomor|no\.?)(?: surat)?\s{0,20}:")
_INVITING = re.compile(r"(?i)(?:surat )?undangan\b")


class Told(NamedTuple):
    """A kind and the line that told it."""

    kind: str
    line: str


def heading_kind(page: str) -> Told | None:
    """Return the kind that the heading of a first page names, or None."""
    lines = list(_lines(page))
    for line in lines:
        if _ANNEX.match(line):
            return None
        if _is_heading(line) and (kind := _kind(line)):
            return Told(kind, _shown(line))
    return _letter(lines)


def _lines(page: str) -> Iterator[str]:
    lines = (" ".join(_CELL.sub(" : ", line.strip()).split()) for line in page[:_REACH].splitlines())
    return (line for _, line in zip(range(_LINES), filter(None, lines), strict=False))


def _kind(line: str) -> str:
    bare = line.lstrip(" \"'“”«([-–—:.•0123456789")
    return next((kind for kind, pattern in _HEADINGS if pattern.match(bare)), "")


def _is_heading(line: str) -> bool:
    """Tell capitals, or a short line like a title: every word of some length begins with a capital."""
    if line.isupper():
        return len(line) <= _LONGEST
    long_words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return len(line) <= _SHOWN and line[-1] not in ".,;" and all(word[0].isupper() for word in long_words)


def _letter(lines: list[str]) -> Told | None:
    """Tell a letter without a heading by its "Nomor :" and "Hal :"."""
    about = next((found["about"] for line in lines if (found := _ABOUT.match(line))), "")
    if not about or not any(_NUMBERED.match(line) for line in lines):
        return None
    return Told("Undangan" if _INVITING.match(about) else "Surat", _shown(f"Hal: {about}"))


def _shown(line: str) -> str:
    return line if len(line) <= _SHOWN else line[:_SHOWN].rpartition(" ")[0] + " …"
