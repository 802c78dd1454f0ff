"""Due lists as iCalendar (RFC 5545): one all-day event for each open slot, with reminders a week and a day before.

An event is known by its slot and plan, never by a machine: importing a newer file brings the same events up
to date. Events, not tasks, because the calendars of phones show only those.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from ziarchive.agenda.duties import Agenda, Duty
from ziarchive.model import Plan
from ziarchive.naming import periods
from ziarchive.wording import STATES, period_label

PRODUCT = "-//ziarchive//Tenggat bukti//ID"
_REMINDERS = (7, 1)
"""Days before."""
_HOUR = timedelta(hours=8)
"""When reminders ring: not at midnight, when an all-day event begins."""


def calendar(agenda: Agenda, now: datetime) -> bytes:
    """Return a calendar file of the agenda; `now` knows its zone and becomes the events' time stamp."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", f"Tenggat bukti ZI {agenda.plan.year}")
    for share in agenda.shares:
        for duty in share.duties:
            made.add_component(_event(agenda.plan, duty, now.astimezone(UTC)))
    return bytes(made.to_ical())


def _event(plan: Plan, duty: Duty, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{duty.code}-{periods.render(duty.status.slot.period)}@{plan.id}")
    event.add("dtstamp", now)
    event.add("dtstart", duty.due)
    event.add("dtend", duty.due + timedelta(days=1))
    event.add("summary", f"{duty.code} {duty.title} ({period_label(duty.status.slot.period)})")
    event.add("description", "\n".join(_description(duty)))
    event.add("categories", [f"ZI {duty.code.area}"])
    event.add("transp", "TRANSPARENT")
    for days in _REMINDERS:
        if days <= duty.days:
            event.add_component(_alarm(duty, days))
    return event


def _description(duty: Duty) -> Iterator[str]:
    yield f"Keadaan: {STATES[duty.status.state]}"
    if duty.person:
        yield f"Penanggung jawab: {duty.person}"
    yield f"Nama berkas: {duty.file}"
    yield f"Folder: {duty.folder}"


def _alarm(duty: Duty, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{'Besok' if days == 1 else f'{days} hari lagi'}: {duty.code} {duty.title}")
    alarm.add("trigger", _HOUR - timedelta(days=days))
    return alarm
