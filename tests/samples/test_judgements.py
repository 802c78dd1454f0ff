"""The demo office's decisions go through the program and show on its pages."""

import re
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from samples import judgements, office
from ziarchive import plan, plans
from ziarchive.archive import Archive
from ziarchive.model import How, State
from ziarchive.settings import Settings


def test_every_code_of_the_office_is_a_requirement_of_the_plan() -> None:
    """Canonical names and decisions name requirements that the built-in plan has."""
    known = {str(item.code) for item in plan.load(plans.builtin_text("bpsi-lingtan-2024"), "").requirements()}
    names = (PurePosixPath(row.path).name for row in office.rows())
    named = {code for name in names for code in re.findall(r"\b[IV]+(?:\.\d+){3}", name)}
    decided = {
        code for code, *_ in (*judgements.VERDICTS, *judgements.SECOND_VERDICTS, *judgements.WAIVERS, *judgements.NOTES)
    }
    decided |= {code for _, codes in judgements.LINKS for code in codes}
    assert len(named) > 80
    assert named | decided <= known


def test_the_decisions_show(archive: Path, tmp_path: Path) -> None:
    """After a sync and the decisions every state of a slot is in the report, and some are late."""
    settings = Settings(tmp_path, archive_folder=str(archive), executor="inline")
    with Archive(settings, lambda: datetime(2024, 7, 10, 9, tzinfo=UTC)) as office_archive:
        report = office_archive.sync(lambda _done, _of: None)
        count = judgements.record(office_archive)
        gaps = office_archive.gaps(office.ON)
        decided = office_archive.standing.decisions()
        linked = [each for each in office_archive.documents() if each.placement.how is How.LINK]
    assert len(report.added) == sum(1 for row in office.rows() if row.dated <= office.ON)
    assert len(report.rejected) == 3
    kinds = (
        judgements.VERDICTS, judgements.SECOND_VERDICTS, judgements.WAIVERS, judgements.LINKS, judgements.IN_CHARGE,
        judgements.NOTES, judgements.SEARCHES,
    )  # fmt: skip
    assert count == sum(map(len, kinds))
    assert any(one.disputed for one in decided.judgements.values())
    assert len(linked) == len(judgements.LINKS)
    assert {status.state for status in gaps.slots} == set(State)
    assert any(status.late for status in gaps.slots)
