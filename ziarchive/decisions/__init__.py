"""What people decided, as values, and the state that a history of decisions amounts to.

`made` holds the kinds of decision, `state` what a history of them comes to, `coded` their form in the
ledger, `undone` how one is taken back. The ledger keeps the history; replaying it with `fold` gives the
same state every time.
"""

from ziarchive.decisions.made import (
    Appoint,
    Charge,
    Dated,
    Decision,
    Dismissal,
    Entry,
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
)
from ziarchive.decisions.state import Decisions, Given, Judgement, fold

__all__ = [
    "Appoint", "Charge", "Dated", "Decision", "Decisions", "Dismissal", "Entry", "Freeze", "Given", "Judgement", "Link",
    "Note", "Outcome", "Renamed", "Restrict", "Role", "SavedSearch", "SettingChange", "Unjudge", "Unrestrict",
    "Unwaive", "Uploaded", "Verdict", "Waiver", "fold",
]  # fmt: skip
