"""A small office's documents, for every test that searches."""

from ziarchive.model import Code
from ziarchive.ports import IndexEntry, SearchIndex
from ziarchive.query import Query
from ziarchive.query.parser import parse


def entry(
    id: str,
    *pages: str,
    title: str = "",
    codes: tuple[str, ...] = (),
    kind: str = "",
    year: int | None = None,
    path: str = "",
) -> IndexEntry:
    """Make an index entry with only what a test is about."""
    return IndexEntry(id, path or "2024/berkas.pdf", title, tuple(map(code, codes)), kind, year, pages)


def code(text: str) -> Code:
    area, *rest = text.split(".")
    return Code((["I", "II", "III", "IV", "V", "VI"].index(area) + 1, *map(int, rest)))


OFFICE = (
    entry(
        "sk",
        "Keputusan kepala balai tentang pembentukan tim kerja zona integritas.",
        "Daftar anggota tim agen perubahan.",
        title="SK Tim Kerja ZI",
        codes=("I.1.1.2",),
        kind="SK",
        year=2024,
        path="2024/I Manajemen Perubahan/I.1.1.2_SK Tim Kerja ZI_2024.pdf",
    ),
    entry(
        "aduan",
        "Rekap pengaduan masyarakat yang ditindaklanjuti oleh petugas layanan.",
        title="Laporan pengaduan",
        codes=("VI.2.1.1", "II.3.2.2"),
        kind="Laporan",
        year=2024,
        path="2024/VI.2.1.1_Laporan pengaduan_2024-03.pdf",
    ),
    entry(
        "hadir",
        "Daftar hadir rapat evaluasi. Nomor 800/123/2024. Draf.",
        title="Daftar hadir rapat",
        codes=("I.4.1.2",),
        kind="Daftar hadir",
        year=2023,
        path="2023/I-4-1-2 Daftar hadir.docx",
    ),
    entry("gratifikasi", "Sosialisasi pengendalian gratifikasi e-office.", kind="Foto", year=2024),
    entry("polos"),
)


def found(index: SearchIndex, query: Query | str) -> set[str]:
    """Return the ids of everything that a query, or the text of a search box, finds."""
    result = index.find(parse(query).query if isinstance(query, str) else query, 1000)
    assert result.total == len(result.hits)
    return {hit.id for hit in result.hits}
