"""The big office of the browser's bench, small: a plan that is valid and files that find their place."""

from datetime import UTC, datetime
from pathlib import Path

import yaml

from bench.browser import office
from bench.browser.office import Shelf
from tests.bench.browser.conftest import COUNT
from ziarchive import gaps, plan, settings
from ziarchive.archive import Archive
from ziarchive.decisions import Decisions


def test_the_plan_has_five_thousand_slots() -> None:
    """It is read without a complaint, and most of it falls due every month."""
    loaded = plan.load(yaml.safe_dump(office.plan_rows()), office.PLAN)
    assert len(gaps.report(loaded, (), Decisions(), office.ON).slots) == 5_040


def test_every_document_has_a_path_and_a_text_of_its_own() -> None:
    """Also where a slot gets several."""
    shelf = Shelf.of(plan.load(yaml.safe_dump(office.plan_rows()), office.PLAN))
    numbers = range(0, 20_000, 7)
    assert len({shelf.path(number) for number in numbers}) == len({shelf.text(number) for number in numbers})
    assert len({shelf.path(number) for number in numbers}) == len(numbers)


def test_an_office_is_made_once(home: Path) -> None:
    """Nine of ten files count, some wait in the inbox, some cannot be read; the same office is not made again."""
    assert not office.build(home, COUNT)
    with Archive(settings.read(home), lambda: datetime(2024, 7, 10, tzinfo=UTC)) as archive:
        status, totals = archive.status(), archive.gaps(archive.today()).totals
        assert (status.documents, status.inbox) == (COUNT, 5)
        assert archive.standing.decisions().judgements and archive.standing.decisions().in_charge
    assert totals.counts["met"] > 40
