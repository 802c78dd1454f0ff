"""Deciding on the command line."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Office
from ziarchive.decisions import Charge, Restrict, Role
from ziarchive.model import Code

LHKPN = Code.of("I.4.1.2")


def test_decisions_from_the_command_line(run: Callable[..., Any], office: Office) -> None:
    """A link, a verdict and a waiver are written down and change the report."""
    office.docx("entah.docx", "surat")
    run("sync")
    assert run("link", "entah.docx", "I.1.1.2", "--who", "sekretaris")[0] == 0
    assert run("verdict", "entah.docx", "I.1.1.2", "fix", "--note", "belum ttd", "--who", "penilai")[0] == 0
    assert run("waive", "VI.1.1.1", "--reason", "tidak melayani", "--who", "sekretaris")[0] == 0
    assert run("waive", "VI.1.1.2", "--reason", "salah", "--who", "sekretaris")[0] == 0
    assert run("waive", "VI.1.1.2", "--undo", "--who", "sekretaris")[0] == 0
    report = json.loads(run("gaps", "--on", "2024-07-15", "--format", "json")[1])
    states = {slot["code"]: slot["state"] for slot in report["slots"]}
    assert (states["VI.1.1.1"], states["VI.1.1.2"] == "waived") == ("waived", False)
    assert run("verify")[0] == 0


def test_evidence_is_restricted_from_the_command_line(run: Callable[..., Any], office: Office) -> None:
    """A requirement is restricted to roles and opened again; the command line itself sees everything."""
    office.docx("2024/I.4.1.2_LHKPN.docx", "harta")
    run("sync")
    assert run("restrict", "I.4.1.2", "--role", "assessor", "--who", "sekretaris")[0] == 0
    with office.open() as archive:
        assert archive.standing.decisions().restricted == {LHKPN: Restrict(LHKPN, (Role.ASSESSOR,))}
    assert [each["path"] for each in json.loads(run("documents", "--format", "json")[1])] == ["2024/I.4.1.2_LHKPN.docx"]
    assert run("restrict", "I.4.1.2", "--lift", "--role", "head", "--who", "sekretaris")[0] == 2
    assert run("restrict", "I.4.1.2", "--lift", "--who", "sekretaris")[0] == 0
    assert "tidak sedang dibatasi" in run("restrict", "I.4.1.2", "--lift", "--who", "sekretaris")[2]


@pytest.mark.parametrize("spelling", ["listed", "backslashes", "absolute", "absolute with backslashes"])
def test_a_file_may_be_named_as_one_sees_it(run: Callable[..., Any], office: Office, spelling: str) -> None:
    """`link` takes the path as listed, with Windows separators, or from the root of the disk."""
    path = office.docx("2024/surat masuk.docx", "surat")
    run("sync")
    given = {
        "listed": "2024/surat masuk.docx",
        "backslashes": "2024\\surat masuk.docx",
        "absolute": str(path),
        "absolute with backslashes": str(path).replace("/", "\\"),
    }[spelling]
    assert run("link", given, "I.1.1.2", "--who", "sekretaris")[0] == 0
    (document,) = json.loads(run("documents", "--format", "json")[1])
    assert document["codes"] == ["I.1.1.2"]


def test_a_file_outside_the_archive_is_not_known(run: Callable[..., Any], office: Office) -> None:
    """A path outside the archive is refused, also when a file of that name is inside."""
    office.docx("surat.docx", "surat")
    run("sync")
    code, _, err = run("link", str(office.settings.home / "surat.docx"), "I.1.1.2", "--who", "sekretaris")
    assert (code, "tidak dikenal" in err) == (2, True)


def test_a_verdict_needs_a_file_that_counts(run: Callable[..., Any], office: Office) -> None:
    """A verdict on a file that does not count for the code is refused with what to do first."""
    office.docx("entah.docx", "surat")
    run("sync")
    code, _, err = run("verdict", "entah.docx", "I.1.1.2", "fix", "--who", "penilai")
    assert (code, "Tautkan dahulu" in err) == (2, True)
    assert not office.settings.ledger.exists()


def test_periods_notes_persons_and_roles_are_set_and_told(run: Callable[..., Any], office: Office) -> None:
    """Each command writes its decision down, and `history` tells them, the latest first."""
    office.docx("2024/surat masuk.docx", "surat")
    run("sync")
    for command in (
        ("period", "2024/surat masuk.docx", "2024-07"),
        ("note", "I.1.1.2", "lihat rapat", "--period", "2024-01"),
        ("in-charge", "I", "Budi"),
        ("role", "Sari", "secretary", "--who", "Sari"),
    ):
        who = () if "--who" in command else ("--who", "Sari")
        assert run(*command, *who)[0] == 0
    (document,) = json.loads(run("documents", "--format", "json")[1])
    assert (document["period"], document["period_from"]) == ("2024-07", "hand")
    told = json.loads(run("history", "--format", "json")[1])
    assert [one["decision"]["do"] for one in told] == ["role", "in_charge", "note", "period"]
    assert told[3]["path"] == "2024/surat masuk.docx"
    assert "Sari: menetapkan penanggung jawab I: Budi" in run("history")[1]
    assert run("in-charge", "I", "Budi", "--who", "orang lain")[0] == 2


def test_a_batch_is_undone_by_name(run: Callable[..., Any], office: Office) -> None:
    """`undo` takes back what was decided in one go; an unknown batch is refused."""
    with office.open() as archive:
        archive.decide("Sari", Charge(Code((1,)), "Budi"), Charge(Code((2,)), "Ani"), batch="b1")
    assert "2 keputusan dibatalkan" in run("undo", "b1", "--who", "Sari")[1]
    with office.open() as archive:
        assert archive.standing.decisions().in_charge == {}
    assert run("undo", "b1", "--who", "Sari")[0] == 2


def test_what_the_command_line_decides_can_be_undone(run: Callable[..., Any], office: Office) -> None:
    """Each command tells the batch by which it is taken back."""
    said = run("in-charge", "I", "Budi", "--who", "Sari")[1]
    batch = said.rpartition("ziarchive undo ")[2].strip()
    assert "1 keputusan dibatalkan" in run("undo", batch, "--who", "Sari")[1]
    assert json.loads(run("history", "--format", "json")[1])[0]["decision"]["person"] == ""


def test_a_move_is_undone_on_the_command_line(run: Callable[..., Any], office: Office) -> None:
    """`move` tells the batch that brings the file back to where it was."""
    (office.settings.home / "ziarchive.toml").write_text("[archive]\nrename = true\n")
    path = office.docx("scan_2024-01.docx", "surat")
    run("sync")
    run("link", "scan_2024-01.docx", "I.1.1.2", "--who", "Sari")
    batch = run("move", "scan_2024-01.docx", "--who", "Sari")[1].rpartition("ziarchive undo ")[2].strip()
    assert not path.exists()
    assert "1 berkas dikembalikan" in run("undo", batch, "--who", "Sari")[1]
    assert path.exists()


def test_a_note_cannot_fake_a_line_of_history(run: Callable[..., Any], office: Office) -> None:
    """Newlines and direction marks are shown as signs."""
    run("note", "I.1.1.2", "ya\n2024-01-01 10:00  Hadi: x\u202e", "--who", "Sari")
    (line,) = run("history")[1].splitlines()
    assert "ya\ufffd2024-01-01" in line and "\u202e" not in line


def test_a_damaged_ledger_is_restored_on_request(run: Callable[..., Any], office: Office) -> None:
    """`history --restore` brings the copy back and says where the damaged file is kept."""
    run("in-charge", "I", "Budi", "--who", "Sari")
    run("in-charge", "II", "Ani", "--who", "Sari")
    whole = office.settings.ledger.read_bytes()
    office.settings.ledger.write_bytes(whole.replace(b"Budi", b"Badu"))
    out = run("history", "--restore")[1]
    assert "dipulihkan dari salinan" in out
    assert office.settings.ledger.read_bytes() == whole
    assert len([*office.settings.home.glob("ledger.jsonl.rusak-*")]) == 1


def test_a_round_is_frozen_compared_and_verified(run: Callable[..., Any], office: Office) -> None:
    """`freeze` seals, `rounds` tells what changed since, and `verify` finds a manifest that was touched."""
    path = office.docx("2024/surat masuk.docx", "surat")
    run("sync")
    assert "1 berkas" in run("freeze", "TPI Juli", "--who", "Sari")[1]
    path.rename(path.with_name("surat keluar.docx"))
    run("sync")
    assert "TPI Juli: 1 berkas" in run("rounds")[1]
    assert "dipindah  2024/surat masuk.docx -> 2024/surat keluar.docx" in run("rounds", "TPI Juli")[1]
    assert json.loads(run("rounds", "TPI Juli", "--format", "json")[1])["moved"] == [
        ["2024/surat masuk.docx", "2024/surat keluar.docx"]
    ]
    assert run("verify")[0] == 0
    (manifest,) = (office.settings.home / "putaran").iterdir()
    manifest.write_bytes(b"")
    assert (run("verify")[0], run("rounds", "TPI Juli")[0]) == (1, 3)
