"""The pages of the plan's places: all of them are there, in order, with every slot of the year."""

import re

import pytest

from tests.web.conftest import NOW, Site
from web import areas, months


@pytest.mark.parametrize(("depth", "address"), [(1, "/area/"), (2, "/komponen/"), (3, "/indikator/")])
def test_every_place_has_a_page_and_leads_to_the_next(site: Site, depth: int, address: str) -> None:
    """From the first place "next" leads through all of its kind, and "previous" back."""
    codes = [str(each.code) for each in areas.places(site.archive.plan, depth)]
    at, walked = f"{address}{codes[0]}", [codes[0]]
    while found := re.search(r'rel="next" href="([^"]+)"', page := site.page(at)):
        assert len(walked) == 1 or f'rel="prev" href="{address}{walked[-2]}"' in page
        at = found[1]
        walked.append(at.removeprefix(address))
    assert walked == codes


def test_an_area_shows_each_slot_once(site: Site) -> None:
    """Every slot of an area is a mark that says its state and leads to it."""
    report = site.archive.gaps(NOW.date())
    mine = [one for one in report.slots if str(one.slot.code.area) == "V"]
    page = site.page("/area/V")
    assert len(re.findall(r'href="/bukti/V[\d.]+#slot-', page)) == len(mine)
    assert len(re.findall(r'class="strip"', page)) == len({one.slot.code for one in mine})


def test_a_slot_has_the_address_that_leads_to_it(site: Site) -> None:
    """The mark's address is on the page of the requirement."""
    found = re.search(r'href="(/bukti/[\w.]+)#(slot-[^"]+)"', site.page("/indikator/I.3.1"))
    assert found and f'id="{found[2]}"' in site.page(found[1])


def test_a_strip_keeps_what_has_no_month(site: Site) -> None:
    """No slot is lost: what has no due date stands beside the twelve months."""
    report = site.archive.gaps(NOW.date())
    strips = months.strips(report)
    kept = sum(len(month) for strip in strips for month in strip.months) + sum(len(strip.others) for strip in strips)
    assert kept == len(report.slots)
    assert all(len(strip.months) == 12 for strip in strips)


def test_the_way_up_is_shown(site: Site) -> None:
    """An indicator names the area and the component that hold it, each a link."""
    page = site.page("/indikator/I.3.1")
    assert 'href="/area/I"' in page and 'href="/komponen/I.3"' in page


def test_a_place_of_another_day_stays_there(site: Site) -> None:
    """The links of a page about another day lead on within that day."""
    page = site.page("/area/II?pada=2024-03-01")
    assert 'href="/komponen/II.1?pada=2024-03-01"' in page and "1 Maret 2024" in page


@pytest.mark.parametrize("address", ["/area/XI", "/area/i", "/area/I.1", "/komponen/I", "/indikator/I.1", "/area/'"])
def test_a_place_that_is_not_there_is_not_found(site: Site, address: str) -> None:
    """A code of another depth, or of none, is no page."""
    site.page(address, 404)
