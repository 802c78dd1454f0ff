"""The dashboard: its numbers are those of the lists that it leads to, by page and by JSON."""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.web.conftest import NOW, Site, pdf
from web import months
from web.months import worst
from web.ring import AROUND, ORDER, ring
from ziarchive.model import State

VISIT = Callable[..., Site]


def test_the_matrix_counts_what_the_filtered_list_shows(site: Site) -> None:
    """Every cell of area and month is the number of slots behind its link, and so is the year's."""
    report = site.archive.gaps(NOW.date())
    for band in months.matrix(report):
        for month, cell in enumerate(band.months, 1):
            address = f"/kesenjangan.json?area={band.area.code}&bulan=2024-{month:02}"
            slots = [one for one in site.client.get(address).json["slots"] if one["state"] != "waived"]
            assert (cell.required, cell.met) == (len(slots), sum(one["state"] == "met" for one in slots))
        assert band.year.required == sum(cell.required for cell in band.months)


def test_the_page_says_each_number_in_words(site: Site) -> None:
    """A cell has its numbers, its state in words, and leads to the list of its month."""
    band = months.matrix(site.archive.gaps(NOW.date()))[0]
    cell = band.months[0]
    page = site.page("/dasbor")
    found = re.search(r'href="/\?area=I&amp;bulan=2024-01#rincian" title="([^"]+)">(.*?)</a>', page, re.S)
    assert found and f"{cell.met}/{cell.required}" in found[2] and found[1] in found[2] and "Januari" in found[2]


def test_the_link_to_what_is_overdue_counts_what_it_leads_to(visit: VISIT, demo: Path) -> None:
    """A slot whose file must be fixed is no longer empty, so the list of overdue slots does not count it."""
    site = visit(demo)
    told = re.search(r'href="/\?status=overdue#rincian">([0-9]+) lewat batas waktu</a>', site.page("/dasbor"))
    slots = site.client.get("/kesenjangan.json?status=overdue").json["slots"]
    assert told and int(told[1]) == len(slots) < len(site.client.get("/dasbor.json").json["overdue"])


def test_the_ring_is_whole(site: Site) -> None:
    """Its parts go around once, one for each state with slots, and its text names every number."""
    counts = site.archive.gaps(NOW.date()).totals.counts
    arcs = ring(counts)
    assert [arc.number for arc in arcs] == [counts[state] for state in ORDER if counts[state]]
    assert arcs[-1].start < AROUND and sum(arc.length for arc in arcs) <= AROUND
    described = re.search(r'<desc id="ring-isi">(.*?)</desc>', site.page("/dasbor"), re.S)
    assert described and all(str(arc.number) in described[1] for arc in arcs)


@pytest.mark.parametrize("state", ORDER)
def test_a_ring_of_one_state_has_no_gap(state: State) -> None:
    """All of one state is one whole circle."""
    assert [arc.length for arc in ring(dict.fromkeys(State, 0) | {state: 5})] == [AROUND]


def test_nothing_makes_no_ring() -> None:
    """An empty plan has no parts to draw."""
    assert ring(dict.fromkeys(State, 0)) == []


def test_the_worst_state_is_shown() -> None:
    """One that is late outweighs any that is met; a month without a slot has none."""
    assert worst([State.MET, State.OVERDUE, State.UPCOMING]) is State.OVERDUE
    assert worst([State.MET, State.WAIVED]) is State.MET
    assert worst([]) is None


def test_the_twin_agrees_with_the_agenda(site: Site) -> None:
    """Who owes what, and the deadlines, are the agenda's; the numbers by state are the gap report's."""
    told = site.client.get("/dasbor.json").json
    agenda = site.client.get("/agenda.json").json
    assert sum(one["overdue"] + one["week"] + one["month"] for one in told["owing"]) == sum(agenda["totals"].values())
    assert [one["due"] for one in told["deadlines"]] == sorted(one["due"] for one in told["deadlines"])
    totals = site.client.get("/kesenjangan.json").json["totals"]
    assert all(totals[state] == number for state, number in told["states"].items())


def test_a_file_that_arrives_today_is_shown(home: Path, visit: VISIT, tmp_path: Path) -> None:
    """What was first seen today stands on the dashboard with its place, and yesterday's files do not."""
    copy = tmp_path / "kantor"
    shutil.copytree(home, copy)
    site = visit(copy, datetime(2024, 7, 12, 8, 0, tzinfo=UTC))
    assert site.client.get("/dasbor.json").json["arrived"] == []
    pdf(copy / "archive" / "2024" / "I.3.1.4_Laporan Monev ZI_2024-07.pdf", "Laporan")
    site.archive.sync(lambda done, total: None)
    arrived = site.client.get("/dasbor.json").json["arrived"]
    assert [one["codes"] for one in arrived] == [["I.3.1.4"]]
    assert "I.3.1.4_Laporan Monev ZI_2024-07.pdf" in site.page("/dasbor")


def test_the_next_file_can_be_copied_while_nothing_is_there(visit: VISIT, tmp_path: Path) -> None:
    """An empty archive's pages name the file to bring next and its folder, ready to copy."""
    (tmp_path / "archive").mkdir()
    site = visit(tmp_path)
    name = re.search(r"<code data-copy>([\w.]+_[^<]+\.\w+)</code>", site.page("/dasbor"))
    assert name
    for address in ("/", "/dokumen", "/kotak-masuk", "/riwayat", "/saran-mutu", "/cari?q=apa"):
        assert name[1] in site.page(address), address


def test_after_the_year_the_last_that_passed_is_shown(site: Site) -> None:
    """Where nothing is due any more, the dashboard says so and shows what is late."""
    page = site.page("/dasbor?pada=2025-02-01")
    assert "Tidak ada tenggat lagi" in page and "Lihat akhir tahun rencana" in page


def test_a_day_that_is_none_is_told(site: Site) -> None:
    """The page says what it left out, and the twin refuses."""
    assert "tidak dikenal" in site.page("/dasbor?pada=besok")
    assert site.client.get("/dasbor.json?pada=besok").status_code == 400
