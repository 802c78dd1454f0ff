"""A report on the built-in plan with an empty archive, and its agenda, with people in charge."""

from datetime import date

from ziarchive import agenda, gaps
from ziarchive import plan as plans
from ziarchive.agenda import Agenda
from ziarchive.decisions import Decisions
from ziarchive.model import Code
from ziarchive.plans import builtin_text

PLAN = plans.load(builtin_text("bpsi-lingtan-2024"), "seed")
MID = date(2024, 7, 1)
PEOPLE = {"I": "Siti Aminah", "I.3": "Budi Santoso", "I.3.1": "Ani", "V": "Drs. Joko"}


def due(on: date = MID, days: int = agenda.MONTH, people: dict[str, str] = PEOPLE) -> Agenda:
    """Return what is due in an empty archive."""
    charged = Decisions(in_charge={Code.of(code): person for code, person in people.items()})
    return agenda.agenda(gaps.report(PLAN, (), charged, on), charged.person, days)
