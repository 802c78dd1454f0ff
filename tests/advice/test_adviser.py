"""All advice together: kept while nothing changes, dismissed by people, read in portions."""

from dataclasses import replace
from datetime import UTC, date

import pytest

from tests.advice.cabinet import Cabinet, Kept, plan
from tests.advice.test_condition import BODY
from tests.gist.test_sketch import report
from ziarchive import gaps
from ziarchive.advice import WEAKNESSES, Adviser, Asked, Narrowing, Weakness, as_json, of_document, of_slot
from ziarchive.decisions import Decisions
from ziarchive.model import Code, State

SK = "I.1.1.2_SK Tim Zona Integritas_2024-01.pdf"
DECREE = f"KEPUTUSAN KEPALA BALAI{BODY}"


def test_advice_changes_no_state(cabinet: Cabinet) -> None:
    """A weak document counts as it did."""
    cabinet.put(SK, f"DRAFT\n{DECREE}")
    asked = cabinet.asked()
    assert {each.kind for each in cabinet.adviser.advise(asked).all} >= {Weakness.DRAFT, Weakness.NO_NUMBER}
    assert asked.report.totals.counts[State.MET] == 1


def test_a_dismissal_holds_until_the_content_changes(cabinet: Cabinet) -> None:
    """It is told apart, not dropped; the same advice on another content is another."""
    cabinet.put(SK, DECREE)
    key = cabinet.only(Weakness.NO_NUMBER).key
    dismissed = {key: "nomornya pada lampiran"}
    assert cabinet.kinds(dismissed=dismissed) == []
    assert [each.dismissed for each in cabinet.advised(dismissed=dismissed).all] == ["nomornya pada lampiran"]
    cabinet.put("V.1.1.1_SK UPG_2024-01.pdf", "KEPUTUSAN", content="lain")
    assert cabinet.kinds(dismissed=dismissed) == []
    cabinet.put(SK, DECREE + "berubah")
    assert cabinet.only(Weakness.NO_NUMBER, dismissed=dismissed).key != key


def test_a_key_does_not_hang_on_the_place_or_the_day(cabinet: Cabinet) -> None:
    """A file that is moved or renamed, and a later day, keep the dismissal."""
    cabinet.put(SK, DECREE, content="sk")
    key = cabinet.only(Weakness.NO_NUMBER).key
    cabinet.documents.clear()
    cabinet.put(f"2024/lain/{SK.replace('Tim Zona Integritas', 'tim ZI')}", DECREE, content="sk")
    assert cabinet.only(Weakness.NO_NUMBER, date(2024, 8, 1)).key == key


def test_unchanged_is_free_and_a_change_reads_one_text(cabinet: Cabinet) -> None:
    """The same question has the same answer, and only a new content is read."""
    for month in range(1, 13):
        cabinet.put(f"II.3.2.2_Laporan bulanan PPID_2024-{month:02}.pdf", f"isi {month}")
    asked = cabinet.asked()
    first = cabinet.adviser.advise(asked)
    assert cabinet.reads == 12
    assert cabinet.adviser.advise(asked) is first
    cabinet.put(SK, DECREE)
    changed = cabinet.advised()
    assert cabinet.reads == 13 and "no_number" in {each.kind for each in changed.all}


def test_kept_or_fresh_the_advice_is_the_same(cabinet: Cabinet) -> None:
    """After any change an adviser that remembers says what one without memory says."""
    changes = [
        (SK, DECREE), (SK, f"Nomor : 1/SK/2024{BODY}"), ("V.1.1.1_SK UPG_2024-01.pdf", DECREE),
        ("2023/I.1.1.2_SK Tim Zona Integritas_2023-01.pdf", f"Nomor : 1/SK/2024{BODY}"),
        ("I.4.3.2_Notulen rapat_2024-02-06.pdf", "notulen"), ("I.4.3.2_Notulen rapat_2024-02-06.pdf", "DRAFT"),
    ]  # fmt: skip
    made = plan(cabinet.home)[0]
    board, told = gaps.Board.of(made), 0
    for path, text in changes:
        cabinet.put(path, text, content=text)
        documents = tuple(cabinet.documents.values())
        board = board.updated(documents, Decisions())
        asked = Asked(board.on(date(2024, 12, 31)), documents)
        fresh = Adviser(lambda document: cabinet.pages[document.sha256], UTC, Kept())
        kept = cabinet.adviser.advise(asked).all
        assert kept == fresh.advise(asked).all
        told += len(kept)
    assert told > len(changes)


def test_after_a_restart_no_text_is_read(cabinet: Cabinet) -> None:
    """A new adviser says the same from the kept gists, which it asks for once; a new content alone is read."""
    for number in range(6):
        cabinet.put(f"I.1.1.2_SK Tim Zona Integritas {number}_2024-01.pdf", DECREE, content=f"{number}")
    said = cabinet.advised()
    cabinet.adviser, cabinet.reads, cabinet.kept.asked = Adviser(cabinet._read, UTC, cabinet.kept), 0, 0
    assert cabinet.advised() == said and said.all
    assert (cabinet.reads, cabinet.kept.asked) == (0, 1)
    cabinet.put("V.1.1.1_SK UPG_2024-01.pdf", DECREE, content="baru")
    assert cabinet.advised() != said and cabinet.reads == 1


