"""The history of decisions in words."""

from typing import get_args

from hypothesis import given

from tests.decided import entries
from tests.decisions.many import JULY, ONE, TWO, histories
from tests.gaps.small import document
from ziarchive import telling
from ziarchive.decisions import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Dismissal,
    Entry,
    Freeze,
    Link,
    Note,
    Outcome,
    Renamed,
    Restrict,
    Role,
    SavedSearch,
    SettingChange,
    Unjudge,
    Unrestrict,
    Unwaive,
    Uploaded,
    Verdict,
    Waiver,
)  # fmt: skip

ALL = (
    (Link("a", (ONE, TWO)), "menautkan berkas a ke I.4.2.1, I.4.2.2"),
    (Link("a", ()), "mencabut tautan berkas a"),
    (Dated("a", JULY), "menetapkan periode berkas a: Juli 2024"),
    (Dated("a", None), "mencabut periode berkas a"),
    (Verdict("a", ONE, Outcome.FIX, "belum ttd"), "menilai berkas a untuk I.4.2.1: perlu perbaikan. belum ttd"),
    (Verdict("a", ONE, Outcome.ACCEPTED, "", final=True), "memutuskan berkas a untuk I.4.2.1: diterima"),
    (Unjudge("a", ONE), "mencabut penilaian berkas a untuk I.4.2.1"),
    (Waiver(ONE, JULY, "libur"), "menyatakan I.4.2.1 (Juli 2024) tidak berlaku. libur"),
    (Unwaive(ONE, None, ""), "menyatakan I.4.2.1 berlaku lagi"),
    (Note(ONE, None, "lihat rapat"), "mencatat pada I.4.2.1: lihat rapat"),
    (Charge(ONE.area, "Budi"), "menetapkan penanggung jawab I: Budi"),
    (Appoint("Ani", Role.HEAD), "memberi Ani peran ketua tim penilai"),
    (Appoint("Ani", None), "mencabut peran Ani"),
    (Dismissal("k", "wajar"), "mengabaikan saran mutu. wajar"),
    (SavedSearch("SK", "jenis:SK"), "menyimpan pencarian «SK»"),
    (Renamed("a", "x.pdf", "y.pdf"), "memindahkan x.pdf ke y.pdf"),
    (Uploaded("a", ONE, "2024/y.pdf", "x.pdf"), "mengunggah «x.pdf» sebagai 2024/y.pdf"),
    (Freeze("Juli", "sha", 3), "membekukan putaran «Juli» (3 berkas)"),
    (Restrict(ONE, (Role.ASSESSOR, Role.HEAD)), "membatasi I.4.2.1 untuk sekretaris, penilai, ketua tim penilai"),
    (Restrict(ONE, ()), "membatasi I.4.2.1 untuk sekretaris"),
    (Unrestrict(ONE), "membuka lagi I.4.2.1 untuk semua"),
    (SettingChange("web.port", "1"), "mengubah pengaturan web.port: 1"),
)


def test_every_kind_is_told() -> None:
    """Each decision is a short sentence without its subject."""
    told = telling.told(telling.latest(entries([decision for decision, _ in ALL])), [])
    assert [one.words for one in reversed(told)] == [words for _, words in ALL]
    assert {type(decision) for decision, _ in ALL} == set(get_args(Decision))


def test_the_latest_come_first_and_are_numbered() -> None:
    """A line's number is that of the ledger, however few are asked for."""
    told = telling.told(telling.latest(entries([Link("a", ()), Link("b", ()), Link("c", ())]))[:2], [])
    assert [one.number for one in told] == [3, 2]


@given(histories())
def test_any_history_can_be_told(history: list[Entry]) -> None:
    """No decision is without words, and its JSON names who and when."""
    for one in telling.told(telling.latest(history), []):
        assert telling.as_json(one)["words"] == one.words != ""
        assert telling.as_json(one)["at"] == one.entry.at.isoformat()


def test_a_document_has_its_own_history() -> None:
    """It holds what names the content, and the verdicts on what lay at its place before; numbers are the ledger's."""
    one = document("I.4.2.1", "2024-07")
    history = entries(
        [
            Link(one.sha256, (ONE,)),
            Link("other", (TWO,)),
            Verdict("before", ONE, Outcome.REJECTED, "", one.path),
            Note(ONE, None, "x"),
        ]
    )
    assert [(number, type(entry.decision)) for number, entry in telling.about(history, one)] == [
        (3, Verdict),
        (1, Link),
    ]
