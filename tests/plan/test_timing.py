"""A document's own words and nature decide when it is due, where they say more than the printed target."""

import pytest

from ziarchive.model import Cadence
from ziarchive.plan import schedule, timing
from ziarchive.plan.heads import tell

YEAR = "Januari s.d. Desember 2024"
TWICE = "Juli dan Desember 2024"


@pytest.mark.parametrize(
    ("title", "action", "target", "cadence"),
    [
        ("Laporan bulanan", "", YEAR, Cadence.MONTHLY),
        ("Rekap per triwulan", "", YEAR, Cadence.QUARTERLY),
        ("Laporan setiap semester", "", "Juni dan Desember 2024", Cadence.DATED),
        ("Laporan triwulan I", "", YEAR, Cadence.WINDOW),
        ("Rencana kerja tahunan", "", "Januari 2024", Cadence.DATED),
        ("Rekap tahunan", "", YEAR, Cadence.ONCE),
        ("Berita acara bila ada perubahan", "", YEAR, Cadence.EVENT),
        ("Laporan UPG", "Membuat laporan UPG setiap bulan", YEAR, Cadence.MONTHLY),
        ("Laporan UPG", "Membuat laporan UPG dan rapat setiap bulan", YEAR, Cadence.WINDOW),
        ("SOP layanan", "", YEAR, Cadence.ONCE),
        ("SOP layanan", "", TWICE, Cadence.ONCE),
        ("SOP layanan", "", "Juli 2024", Cadence.DATED),
        ("SK mutasi pegawai", "", YEAR, Cadence.EVENT),
        ("SK mutasi pegawai", "", "Juli 2024", Cadence.DATED),
        ("Bukti lapor LHKPN", "", YEAR, Cadence.ONCE),
        ("Notulen rapat ISO", "", YEAR, Cadence.WINDOW),
        ("Laporan kegiatan", "", TWICE, Cadence.DATED),
    ],
)
def test_when_a_document_is_due(title: str, action: str, target: str, cadence: Cadence) -> None:
    """The cadence is the wanted one, and a reason stands where it is not the printed one."""
    printed = schedule.parse_target(target, 2024)
    due = timing.due(title, tell(title), action, printed, 2024)
    assert due.schedule and due.schedule.cadence is cadence
    assert bool(due.why) is (due.schedule != printed)


def test_an_unread_target_gives_no_date_by_nature() -> None:
    """What a document is does not say when it is due; only its own words do."""
    assert timing.due("SK Tim", tell("SK Tim"), "", None, 2024).schedule is None
    monthly = timing.due("Laporan bulanan", tell("Laporan bulanan"), "", None, 2024).schedule
    assert monthly and monthly.cadence is Cadence.MONTHLY
