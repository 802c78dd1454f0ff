"""How days are called in what people are reminded of."""

from datetime import date

from ziarchive.wording import date_label, number, overdue

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def weekday_label(day: date) -> str:
    """Rabu, 31 Juli 2024."""
    return f"{WEEKDAYS[day.weekday()]}, {date_label(day)}"


def left(days: int) -> str:
    """hari ini, besok, 5 hari lagi, lewat 12 hari."""
    if days < 0:
        return overdue(-days)
    return {0: "hari ini", 1: "besok"}.get(days, f"{number(days)} hari lagi")