def test_what_was_made_in_a_hurry_is_kept(cabinet: Cabinet) -> None:
    """Texts that were read before time was up need not be read by the next program."""
    for number in range(6):
        cabinet.put(f"I.1.1.2_SK Tim Zona Integritas {number}_2024-01.pdf", DECREE, content=f"{number}")
    calls = iter(range(100))
    cabinet.adviser.advise(cabinet.asked(), lambda: next(calls) >= 2)
    assert len(cabinet.kept) == 2
    assert Adviser(cabinet._read, UTC, cabinet.kept).advise(cabinet.asked(), lambda: True).pending == 4


def test_the_gist_of_another_text_is_not_kept(cabinet: Cabinet) -> None:
    """While text and catalogue differ, as in the middle of recognition, what is seen is not written down."""
    document = cabinet.put(SK, DECREE)
    cabinet.pages[document.sha256] = (f"{DECREE} lebih",)
    assert cabinet.only(Weakness.NO_NUMBER) and not cabinet.kept


def test_recognised_text_is_looked_at(cabinet: Cabinet) -> None:
    """When recognition adds to a text, what was said of it is not kept."""
    cabinet.put(SK, "KEPUTUSAN KEPALA BALAI" + BODY, content="pindai")
    assert "no_number" in cabinet.kinds()
    cabinet.put(SK, "KEPUTUSAN KEPALA BALAI\nNOMOR 12/SK/2024" + BODY, content="pindai")
    assert "no_number" not in cabinet.kinds()


def test_recognised_text_is_compared(cabinet: Cabinet) -> None:
    """An old report whose text was recognised late is found to be this year's."""
    old, new = "2023/II.3.2.2_Laporan bulanan PPID_2023-03.pdf", "II.3.2.2_Laporan bulanan PPID_2024-03.pdf"
    cabinet.put(old, "sampul", content="lama")
    cabinet.put(new, report(1), content="baru")
    assert "recycled" not in cabinet.kinds()
    cabinet.put(old, "sampul" + report(1), content="lama")
    assert "recycled" in cabinet.kinds()


def test_reading_goes_on_where_it_stopped(cabinet: Cabinet) -> None:
    """Out of time it says how many texts are left, and asking again ends it; nothing is said of the unread."""
    for number in range(6):
        cabinet.put(f"I.1.1.2_SK Tim Zona Integritas {number}_2024-01.pdf", DECREE, content=f"{number}")
    asked, calls = cabinet.asked(), iter(range(100))
    some = cabinet.adviser.advise(asked, lambda: next(calls) >= 2)
    assert some.pending == 4
    assert sum(each.kind is Weakness.NO_NUMBER for each in some.all) == 2
    whole = cabinet.adviser.advise(asked)
    assert whole.pending == 0 and sum(each.kind is Weakness.NO_NUMBER for each in whole.all) == 6


def test_a_waived_slot_is_left_alone(cabinet: Cabinet) -> None:
    """What does not apply is not weak."""
    cabinet.put(SK, DECREE)
    asked = cabinet.asked()
    waived = [replace(each, state=State.WAIVED) for each in asked.report.slots]
    asked = replace(asked, report=replace(asked.report, slots=tuple(waived)))
    assert cabinet.adviser.advise(asked).all == ()


def test_advice_is_narrowed(cabinet: Cabinet) -> None:
    """By area or code, by kind, by document and by slot; the dismissed are asked for apart."""
    document = cabinet.put(SK, DECREE)
    cabinet.put("V.1.1.1_SK UPG_2024-01.pdf", f"DRAFT\nNomor : 7/SK/2024{BODY}")
    found = cabinet.advised().all
    assert [str(each.code) for each in Narrowing(Code.of("V")).select(found)] == ["V.1.1.1"]
    assert [each.kind for each in Narrowing(kind=Weakness.DRAFT).select(found)] == [Weakness.DRAFT]
    assert Narrowing(dismissed=True).select(found) == ()
    assert [each.kind for each in of_document(found, document.id)] == [Weakness.NO_NUMBER]
    status = next(each for each in cabinet.asked().report.slots if str(each.slot.code) == "V.1.1.1")
    assert [each.kind for each in of_slot(found, status)] == [Weakness.DRAFT]


def test_the_json_counts_every_kind(cabinet: Cabinet) -> None:
    """Kinds without an advice are there with zero, documents with their paths."""
    document = cabinet.put(SK, DECREE)
    told = as_json(plan(cabinet.home)[0], cabinet.advised().all, 0, cabinet.documents)
    assert told["totals"] == {str(kind): int(kind is Weakness.NO_NUMBER) for kind in Weakness}
    assert told["advice"][0]["documents"] == [{"id": document.id, "path": SK}]
    assert told["advice"][0]["dismissed"] is None


@pytest.mark.parametrize("kind", Weakness)
def test_every_weakness_has_a_name(kind: Weakness) -> None:
    """The interface never shows a word of the code."""
    assert WEAKNESSES[kind] and "_" not in WEAKNESSES[kind]
