"""Whether a decision makes sense, before it is written down for good."""

from collections.abc import Callable, Collection

from ziarchive.decisions import Decision, Decisions, Link, Unwaive, Verdict, Waiver
from ziarchive.errors import UsageError
from ziarchive.model import Code, Period, Plan, Requirement
from ziarchive.naming.periods import render
from ziarchive.plan.schedule import slots

CodesOf = Callable[[str], Collection[Code]]
"""Given a SHA-256, returns the requirements that files of this content count for."""


def check(decision: Decision, who: str, plan: Plan, standing: Decisions, codes_of: CodesOf) -> None:
    """Raises `UsageError`, in words, unless the decision can stand; `standing` is what holds now."""
    if not who.strip():
        raise UsageError("Nama yang memutuskan kosong. Tulis siapa yang memutuskan, misalnya --who «Sekretaris».")
    match decision:
        case Link(_, codes):
            for code in codes:
                _requirement(plan, code)
        case Verdict(sha256, code):
            _requirement(plan, code)
            if code not in codes_of(sha256) and code not in standing.links.get(sha256, ()):
                raise UsageError(f"Berkas ini tidak dihitung untuk {code}. Tautkan dahulu: ziarchive link.")
        case Waiver(code, period, reason):
            _period(plan, _requirement(plan, code), period)
            if not reason.strip():
                raise UsageError("Alasan kosong. Tulis mengapa bukti ini tidak berlaku, dengan --reason.")
        case Unwaive(code, period):
            _requirement(plan, code)
            _waived(standing, code, period)


def _requirement(plan: Plan, code: Code) -> Requirement:
    for item in plan.requirements():
        if item.code == code:
            return item
    raise UsageError(f"Kode {code} tidak ada dalam rencana. Lihat ziarchive plan show.")


def _period(plan: Plan, item: Requirement, period: Period | None) -> None:
    known = [slot.period for slot in slots(item, plan.year)]
    if period and period not in known:
        names = ", ".join(map(render, known)) or "tidak ada, karena target waktunya tidak terbaca"
        raise UsageError(f"{item.code} tidak punya slot {render(period)}. Slotnya: {names}.")


def _waived(standing: Decisions, code: Code, period: Period | None) -> None:
    if (code, period) not in standing.waivers:
        there = [_name(each) for waived, each in standing.waivers if waived == code]
        raise UsageError(
            f"{code} ({_name(period)}) tidak sedang dinyatakan tidak berlaku. "
            f"Yang dinyatakan tidak berlaku: {', '.join(there) or 'tidak ada'}."
        )


def _name(period: Period | None) -> str:
    return render(period) if period else "semua slot"
