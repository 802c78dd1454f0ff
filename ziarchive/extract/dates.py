"""Reads the Date header that mail and saved web pages carry."""

from datetime import date, datetime
from email.utils import parsedate_to_datetime

from ziarchive.wording import date_label


def mail_day(header: str) -> tuple[date, ...]:
    """Return the sender's day; none when the header says nothing sensible."""
    moment = _moment(header)
    return (moment.date(),) if moment else ()


def day_and_time(header: str) -> str:
    """12 Maret 2024 10.15, by the sender's clock; the header itself when it cannot be read."""
    moment = _moment(header)
    return f"{date_label(moment.date())} {moment:%H.%M}" if moment else header


def _moment(header: str) -> datetime | None:
    try:
        return parsedate_to_datetime(header) if header else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
