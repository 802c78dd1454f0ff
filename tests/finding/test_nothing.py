"""A search that finds nothing says what would: another spelling, fewer filters, the requirement that was meant."""

import pytest

from tests.finding.small_office import finder_of
from tests.gaps.small import MONTHLY, ONE, document
from ziarchive.reports import Order, SearchReport

REPORT = document(MONTHLY, "2024-03", name="lapor")
TEAM = document(ONE, "2024-01", name="tim")
FINDER = finder_of(
    {
        REPORT: "Laporan pengaduan masyarakat bulan Maret, diadakan rapat",
        TEAM: "Surat keputusan pembentukan tim kerja",
    }
)


def search(box: str) -> SearchReport:
    return FINDER.search(box, 20, 0, Order.RELEVANCE)


@pytest.mark.parametrize(
    ("box", "respelled"),
    [
        ("pengduan", "pengaduan"),
        ("pengadaun masyarkat", "pengaduan masyarakat"),
        ("pengduan ATAU masyarkt", "pengaduan ATAU masyarakat"),
        ("pengduan -tim", "pengaduan -tim"),
        ("pengduan tahun:2024", "pengaduan tahun:2024"),
        ("pengduan tahun:1999", "pengaduan"),
        ("mengadukan masyarkat", "mengadukan masyarakat"),
        ("pengduan kuda", ""),
        ("pengduan keputusan", ""),
        ('"pengduan"', '"pengaduan"'),
        ("tahun:1999", ""),
        ("zzzzzz", ""),
    ],
)
def test_respelled(box: str, respelled: str) -> None:
    """Another spelling is offered only where it finds something; what finds something itself stays as typed."""
    assert search(box).total == 0
    assert search(box).respelled == respelled
    assert not respelled or search(respelled).total > 0


@pytest.mark.parametrize(
    ("box", "lifts"),
    [
        ("pengaduan tahun:1999", {"pengaduan": 1}),
        ("tahun:1999", {"": 2}),
        ("tim -status:terpenuhi", {"tim": 1}),
        ("pengaduan tahun:2024 area:II", {"pengaduan tahun:2024": 1, "pengaduan": 1}),
        ("pengaduan area:II tahun:1999", {"pengaduan": 1}),
        ("pengaduan area:II,III", {"pengaduan": 1}),
        ("pengaduan (area:II ATAU tahun:1999)", {"pengaduan": 1}),
        ("pengaduan periode:2024-03 dari:ocr", {"pengaduan periode:2024-03": 1, "pengaduan": 1}),
        ("kuda tahun:2024", {}),
        ("kuda", {}),
    ],
)
def test_lifts(box: str, lifts: dict[str, int]) -> None:
    """Each filter that hides something can be lifted, and then as many are found as was said."""
    report = search(box)
    assert report.total == 0 and {lift.query: lift.total for lift in report.lifts} == lifts
    assert all(search(lift.query).total == lift.total for lift in report.lifts)


@pytest.mark.parametrize(
    ("box", "codes"),
    [
        ("mutasi", {"I.1.1.4"}),
        ("mutasi tahun:1999", {"I.1.1.4"}),
        ("mutasi kuda", {"I.1.1.4"}),
        ("LAKIN", {"I.2.1.1"}),
        ("tahun:1999", set()),
        ("-rapat -tim", set()),
        ("kuda", set()),
    ],
)
def test_requirements_by_words(box: str, codes: set[str]) -> None:
    """The requirement whose own words are asked for is offered, never one for filters or exclusions alone."""
    report = search(box)
    assert report.total == 0
    assert codes <= {str(one.requirement.code) for one in report.asked} and bool(codes) == bool(report.asked)


def test_no_help_where_there_are_hits() -> None:
    """Who finds something is not told how to find something; neither is who asks nothing."""
    for box in ("pengaduan", ""):
        report = search(box)
        assert report.total and (report.respelled, report.lifts, report.asked) == ("", (), ())
