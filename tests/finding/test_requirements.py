"""Requirements are found by a code typed alone and by their own words."""

import pytest

from tests.conftest import Office
from tests.finding.small_office import finder_of, shelve
from tests.gaps.small import LOCKED, MONTHLY, PLAN, document
from ziarchive.archive import Archive
from ziarchive.finding.requirements import SHOWN, Requirements
from ziarchive.model import Code, State
from ziarchive.query.lonecode import lead
from ziarchive.query.parser import parse
from ziarchive.reports import Asked, Order

SMALL = Requirements(PLAN)


def codes(asked: tuple[Asked, ...]) -> list[str]:
    return [str(one.requirement.code) for one in asked]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("I.1.1.2", ["I.1.1.2"]),
        ("i-1-1-2", ["I.1.1.2"]),
        (" I.2.1 ", ["I.2.1.1", "I.2.1.2", "I.2.1.3"]),
        ("I.2", ["I.2.1.1", "I.2.1.2", "I.2.1.3"]),
        ("II.1", ["II.1.1.1"]),
        ("I.9", []),
        ("I", []),
        ("2024", []),
        ("I.1.1.2 laporan", []),
        ("laporan", []),
        ("", []),
    ],
)
def test_named(typed: str, named: list[str]) -> None:
    """A code in any spelling names all at or below it; other text and codes of no plan name nothing."""
    assert codes(SMALL.named(lead(parse(typed).query, PLAN).codes, shelve())) == named


def test_states_and_documents() -> None:
    """A requirement tells how many slots are in each state and how many documents it has."""
    shelves = shelve(document(MONTHLY, "2024-03", name="a"), document(MONTHLY, "2024-04", LOCKED, name="b"))
    (asked,) = SMALL.named([Code.of(MONTHLY)], shelves)
    states = dict(asked.states)
    assert (asked.documents, states[State.MET], states[State.FIX], sum(states.values())) == (2, 1, 1, 12)
    assert list(states) == sorted(states)


@pytest.mark.parametrize(
    ("box", "like"),
    [("mutasi", ["I.1.1.4"]), ("jenis:SOP", ["II.1.1.1"]), ("kuda", []), ("mutasi -sk", [])],
)
def test_like(box: str, like: list[str]) -> None:
    """Words, kinds and exclusions choose among the requirements as they do among documents."""
    assert codes(SMALL.like(parse(box).query, shelve())) == like


def test_like_is_few() -> None:
    """However many requirements match, a handful is offered, the best first."""
    found = codes(SMALL.like(parse("laporan OR sk OR lakin OR sop OR rekap OR foto OR formasi").query, shelve()))
    assert len(found) == len(set(found)) == SHOWN
    assert codes(SMALL.like(parse("SK mutasi OR laporan").query, shelve()))[0] == "I.1.1.4"


def test_official_item_code(archive: Archive) -> None:
    """An item code of the official worksheet names the requirements of each indicator that answers it."""
    wanted = [
        str(item.code)
        for indicator in archive.plan.indicators()
        if "A.I.1.iv.c" in indicator.lke
        for item in indicator.requirements
    ]
    assert wanted and codes(archive.search("1.iv.c").asked) == wanted == codes(archive.search("A.I.1.iv.c").asked)


@pytest.mark.parametrize(
    "box", ["1.iv.c", "A.I.1.iv.c", "1.IV.C", "butir 1.iv.c", "kode:1.iv.c", "lke:1.iv.c", "1.iv.c area:I"]
)
def test_documents_of_an_official_item(archive: Archive, office: Office, box: str) -> None:
    """An item code finds the documents of the indicators that answer it, although none of them writes it."""
    office.pdf("2024/I.4.2.1_Laporan agen perubahan_2024-03.pdf", "isi")
    office.pdf("2024/I.4.1.2_Bukti lapor_2024-03.pdf", "isi")
    archive.sync()
    report = archive.search(box)
    assert [hit.document.path for hit in report.hits] == ["2024/I.4.2.1_Laporan agen perubahan_2024-03.pdf"]
    assert "butir LKE A.I.1.iv.c (kode I.4.2)" in report.in_words and report.problems == ()
    assert report.coded == bool(report.asked) == (":1" not in box)


def test_an_exact_code_without_documents(archive: Archive) -> None:
    """A code names its requirements as such also where they have no document yet, and an excluded one none."""
    report = archive.search("I.4.1")
    assert (report.total, report.coded) == (0, True) and report.asked
    assert archive.search("-I.4.1").asked == () and not archive.search("-I.4.1").coded
    both = archive.search("I.4.1.2,V.1.2.2")
    assert codes(both.asked) == ["I.4.1.2", "V.1.2.2"] and "salah satunya" in both.problems[0]


def test_code_beside_hits() -> None:
    """A lone code tells of its requirements also where documents are found."""
    report = finder_of({document(MONTHLY, "2024-03"): "isi"}).search(MONTHLY, 20, 0, Order.RELEVANCE)
    assert report.total == 1 and codes(report.asked) == [MONTHLY]
