"""The page of the estimate, its JSON twin and its sheet."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from tests.lke.estimate import SMALL_TEXT
from web import create_app
from ziarchive import lke
from ziarchive.archive import Archive
from ziarchive.decisions import Outcome, Verdict
from ziarchive.lke.words import points, points_up
from ziarchive.model import Code
from ziarchive.scoring import Scoring

NOW = datetime(2024, 7, 10, 9, 0, tzinfo=UTC)
DAY = NOW.date()


def client_of(archive: Archive) -> FlaskClient:
    """Return a browser on an archive of one's own."""
    return create_app(archive).test_client()


@pytest.fixture(name="scored")
def scored_fixture(home: Path, visit: Callable):
    """The site with the page of the estimate."""
    site = visit(home)
    return replace(site, client=client_of(site.archive))


def test_the_page_says_that_it_is_an_estimate(scored) -> None:
    """Plainly, above everything else, with regulation and day."""
    page = scored.page("/nilai")
    assert "<strong>Perkiraan kesiapan dokumen, bukan nilai resmi.</strong>" in page
    assert "Nomor 90 Tahun 2021" in page and "10 Juli 2024" in page
    assert "style=" not in page and "<script>" not in page


def test_the_numbers_are_those_of_the_estimate(scored) -> None:
    """The four marks and what lies outside, then every gate at both predicates."""
    page = scored.page("/nilai")
    found = Scoring(scored.archive).on(DAY)
    figures = re.findall(r"<dd>([\d,]+)</dd>", page)
    marks = [*map(points, found.total.points.all), points_up(found.total.outside)]
    assert figures == marks
    assert float(found.total.points.supported) > 0
    gates = page.partition('<table class="gates')[2].partition("</table>")[0]
    assert re.findall(r"<strong>([\d,]+)</strong>", gates) == [
        points(level.needed) for gate in found.gates for level in gate.levels
    ]
    assert gates.count("Tidak ada dalam rencana ini") == 8


def test_the_documents_that_lift_most(scored) -> None:
    """Each with code, points, file name and folder, and a way to its page."""
    page = scored.page("/nilai").partition('<ol class="lifts">')[2].partition("</ol>")[0]
    found = Scoring(scored.archive).on(DAY)
    assert page.count('<li class="lift">') == len(found.lifts)
    for lift in found.lifts:
        assert f"+{points(lift.points)}" in page
        for each in lift.missing:
            assert each.file in page and each.folder in page and f"/bukti/{each.status.slot.code}" in page


def test_every_item_stands_on_the_page(scored) -> None:
    """Those that are estimated with their answers by area, the others under what is outside."""
    page = scored.page("/nilai")
    inside, outside = page.partition('<h2 id="luar">')[::2]
    for each in Scoring(scored.archive).on(DAY).items:
        where = outside if each.outside else inside
        assert re.search(rf"{re.escape(each.item.code)}\b", where), each.item.code
    assert outside.count("seluruh komponen") == 22


def test_an_accepted_document_counts_at_least(scored) -> None:
    """A verdict raises what is accepted; taking the page's word, at once."""
    document = scored.document("I.1.1.1_SK tim kerja")
    before = scored.client.get("/nilai.json").json["items"][0]["slots"]
    scored.archive.decide("penilai", Verdict(document.sha256, Code.of("I.1.1.1"), Outcome.ACCEPTED, ""))
    after = scored.client.get("/nilai.json").json["items"][0]["slots"]
    assert (before["accepted"], after["accepted"]) == (0, 1)


def test_page_twin_and_sheet_answer_as_of_a_day(scored) -> None:
    """`pada` means the same to all three; today is the default."""
    early = scored.client.get("/nilai.json?pada=2024-01-02").json
    assert early == lke.as_json(Scoring(scored.archive).on(date(2024, 1, 2)))
    assert early["total"]["points"]["possible"] > scored.client.get("/nilai.json").json["total"]["points"]["possible"]
    assert "2 Januari 2024" in scored.page("/nilai?pada=2024-01-02")
    answer = scored.client.get("/nilai.xlsx?pada=2024-01-02")
    assert 'filename="LKE 2024 per 2024-01-02.xlsx"' in answer.headers["Content-Disposition"]
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.data)).get_sheet_by_index(0).to_python()
    assert "2 Januari 2024" in str(rows[1][0]) and len(rows) == 118


def test_a_wrong_day_is_told_on_the_page_and_refused_to_programs(scored) -> None:
    """The page answers as of today and says so; a program gets no other answer than it asked for."""
    assert "Bagian itu diabaikan" in scored.page("/nilai?pada=kemarin")
    assert scored.client.get("/nilai.json?pada=kemarin").status_code == 400
    assert scored.client.get("/nilai.xlsx?pada=kemarin").status_code == 400


def test_another_regulation_may_know_nothing_of_the_plan(visit: Callable, tmp_path: Path) -> None:
    """LKE codes that it lacks are named; without a gate or a lift the page has none."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "lain.yaml").write_text(re.sub(r"(?s)gates:.*?components:", "gates: []\ncomponents:", SMALL_TEXT))
    settings = replace(visit(tmp_path).archive.settings, lke="lain.yaml")
    with Archive(settings, lambda: NOW) as archive:
        page = client_of(archive).get("/nilai").text
    assert "Kode LKE pada rencana kerja yang tidak ada" in page and "A.I.1.i.a" in page
    assert "Tidak ada: semua yang dapat dipenuhi" in page
    assert 'id="minimal"' not in page


def test_a_regulation_that_cannot_be_used_stops_only_this_page(visit: Callable, tmp_path: Path) -> None:
    """The page says what is wrong; the others answer."""
    (tmp_path / "archive").mkdir()
    settings = replace(visit(tmp_path).archive.settings, lke="lupa")
    with Archive(settings, lambda: NOW) as archive:
        client = client_of(archive)
        answer = client.get("/nilai")
        assert answer.status_code == 503 and "«lupa»" in answer.text
        assert client.get("/").status_code == 200
