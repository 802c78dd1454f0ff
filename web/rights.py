"""What each form of the site decides, and who may send it.

`rulings` has the last word on every decision; here a form that its sender may not use is refused before it is
read, and pages leave it out. A form that stands in no row is refused to everybody who has to log in.
"""

from collections.abc import Mapping

from flask import abort, g

from ziarchive import rulings
from ziarchive.decisions import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Dismissal,
    Freeze,
    Link,
    Note,
    Renamed,
    Restrict,
    Role,
    SavedSearch,
    Unrestrict,
    Unwaive,
    Uploaded,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.decisions.coded import KINDS

Kinds = tuple[type[Decision], ...]
EVERY: Kinds = tuple(KINDS.values())
FORMS: Mapping[str, Kinds] = {
    "do_place": (Link,), "do_date": (Dated,), "do_move": (Renamed,), "do_accept": (Link,), "do_waive": (Waiver,),
    "do_unwaive": (Unwaive,), "do_note": (Note,), "do_save_search": (SavedSearch,), "do_charge": (Charge,),
    "do_dismiss": (Dismissal,), "do_undo": EVERY, "do_judge": (Verdict,), "do_freeze": (Freeze,),
    "do_appoint": (Appoint,), "do_upload": (Uploaded,), "do_restrict": (Restrict,), "do_unrestrict": (Unrestrict,),
    "do_user_add": (Appoint,), "do_user_password": (Appoint,), "do_user_remove": (Appoint,),
    "api.place": (Link,), "api.confirm": (Link,), "api.date": (Dated,), "api.waive": (Waiver,),
    "api.unwaive": (Unwaive,), "api.note": (Note,), "api.judge": (Verdict,), "api.undo": EVERY,
}  # fmt: skip
"""The decisions of which a form may make one, by endpoint."""
FREE = frozenset(
    ("do_make", "do_make_json", "do_language", "do_login", "do_logout", "do_name", "do_own_password", "do_theme")
)
"""Forms that decide nothing."""


def may_send(endpoint: str, role: Role | None) -> bool:
    """Tell whether a person of this role may send a form."""
    return endpoint in FREE or any(rulings.may(role, kind) for kind in FORMS.get(endpoint, ()))


def require(kind: type[Decision]) -> None:
    """Refuse a page to who may not make a decision of this kind."""
    if not (g.get("open") or rulings.may(g.get("role"), kind)):
        abort(403)


def kind_of(named: str | Decision) -> type[Decision]:
    """Return the kind of a decision, or of its name in the ledger."""
    return KINDS[named] if isinstance(named, str) else type(named)
