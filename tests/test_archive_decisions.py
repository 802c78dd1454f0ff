"""What people decide, through the archive: it takes effect, survives, and is missed when it is cut off."""

import shutil
from datetime import date

import pytest

from tests.conftest import Office
from ziarchive.archive import Archive
from ziarchive.decisions import Link, Outcome, Unwaive, Verdict, Waiver
from ziarchive.errors import LedgerBroken
from ziarchive.model import Code, How, State

SK = "I.1.1.2_SK Tim Zona Integritas_2024-01.pdf"
SK_CODE = Code((1, 1, 1, 2))
ON = date(2024, 7, 15)


def state_of(archive: Archive, code: Code) -> State:
    return next(status.state for status in archive.gaps(ON).slots if status.slot.code == code)


def test_people_decide_while_another_process_takes_in(office: Office, archive: Archive) -> None:
    """Beside a writer a decision is written down: verdicts and waivers show at once, links when it catches up."""
    office.docx("scan.docx", "entah apa")
    office.pdf(SK, "keputusan")
    archive.sync()
    shas = {document.path: document.sha256 for document in archive.documents()}
    link = Link(shas["scan.docx"], (Code((1, 1, 1, 1)),))
    with archive.claim(), office.open() as other:
        assert other.decide(Verdict(shas[SK], SK_CODE, Outcome.FIX, "belum ditandatangani"), "penilai")
        assert state_of(archive, SK_CODE) is State.FIX
        assert not other.decide(link, "sekretaris")
        assert other.documents()[1].placement.how is How.CANDIDATE
        archive.catch_up()
        assert other.documents()[1].placement.how is How.LINK
        assert other.decide(Verdict(shas["scan.docx"], Code((1, 1, 1, 1)), Outcome.ACCEPTED, ""), "penilai")
    assert archive.findings() == ()


def test_a_link_that_nobody_placed_is_placed_by_the_next_sync(office: Office, archive: Archive) -> None:
    """A writer that died before it caught up loses no link."""
    office.docx("scan.docx", "entah apa")
    archive.sync()
    with archive.claim(), office.open() as other:
        assert not other.decide(Link(archive.documents()[0].sha256, (SK_CODE,)), "sekretaris")
    with office.open() as later:
        later.sync()
        assert later.documents()[0].placement.codes == (SK_CODE,)
        assert later.decide(Link(archive.documents()[0].sha256, ()), "sekretaris")
        assert later.documents()[0].placement.codes == ()


def test_a_waiver_is_taken_back(office: Office, archive: Archive) -> None:
    """A waived slot is due again after the waiver was taken back."""
    archive.decide(Waiver(SK_CODE, None, "tidak ada"), "sekretaris")
    assert state_of(archive, SK_CODE) is State.WAIVED
    archive.decide(Unwaive(SK_CODE, None, ""), "sekretaris")
    assert state_of(archive, SK_CODE) is State.OVERDUE


def test_a_broken_ledger_stops_nothing_but_deciding(office: Office, archive: Archive) -> None:
    """Decisions before the break count, the trouble shows, and deciding is refused until it is mended."""
    for reason in "ab":
        archive.decide(Waiver(SK_CODE, None, reason), "sekretaris")
    whole = office.settings.ledger.read_bytes()
    office.settings.ledger.write_bytes(whole + b"bukan keputusan\n")
    assert state_of(archive, SK_CODE) is State.WAIVED
    archive.sync()
    assert "baris 3" in archive.status().trouble
    assert any("baris 3" in finding for finding in archive.findings())
    with pytest.raises(LedgerBroken):
        archive.decide(Waiver(SK_CODE, None, "c"), "sekretaris")
    office.settings.ledger.write_bytes(whole)
    assert (archive.status().trouble, archive.findings()) == ("", ())


@pytest.mark.parametrize("kept", [0, 1], ids=["none", "one"])
def test_decisions_cut_off_the_end_are_missed(office: Office, archive: Archive, kept: int) -> None:
    """The catalogue remembers how far the ledger went; only without its index is what is left believed."""
    for reason in "ab":
        archive.decide(Waiver(SK_CODE, None, reason), "sekretaris")
    lines = office.settings.ledger.read_bytes().splitlines(keepends=True)
    office.settings.ledger.write_bytes(b"".join(lines[:kept]))
    archive.sync()
    assert f"{2 - kept} baris terakhir hilang" in archive.status().trouble
    assert len(archive.findings()) == 1
    with pytest.raises(LedgerBroken):
        archive.decide(Waiver(SK_CODE, None, "c"), "sekretaris")
    shutil.rmtree(office.settings.index)
    archive.sync()
    assert archive.status().trouble == ""


def test_decisions_take_effect_and_survive(office: Office) -> None:
    """A link places a file, a verdict and a waiver change slots, and all of it is there after a restart."""
    office.docx("scan.docx", "entah apa")
    office.pdf(SK, "keputusan")
    other = Code((6, 1, 1, 1))
    with office.open() as archive:
        archive.sync()
        shas = {document.path: document.sha256 for document in archive.documents()}
        archive.decide(Link(shas["scan.docx"], (Code((1, 1, 1, 1)),)), "sekretaris")
        archive.decide(Verdict(shas[SK], SK_CODE, Outcome.FIX, "belum ditandatangani"), "penilai")
        archive.decide(Waiver(other, None, "tidak melayani publik"), "sekretaris")
    shutil.rmtree(office.settings.index)
    with office.open() as archive:
        archive.sync()
        how = {document.path: document.placement.how for document in archive.documents()}
        assert how["scan.docx"] is How.LINK
        assert state_of(archive, SK_CODE) is State.FIX
        assert state_of(archive, other) is State.WAIVED
