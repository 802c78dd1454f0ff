"""The pages about time: due lists per person, and the course of the year."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from web import agenda as pages
from ziarchive import agenda
from ziarchive.agenda import Agenda
from ziarchive.decisions import Charge
from ziarchive.model import Code


@pytest.fixture(name="timed")
def timed_fixture(home: Path, visit: Callable):
    """The site with its pages about time, and people in charge of two areas."""
    site = visit(home)
    if not site.archive.standing.decisions().in_charge:
        for code, person in (("I", "Siti <Aminah>"), ("V", "Joko")):
            site.archive.decide("sekretaris", Charge(Code.of(code), person))
    return site


def due(site, days: int = agenda.MONTH, on: date = date(2024, 7, 10)) -> Agenda:
    return agenda.agenda(site.archive.gaps(on), site.archive.standing.decisions().person, days)


def test_the_page_lists_every_duty_under_its_person(timed) -> None:
    """Each open slot stands there once with its file name, under whoever is in charge; names are escaped."""
    page = timed.page("/agenda")
    found = due(timed)
    assert re.findall(r'<h2 id="p-\d+">(.*?) <small>', page) == [
        share.name.replace("<", "&lt;").replace(">", "&gt;") for share in found.shares
    ]
    assert page.count('<li class="duty">') == found.total
    assert all(duty.file in page for share in found.shares for duty in share.duties)
    assert "<Aminah>" not in page and "style=" not in page


@pytest.mark.parametrize(
    "query", ["", "?pada=2024-10-30", "?hari=7", "?area=V&hari=366", "?orang=joko&pada=2024-03-01"]
)
def test_page_and_twin_answer_the_same_question(timed, query: str) -> None:
    """Day, reach, area and person mean the same on the page and for programs."""
    told = timed.client.get(f"/agenda.json{query}").json
    duties = [duty for share in told["people"] for duty in share["duties"]]
    page = timed.page(f"/agenda{query}")
    assert page.count('<li class="duty">') == len(duties) == sum(told["totals"].values()) > 0


def test_the_twin_has_the_agreed_shape(timed) -> None:
    """The JSON is the one that the command line gives."""
    assert timed.client.get("/agenda.json").json == agenda.as_json(due(timed))
    assert timed.client.get("/agenda.json?pada=2024-10-30").json["on"] == "2024-10-30"


def test_the_text_is_ready_to_paste(timed) -> None:
    """Plain text of one person's duties, also in the page itself."""
    answer = timed.client.get("/agenda.txt?orang=Joko")
    assert answer.content_type.startswith("text/plain")
    assert answer.text == agenda.message(agenda.of_person(due(timed), "Joko"))
    assert "*Joko*" in timed.page("/agenda?orang=Joko").partition("<pre")[2].partition("</pre>")[0]


def test_the_calendar_holds_the_whole_year(timed) -> None:
    """The link on the page gives a file with every open slot up to the year's end; `hari` narrows it."""
    link = re.search(r'href="(/agenda\.ics[^"]*)"', timed.page("/agenda"))
    assert link is not None
    answer = timed.client.get(link[1].replace("&amp;", "&"))
    assert answer.content_type.startswith("text/calendar")
    assert "tenggat.ics" in answer.headers["Content-Disposition"]
    assert len(Calendar.from_ical(answer.data).walk("VEVENT")) == due(timed, agenda.YEAR).total
    some = timed.client.get("/agenda.ics?hari=7").data
    assert len(Calendar.from_ical(some).walk("VEVENT")) == due(timed, 7).total


@pytest.mark.parametrize("query", ["pada=besok", "hari=x", "hari=400", "area=Q", "orang=Tidak+Ada"])
def test_a_wrong_filter_is_told_on_the_page_and_refused_to_programs(timed, query: str) -> None:
    """The page answers as if it were not there and says so; a program gets no other answer than it asked for."""
    assert "Bagian itu diabaikan" in timed.page(f"/agenda?{query}")
    assert timed.client.get(f"/agenda.json?{query}").status_code == 400
    for twin in ("txt", "ics"):
        assert timed.client.get(f"/agenda.{twin}?{query}").status_code == 400


