"""Limits are settings: what ended at one is read again when it is raised."""

from dataclasses import replace

import pytest

from tests.conftest import Office
from ziarchive.archive import Archive
from ziarchive.model import ReadState

LOW = {"extract_characters": 30}
FAST = {"extract_seconds": 0.001}


@pytest.fixture
def reads_by() -> str:
    """Real workers."""
    return "processes"


def limited(office: Office, limits: dict[str, float]) -> Office:
    return replace(office, settings=replace(office.settings, **limits))  # type: ignore[arg-type]


def state(archive: Archive) -> ReadState:
    (document,) = archive.documents()
    return document.content.state


def test_a_long_text_is_cut_and_says_so(office: Office) -> None:
    """The beginning is kept and found; the flag and the reason say that there is more."""
    office.pdf("laporan.pdf", "laporan tahunan " + "balai " * 5, "penutup")
    with limited(office, LOW).open() as archive:
        archive.sync()
        (document,) = archive.documents()
        assert sum(map(len, archive.text(document).pages)) == document.content.chars == 30
        assert document.content.flags == ("cut",) and "extract.characters" in document.content.why
        assert (archive.search("tahunan").total, archive.search("penutup").total) == (1, 0)


def test_a_raised_limit_brings_the_rest(office: Office) -> None:
    """With a higher limit a reread reads the whole text, and then the file is as any other."""
    office.pdf("laporan.pdf", "laporan tahunan " + "balai " * 5, "penutup")
    office.pdf("surat.pdf", "undangan")
    with limited(office, LOW).open() as archive:
        archive.sync()
    with office.open() as archive:
        assert archive.sync().unchanged == 2
        assert archive.search("penutup").total == 0
        assert archive.sync(reread=True).changed == ("laporan.pdf",)
        assert archive.search("penutup").total == 1
        assert archive.sync(reread=True).changed == ()


def test_a_file_that_ended_at_a_limit_is_read_when_it_is_raised(office: Office) -> None:
    """A plain comparison leaves such a file alone; a reread gives it another chance."""
    office.pdf("laporan.pdf", "penutup")
    with limited(office, FAST).open() as archive:
        archive.sync()
        assert state(archive) is ReadState.TIMED_OUT
    with office.open() as archive:
        assert archive.sync().unchanged == 1 and state(archive) is ReadState.TIMED_OUT
        assert archive.preview(reread=True).changed == ("laporan.pdf",)
        archive.sync(reread=True)
        assert state(archive) is ReadState.OK and archive.search("penutup").total == 1
