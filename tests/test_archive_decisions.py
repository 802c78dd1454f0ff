"""What people decide, through the archive: it takes effect, survives, and is missed when it is cut off."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Office
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Link, Outcome, Role, Unwaive, Verdict, Waiver
from ziarchive.errors import CannotRun, LedgerBroken, NotAllowed
from ziarchive.model import Code, How, State

SK = "I.1.1.2_SK Tim Zona Integritas_2024-01.pdf"
SK_CODE = Code((1, 1, 1, 2))
ON = date(2024, 7, 15)
REMOVALS = (("Ani", Appoint("Budi", None)), ("Budi", Appoint("Ani", None)))


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
        assert other.decide("penilai", Verdict(shas[SK], SK_CODE, Outcome.FIX, "belum ditandatangani"))
        assert state_of(archive, SK_CODE) is State.FIX
        assert not other.decide("sekretaris", link)
        assert other.documents()[1].placement.how is How.CANDIDATE
        archive.catch_up()
        assert other.documents()[1].placement.how is How.LINK
        assert other.decide("penilai", Verdict(shas["scan.docx"], Code((1, 1, 1, 1)), Outcome.ACCEPTED, ""))
    assert archive.findings() == ()


def test_a_link_that_nobody_placed_is_placed_by_the_next_sync(office: Office, archive: Archive) -> None:
    """A writer that died before it caught up loses no link."""
    office.docx("scan.docx", "entah apa")
    archive.sync()
    with archive.claim(), office.open() as other:
        assert not other.decide("sekretaris", Link(archive.documents()[0].sha256, (SK_CODE,)))
    with office.open() as later:
        later.sync()
        assert later.documents()[0].placement.codes == (SK_CODE,)
        assert later.decide("sekretaris", Link(archive.documents()[0].sha256, ()))
        assert later.documents()[0].placement.codes == ()


def test_a_waiver_is_taken_back(office: Office, archive: Archive) -> None:
    """A waived slot is due again after the waiver was taken back."""
    archive.decide("sekretaris", Waiver(SK_CODE, None, "tidak ada"))
    assert state_of(archive, SK_CODE) is State.WAIVED
    archive.decide("sekretaris", Unwaive(SK_CODE, None, ""))
    assert state_of(archive, SK_CODE) is State.OVERDUE


def test_a_broken_ledger_stops_nothing_but_deciding(office: Office, archive: Archive) -> None:
    """Decisions before the break count, the trouble shows, and deciding is refused until it is mended."""
    for reason in "ab":
        archive.decide("sekretaris", Waiver(SK_CODE, None, reason))
    whole = office.settings.ledger.read_bytes()
    office.settings.ledger.write_bytes(whole + b"bukan keputusan\n")
    assert state_of(archive, SK_CODE) is State.WAIVED
    archive.sync()
    assert "baris 3" in archive.status().trouble
    assert any("baris 3" in finding for finding in archive.findings())
    with pytest.raises(LedgerBroken):
        archive.decide("sekretaris", Waiver(SK_CODE, None, "c"))
    office.settings.ledger.write_bytes(whole)
    assert (archive.status().trouble, archive.findings()) == ("", ())


@pytest.mark.parametrize("kept", [0, 1], ids=["none", "one"])
def test_decisions_cut_off_the_end_are_missed_and_given_back(office: Office, archive: Archive, kept: int) -> None:
    """The catalogue has a copy of the ledger: lines that are gone are missed at once, and the next sync mends it."""
    for reason in "ab":
        archive.decide("sekretaris", Waiver(SK_CODE, None, reason))
    whole = office.settings.ledger.read_bytes()
    office.settings.ledger.write_bytes(b"".join(whole.splitlines(keepends=True)[:kept]))
    assert f"{2 - kept} baris terakhir hilang" in archive.status().trouble
    assert len(archive.findings()) == 1
    with pytest.raises(LedgerBroken):
        archive.decide("sekretaris", Waiver(SK_CODE, None, "c"))
    archive.sync()
    assert (archive.status().trouble, office.settings.ledger.read_bytes()) == ("", whole)


def test_without_its_index_the_file_is_believed(office: Office, archive: Archive) -> None:
    """When the copy is gone with index/, the ledger goes on from what its file holds."""
    for reason in "ab":
        archive.decide("sekretaris", Waiver(SK_CODE, None, reason))
    lines = office.settings.ledger.read_bytes().splitlines(keepends=True)
    office.settings.ledger.write_bytes(lines[0])
    shutil.rmtree(office.settings.index)
    archive.sync()
    assert (archive.status().trouble, office.settings.ledger.read_bytes()) == ("", lines[0])


def test_a_changed_ledger_is_put_aside_for_its_copy(office: Office, archive: Archive) -> None:
    """A ledger that was changed in its middle is left to a person, who can go back to the copy and keeps both."""
    for reason in "ab":
        archive.decide("sekretaris", Waiver(SK_CODE, None, reason))
    file = office.settings.ledger
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"sekretaris", b"orang lain"))
    damaged = file.read_bytes()
    archive.sync()
    assert file.read_bytes() == damaged
    kept = archive.standing.restore("rusak")
    assert (file.read_bytes(), archive.findings()) == (whole, ())
    assert Path(kept).read_bytes() == damaged
    with pytest.raises(CannotRun, match="utuh"):
        archive.standing.restore("rusak")


def test_decisions_take_effect_and_survive(office: Office) -> None:
    """A link places a file, a verdict and a waiver change slots, and all of it is there after a restart."""
    office.docx("scan.docx", "entah apa")
    office.pdf(SK, "keputusan")
    other = Code((6, 1, 1, 1))
    with office.open() as archive:
        archive.sync()
        shas = {document.path: document.sha256 for document in archive.documents()}
        archive.decide("sekretaris", Link(shas["scan.docx"], (Code((1, 1, 1, 1)),)))
        archive.decide("penilai", Verdict(shas[SK], SK_CODE, Outcome.FIX, "belum ditandatangani"))
        archive.decide("sekretaris", Waiver(other, None, "tidak melayani publik"))
    shutil.rmtree(office.settings.index)
    with office.open() as archive:
        archive.sync()
        how = {document.path: document.placement.how for document in archive.documents()}
        assert how["scan.docx"] is How.LINK
        assert state_of(archive, SK_CODE) is State.FIX
        assert state_of(archive, other) is State.WAIVED


def test_two_secretaries_cannot_remove_each_other(archive: Archive) -> None:
    """What may be decided is looked at while nobody else decides: of two at once, one is told that it cannot be."""
    archive.decide("Ani", Appoint("Ani", Role.SECRETARY), Appoint("Budi", Role.SECRETARY))
    with ThreadPoolExecutor(2) as threads:
        for _round in range(10):
            told = [threads.submit(archive.decide, *each) for each in REMOVALS]
            refused = [each.exception() for each in told if each.exception()]
            (last,) = archive.standing.decisions().roles
            assert [type(error) for error in refused] == [NotAllowed]
            archive.decide(last, *(Appoint(name, Role.SECRETARY) for name in ("Ani", "Budi")))
