"""The other engines: what they are asked, and that each finds what it should in a small collection."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from bench.relevance import plain_whoosh, xapian_peer
from bench.relevance.fts5 import Fts5
from bench.relevance.peers import Peer, Plain, Wanted, best
from tests.conftest import missing
from ziarchive.model import Code
from ziarchive.ports import IndexEntry


def _entry(
    id: str, title: str, text: str, code: str = "V.3.1.4", kind: str = "Laporan", year: int = 2024
) -> IndexEntry:
    return IndexEntry(id, f"a/{title}.pdf", title, (Code.of(code),), kind, year, (text,))


ENTRIES = (
    _entry("report", "Laporan pengaduan", "Tiga pengaduan diterima pada bulan ini."),
    _entry("decree", "SK tim dumas", "Keputusan tentang penanganan pengaduan.", "V.3.1.1", "SK"),
    _entry("gifts", "Laporan gratifikasi", "Tidak ada gratifikasi.", "V.1.2.2"),
    _entry("old", "Laporan pengaduan lama", "Pengaduan tahun lalu.", year=2023),
)
BY_ID: Mapping[str, IndexEntry] = {entry.id: entry for entry in ENTRIES}


def _all_words(_: Sequence[Plain]) -> Peer:
    return plain_whoosh.PlainWhoosh(plain_whoosh.Store(ENTRIES), plain_whoosh.ALL)


def _any_word(_: Sequence[Plain]) -> Peer:
    return plain_whoosh.PlainWhoosh(plain_whoosh.Store(ENTRIES), plain_whoosh.ANY)


def _xapian(questions: Sequence[Plain]) -> Peer:
    python = xapian_peer.python()
    if python is None:
        missing("no Python here can import Xapian's binding")
    return xapian_peer.ask(python, ENTRIES, questions)["all, then any"]


PEERS: Mapping[str, Callable[[Sequence[Plain]], Peer]] = {
    "whoosh, all": _all_words,
    "whoosh, any": _any_word,
    "fts5": lambda _: Fts5(ENTRIES),
    "xapian": _xapian,
}


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        ("sk gratifikasi", Plain((Wanted("sk"), Wanted("gratifikasi")))),
        ('"pakta integritas" renst*', Plain((Wanted("pakta integritas", quoted=True), Wanted("renst", open_end=True)))),
        ("rapat -anggaran", Plain((Wanted("rapat"), Wanted("anggaran", excluded=True)))),
        ('jenis:"Daftar hadir" rapat', Plain((Wanted("rapat"),), (("jenis", "Daftar hadir"),))),
        ("kode:V.3.2 maret", Plain((Wanted("maret"),), (("kode", "V.3.2"),))),
        ("I-4-2-2", Plain((Wanted("I-4-2-2"),))),
        ("laporan-laporan", Plain((Wanted("laporan-laporan"),))),
    ],
    ids=["words", "phrase and beginning", "exclusion", "quoted filter", "filter", "code", "doubled word"],
)
def test_a_question_without_our_syntax(ask: str, expected: Plain) -> None:
    """Words, phrases, beginnings and exclusions are kept, and filters stand apart."""
    assert Plain.of(ask) == expected


@pytest.mark.parametrize("name", PEERS)
@pytest.mark.parametrize(
    ("ask", "first", "found"),
    [
        ("laporan gratifikasi", "gifts", {"gifts"}),
        ('"pengaduan diterima"', "report", {"report"}),
        ("gratif*", "gifts", {"gifts"}),
        ("pengaduan -laporan", "decree", {"decree"}),
        ("jenis:sk pengaduan", "decree", {"decree"}),
        ("tahun:2023 pengaduan", "old", {"old"}),
        ("kode:V.3.1.1 pengaduan", "decree", {"decree"}),
        ("dumas", "decree", {"decree"}),
    ],
    ids=["words", "phrase", "beginning", "exclusion", "kind", "year", "code", "title only"],
)
def test_a_peer_answers(name: str, ask: str, first: str, found: set[str]) -> None:
    """Every peer understands each form of a question, and is given the filters."""
    question = Plain.of(ask)
    ranked = best(PEERS[name]([question]), question, BY_ID)
    assert ranked[0] == first
    assert found <= set(ranked)
    if len(question.parts) == 1 or any(part.excluded for part in question.parts):
        assert set(ranked) == found
