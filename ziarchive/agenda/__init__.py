"""What is due, and what is past its time: per person in charge, as a value and in the forms that offices use.

`duties` picks the open slots out of a gap report and hands them to people, `message` writes them for a
WhatsApp group, `calendar` as iCalendar, `forms` as JSON. `progress` tells how complete the year was on each
of its days, `chart` draws that. No clock, no disk: the day asked about comes with the report.
"""

from ziarchive.agenda.calendar import calendar
from ziarchive.agenda.duties import MONTH, YEAR, Agenda, Band, Duty, Share, agenda, of_person
from ziarchive.agenda.forms import as_json
from ziarchive.agenda.message import NOTHING, message

__all__ = [
    "MONTH", "NOTHING", "YEAR",
    "Agenda", "Band", "Duty", "Share",
    "agenda", "as_json", "calendar", "message", "of_person",
]  # fmt: skip
