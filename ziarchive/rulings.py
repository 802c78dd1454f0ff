"""Whether a decision makes sense, and whether who makes it may, before it is written down for good."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ziarchive.decisions import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Decisions,
    Dismissal,
    Freeze,
    Link,
    Note,
    Outcome,
    Renamed,
    Restrict,
    Role,
    SavedSearch,
    SettingChange,
    Unjudge,
    Unrestrict,
    Unwaive,
    Uploaded,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.errors import NotAllowed, UsageError
from ziarchive.model import Code, Period, Plan, Requirement
from ziarchive.naming.periods import render
from ziarchive.plan.schedule import slots
from ziarchive.wording import ROLES

CodesOf = Callable[[str], Collection[Code]]
"""Given a SHA-256, returns the requirements that files of this content count for."""

NAME_LENGTH = 80
TEXT_LENGTH = 2000
"""Of a note, a reason or a question: the ledger forgets nothing, and pages show it whole."""
_TEXTS = ("note", "reason", "text", "question")
_EVERYBODY = frozenset(Role) - {Role.READER}
_OFFICE = frozenset((Role.SECRETARY, Role.IN_CHARGE))
_JUDGES = frozenset((Role.ASSESSOR, Role.HEAD))
_ONE = frozenset((Role.SECRETARY,))
MAY: Mapping[type[Decision], frozenset[Role]] = {
    Link: _OFFICE, Dated: _OFFICE, Waiver: _OFFICE, Unwaive: _OFFICE, Dismissal: _OFFICE, Renamed: _OFFICE,
    Uploaded: _OFFICE,
    Verdict: _JUDGES, Unjudge: _JUDGES, Note: _EVERYBODY, SavedSearch: _EVERYBODY,
    Charge: _ONE, Appoint: _ONE, SettingChange: _ONE, Freeze: _ONE | {Role.HEAD}, Restrict: _ONE, Unrestrict: _ONE,
}  # fmt: skip
"""Who may decide what, once anybody has a role."""


@dataclass(frozen=True, slots=True)
class _Ruler:
    """What a decision is judged by."""

    plan: Plan
    standing: Decisions
    codes_of: CodesOf

    def link(self, made: Link) -> None:
        for code in made.codes:
            self._requirement(code)

    def verdict(self, made: Verdict) -> None:
        self._requirement(made.code)
        if made.code not in self.codes_of(made.sha256) and made.code not in self.standing.links.get(made.sha256, ()):
            raise UsageError(f"Berkas ini tidak dihitung untuk {made.code}. Tautkan dahulu ke bukti itu.")
        if made.outcome is not Outcome.ACCEPTED and not made.note.strip():
            raise UsageError("Tulis catatan: apa yang harus diperbaiki.")

    def waiver(self, made: Waiver) -> None:
        self._slot(made.code, made.period)
        if not made.reason.strip():
            raise UsageError("Alasan kosong. Tulis mengapa bukti ini tidak berlaku.")

    def unwaive(self, made: Unwaive) -> None:
        self._requirement(made.code)
        if (made.code, made.period) not in self.standing.waivers:
            there = [_name(each) for waived, each in self.standing.waivers if waived == made.code]
            raise UsageError(
                f"{made.code} ({_name(made.period)}) tidak sedang dinyatakan tidak berlaku. "
                f"Yang dinyatakan tidak berlaku: {', '.join(there) or 'tidak ada'}."
            )

    def note(self, made: Note) -> None:
        self._slot(made.code, made.period)

    def charge(self, made: Charge) -> None:
        if made.code.is_item or not any(each.code.within(made.code) for each in self.plan.indicators()):
            raise UsageError(f"{made.code} bukan area, komponen atau indikator dalam rencana.")
        if made.person:
            _named(made.person, "orang")

    def appoint(self, made: Appoint) -> None:
        _named(made.person, "orang")
        if Role.SECRETARY not in {**self.standing.roles, made.person: made.role}.values():
            raise UsageError("Harus selalu ada seorang sekretaris, agar ada yang dapat mengatur. Tetapkan dahulu.")

    def restrict(self, made: Restrict) -> None:
        self._requirement(made.code)

    def unrestrict(self, made: Unrestrict) -> None:
        if made.code not in self.standing.restricted:
            raise UsageError(f"{made.code} tidak sedang dibatasi: semua yang masuk dapat melihat buktinya.")

    def uploaded(self, made: Uploaded) -> None:
        self._requirement(made.code)

    def search(self, made: SavedSearch) -> None:
        _named(made.name, "pencarian")

    def freeze(self, made: Freeze) -> None:
        _named(made.name, "putaran")
        if made.name in self.standing.rounds:
            raise UsageError(f"Putaran «{made.name}» sudah dibekukan. Pilih nama lain.")

    def _requirement(self, code: Code) -> Requirement:
        for item in self.plan.requirements():
            if item.code == code:
                return item
        raise UsageError(f"Kode {code} tidak ada dalam rencana. Lihat ziarchive plan show.")

    def _slot(self, code: Code, period: Period | None) -> None:
        item = self._requirement(code)
        known = [slot.period for slot in slots(item, self.plan.year)]
        if period and period not in known:
            names = ", ".join(map(render, known)) or "tidak ada, karena target waktunya tidak terbaca"
            raise UsageError(f"{item.code} tidak punya slot {render(period)}. Slotnya: {names}.")


_RULES: Mapping[type, Callable[[_Ruler, Any], None]] = {
    Link: _Ruler.link, Verdict: _Ruler.verdict, Waiver: _Ruler.waiver, Unwaive: _Ruler.unwaive, Note: _Ruler.note,
    Charge: _Ruler.charge, Appoint: _Ruler.appoint, SavedSearch: _Ruler.search, Freeze: _Ruler.freeze,
    Uploaded: _Ruler.uploaded,
    Restrict: _Ruler.restrict, Unrestrict: _Ruler.unrestrict,
}  # fmt: skip
"""Any value of the other kinds can stand."""


def check(decision: Decision, who: str, plan: Plan, standing: Decisions, codes_of: CodesOf) -> None:
    """Let a decision pass that can stand; `standing` is what holds now.

    Raises `UsageError`, in words, for one that makes no sense, and `NotAllowed` for one that is another's.
    """
    if not who.strip():
        raise UsageError("Nama yang memutuskan kosong. Tulis siapa yang memutuskan, misalnya «Sekretaris».")
    _named(who, "yang memutuskan")
    _allow(decision, who, standing, codes_of)
    _short(decision)
    if rule := _RULES.get(type(decision)):
        rule(_Ruler(plan, standing, codes_of), decision)


def may(role: Role | None, kind: type[Decision]) -> bool:
    """Tell whether a role lets people make decisions of a kind at all; `check` tells of each decision."""
    return role in MAY[kind]


def _allow(decision: Decision, who: str, standing: Decisions, codes_of: CodesOf) -> None:
    if not standing.roles:
        return
    role, allowed = standing.roles.get(who), MAY[type(decision)]
    if isinstance(decision, Verdict | Unjudge) and decision.final:
        allowed = frozenset((Role.HEAD,))
    if role is Role.IN_CHARGE and role in allowed:
        in_charge(_touched(decision, standing, codes_of), who, standing)
    if role in allowed:
        return
    named = ", ".join(ROLES[each] for each in Role if each in allowed)
    has = f"berperan {ROLES[role]}" if role else "belum terdaftar sebagai pengguna"
    raise NotAllowed(f"{who} {has}. Keputusan ini hanya dapat dibuat oleh: {named}.")


def in_charge(codes: Collection[Code], who: str, standing: Decisions) -> None:
    """Let what lies within a person's own parts of the plan pass; raises `NotAllowed`."""
    for code in codes:
        if standing.person(code) != who:
            raise NotAllowed(f"{code} bukan tanggung jawab {who}. Penanggung jawabnya diatur oleh sekretaris.")


def _touched(decision: Decision, standing: Decisions, codes_of: CodesOf) -> Collection[Code]:
    """Return the places in the plan whose evidence a decision changes; a link takes a file away, too."""
    if isinstance(decision, Link | Dated | Renamed):
        held = {*(standing.links.get(decision.sha256) or codes_of(decision.sha256))}
        return sorted(held ^ {*decision.codes} if isinstance(decision, Link) else held, key=str)
    code: Code | None = getattr(decision, "code", None)
    return (code,) if code else ()


def _short(decision: Decision) -> None:
    length = max(len(getattr(decision, name, "")) for name in _TEXTS)
    if length > TEXT_LENGTH:
        raise UsageError(f"Teks ini {length} huruf, paling banyak {TEXT_LENGTH}. Persingkat, lalu ulangi.")


def _named(name: str, what: str) -> None:
    if not name.strip() or len(name) > NAME_LENGTH or not name.isprintable():
        raise UsageError(f"Nama {what} harus berisi 1 sampai {NAME_LENGTH} huruf.")


def _name(period: Period | None) -> str:
    return render(period) if period else "semua slot"
