"""A record's fields are told as they are."""

from datetime import date

from ziarchive.model import Period
from ziarchive.store.flat import flat


def test_fields_by_name() -> None:
    """Each field is under its name, and what it holds is the same object."""
    period = Period(date(2024, 1, 1), date(2024, 3, 31))
    assert flat(period) == {"start": period.start, "end": period.end}
    assert flat(period)["start"] is period.start