def test_each_person_has_a_sheet_with_boxes_to_tick(timed) -> None:
    """On paper every person starts a page, and every duty has a box; what only a screen needs is gone."""
    css = (Path(pages.__file__).parent / "static" / "agenda.css").read_text(encoding="utf-8")
    printed = css.partition("@media print")[2]
    assert ".share { break-before: page; }" in printed and ".tick { display: block" in printed
    page = timed.page("/agenda")
    assert page.count('class="tick"') == due(timed).total
    assert page.count('class="printed"') == len(due(timed).shares)


def test_without_people_the_lists_go_by_area(visit: Callable, tmp_path: Path) -> None:
    """An office that named nobody yet is told how, and has its areas' lists."""
    (tmp_path / "archive").mkdir()
    site = visit(tmp_path)
    page = site.page("/agenda")
    assert "Belum ada penanggung jawab" in page and '<a href="/tim">atur di Tim</a>' in page
    assert len(re.findall('<section class="share"', page)) == 6
    assert "Tidak ada yang lewat batas waktu" in site.page("/agenda?pada=2024-01-02&hari=1")


def test_the_course_in_numbers_and_in_a_drawing(timed) -> None:
    """The last day's numbers are those of the gap report; the table tells every point of the drawing."""
    told = timed.client.get("/perkembangan.json").json
    totals = timed.archive.gaps(date(2024, 7, 10)).totals
    last = told["points"][-1]
    assert last["on"] == "2024-07-10"
    assert last["completeness"] == round(totals.completeness, 4)
    assert last["year_completeness"] == round(totals.year_completeness, 4)
    page = timed.page("/perkembangan")
    assert page.count('<th scope="row">') == len(told["points"])
    drawing = page.partition('<svg class="chart"')[2].partition("</svg>")[0]
    assert 'role="img"' in drawing and "<title" in drawing and f"{last['due']} slot sudah jatuh tempo" in drawing
    assert "menurut tanggal berkas" in page and "style=" not in page


def test_the_course_as_of_another_day(timed) -> None:
    """`pada` ends the course there, and the area narrows it."""
    told = timed.client.get("/perkembangan.json?pada=2024-03-05&area=I").json
    assert (told["points"][-1]["on"], told["ahead"][0]["on"]) == ("2024-03-05", "2024-03-07")
    assert told["points"][-1]["slots"] == timed.client.get("/kesenjangan.json?area=I").json["totals"]["slots"]
    assert "5 Maret 2024" in timed.page("/perkembangan?pada=2024-03-05")
    assert "belum mulai" in timed.page("/perkembangan?pada=2023-03-05")


def test_the_course_as_a_table(timed) -> None:
    """The CSV has a line a point, under its heading."""
    answer = timed.client.get("/perkembangan.csv")
    heading, *lines = answer.text.removeprefix("\ufeff").splitlines()
    assert heading == "tanggal,jatuh_tempo,terpenuhi,kelengkapan,slot_setahun,terpenuhi_setahun,kelengkapan_setahun"
    assert len(lines) == len(timed.client.get("/perkembangan.json").json["points"])
    assert lines[0].startswith("2024-01-07,0,0,,278,")
    assert timed.client.get("/perkembangan.csv?pada=x").status_code == 400


def test_the_gap_page_tells_apart_what_was_due_before_signing(timed) -> None:
    """The overdue that nobody could have known of in time are counted, and marked where they stand."""
    page = timed.page("/?pada=2024-07-01")
    totals = timed.archive.gaps(date(2024, 7, 1)).totals
    assert f"{totals.before_signing} dari {totals.counts['overdue']} slot yang terlambat" in page
    assert page.count(", sebelum rencana ditandatangani") == totals.before_signing > 0
    assert "sebelum rencana kerja ditandatangani" not in timed.page("/?pada=2024-01-02")


def test_a_long_gone_date_is_told_in_words(home: Path, visit: Callable) -> None:
    """Up to a year after its due date a slot says by how many days; after that nobody counts them."""
    year, later = (visit(home, datetime(year, 12, 30, tzinfo=UTC)).page("/agenda") for year in (2024, 2026))
    assert "lewat 334 hari" in year and "lebih dari setahun" not in year
    assert "lewat lebih dari setahun" in later and not re.search(r"lewat [4-9]\d\d hari", later)
