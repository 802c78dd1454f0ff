"""The index is mended by itself, from what is kept, and says so."""

import shutil
from collections.abc import Iterator

import pytest

from tests.conftest import Office
from ziarchive import healing
from ziarchive.archive import Archive
from ziarchive.errors import IndexUnusable
from ziarchive.healing import Healer
from ziarchive.search.whoosh_index import WhooshIndex


class Stopped(Exception):
    """The work was told to end."""


@pytest.fixture
def filled(office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """Five files taken in; an index is mended two at a time."""
    monkeypatch.setattr(healing, "BATCH", 2)
    for number in range(5):
        office.docx(f"2024/catatan {number}.docx", f"gratifikasi nomor{number}")
    with office.open() as archive:
        archive.sync()
        yield archive


@pytest.fixture
def by_hand(office: Office) -> Iterator[WhooshIndex]:
    """The same index, opened by somebody else."""
    index = WhooshIndex(office.settings.index / "search")
    yield index
    index.close()


def ids(archive: Archive) -> list[str]:
    return [document.id for document in archive.documents()]


def test_in_line(filled: Archive) -> None:
    """After a comparison both agree: nothing is done, nothing is told, and looking again costs nothing."""
    assert not filled.healer.disagreement()
    assert filled.healer.disagreement() is filled.healer.disagreement()
    filled.healer.heal()
    assert (filled.status().healed, filled.search("gratifikasi").unsure) == ("", "")
    assert filled.healer.words() == "sama dengan katalog (5 dokumen)"
    assert filled.findings() == ()


def test_deleted_by_hand(filled: Archive, by_hand: WhooshIndex) -> None:
    """Documents that somebody took out of the index are missed at once, said to be, and put back."""
    by_hand.apply((), ids(filled)[:3])
    report = filled.search("gratifikasi")
    assert report.total == 2 and "belum memuat 3 dokumen" in report.unsure
    assert "3 dokumen belum termuat" in filled.healer.words() and "3 dokumen belum termuat" in filled.findings()[0]
    told: list[tuple[int, int]] = []
    filled.healer.heal(lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (2, 3), (3, 3)]
    report = filled.search("gratifikasi")
    assert (report.total, report.unsure) == (5, "")
    assert filled.status().healed == "3 dokumen ditambahkan" and filled.status().healed_at == filled.now()


def test_an_old_copy_put_back(office: Office, filled: Archive) -> None:
    """An index restored from yesterday, whose documents have other contents and places now, is seen and mended."""
    old = office.settings.home / "kemarin"
    shutil.copytree(office.settings.index / "search", old)
    first, second, *_ = (office.root / document.path for document in filled.documents())
    office.docx(str(first.relative_to(office.root)), "kini tentang maklumat")
    second.rename(second.with_name("I.1.1.2_SK Tim_2024-01.docx"))
    (office.root / "2024/catatan 4.docx").unlink()
    filled.sync()
    filled._index.close()
    shutil.rmtree(office.settings.index / "search")
    shutil.copytree(old, office.settings.index / "search")
    found = filled.healer.disagreement()
    assert (len(found.missing), len(found.stale), len(found.excess)) == (0, 2, 1)
    assert filled.search("maklumat").total == 0 and filled.search("maklumat").unsure
    filled.healer.heal()
    assert (filled.search("maklumat").total, filled.search("kode:I.1.1.2").total) == (1, 1)
    assert filled.status().healed == "2 dokumen diperbarui, 1 dokumen dihapus dari indeks"


def test_a_lost_index(office: Office, filled: Archive) -> None:
    """A deleted index is made anew from the kept texts, and tells how far it is."""
    filled._index.close()
    shutil.rmtree(office.settings.index / "search")
    assert "dibuat ulang dari 5 dokumen" in filled.healer.words()
    told: list[tuple[int, int]] = []
    filled.healer.heal(lambda done, total: told.append((done, total)))
    assert told == [(0, 5), (2, 5), (4, 5)]
    assert (filled.search("gratifikasi").total, filled.status().healed) == (5, "dibuat ulang dari 5 dokumen")


def test_a_segment_deleted_under_an_open_index(office: Office, filled: Archive) -> None:
    """The next file is taken in all the same, and then everything is brought back."""
    assert filled.search("gratifikasi").total == 5
    for segment in (office.settings.index / "search").rglob("*.seg"):
        segment.unlink()
    with pytest.raises(IndexUnusable, match="dibuat sendiri"):
        filled.search("gratifikasi")
    office.docx("2024/catatan baru.docx", "gratifikasi baru")
    filled.sync()
    assert filled.search("gratifikasi").total == 6 and not filled.healer.disagreement()


def test_stopped_between_two_commits(filled: Archive, by_hand: WhooshIndex) -> None:
    """Work that is stopped leaves what is done, and the next goes on where it ended."""
    by_hand.apply((), ids(filled))

    def stop(done: int, total: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        filled.healer.heal(stop)
    assert len(filled.healer.disagreement().missing) == 3
    filled.healer.heal()
    assert filled.search("gratifikasi").total == 5


def test_a_sync_mends_too(filled: Archive, by_hand: WhooshIndex) -> None:
    """Where nothing runs in the background, the next comparison does it."""
    by_hand.apply((), ids(filled)[:1])
    filled.sync()
    assert filled.search("gratifikasi").total == 5 and filled.status().healed == "1 dokumen ditambahkan"


def test_a_damaged_index_is_told(office: Office, filled: Archive) -> None:
    """How the index fares can be said of one that cannot be read, too."""
    filled._index.close()
    (office.settings.index / "search" / "CURRENT").write_text("rusak")
    assert isinstance(filled.healer, Healer) and "belum ada" in filled.healer.words()
