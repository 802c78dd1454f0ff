"""The inbox as the page shows it: each file with its likely places, and the move that would settle each.

A move is a folder and a name together, since either alone may leave the file where it is in the inbox.
No two files are offered one name in one folder, and none that is there already.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from posixpath import split, splitext

from ziarchive import gaps, status
from ziarchive.model import Code, Document, Plan, Requirement, Suggestion
from ziarchive.naming import skeleton
from ziarchive.naming.periodforms import whole_year
from ziarchive.wording import unplaced_why

COPIES = 99
"""How many copies have a mark of two digits, which is all that a short mark in a name may have."""


class Group(StrEnum):
    """Why a file is on the page."""

    UNSURE = "unsure"
    UNREAD = "unread"
    UNCOUNTED = "uncounted"


@dataclass(frozen=True, slots=True)
class Choice:
    """A suggested place, and the move that would settle it."""

    suggestion: Suggestion
    requirement: Requirement
    folder: str
    """Relative to the archive."""
    name: str
    """Free in that folder."""
    moves: bool
    """The file lies in another folder."""
    renames: bool
    taken: str
    """The name that it would have, were it not there already; else empty."""


@dataclass(frozen=True, slots=True)
class InboxRow:
    document: Document
    group: Group
    why: str
    choices: tuple[Choice, ...] = ()


def inbox(plan: Plan, documents: Sequence[Document]) -> tuple[InboxRow, ...]:
    """Return the files without a certain place, the unreadable ones, and those that count for no slot."""
    movers = _Movers(plan, documents)
    rows = [_unplaced(document, movers) for document in status.inbox(documents)]
    strays = gaps.uncounted(plan, documents)
    for document in documents:
        if found := strays.get(document.id):
            why = "; ".join(f"{one.requirement.code} {one.requirement.title}: {one.document.why}" for one in found)
            rows.append(InboxRow(document, Group.UNCOUNTED, why))
    return tuple(rows)


class Inbox:
    """The rows of the inbox, made anew only when the documents are others: a large inbox takes a while."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._held: tuple[Sequence[Document], tuple[InboxRow, ...]] = ((), ())

    def rows(self, documents: Sequence[Document]) -> tuple[InboxRow, ...]:
        """Return the rows of these documents, which are told from others as an object."""
        held = self._held
        if held[0] is not documents:
            held = self._held = documents, inbox(self._plan, documents)
        return held[1]


def _unplaced(document: Document, movers: "_Movers") -> InboxRow:
    group = Group.UNREAD if document.content.state.failed else Group.UNSURE
    return InboxRow(document, group, unplaced_why(document), movers.choices(document))


class _Movers:
    """Finds where files could go, and remembers what has been offered."""

    def __init__(self, plan: Plan, documents: Sequence[Document]) -> None:
        self._year = plan.year
        self._items: Mapping[Code, Requirement] = {item.code: item for item in plan.requirements()}
        self._folders = skeleton.folders(plan)
        self._taken = {document.path.casefold() for document in documents}
        self._copies = Counter[str]()

    def choices(self, document: Document) -> tuple[Choice, ...]:
        return tuple(
            self._choice(document, each, self._items[each.code])
            for each in document.placement.suggestions
            if each.code in self._items
        )

    def _choice(self, document: Document, suggestion: Suggestion, item: Requirement) -> Choice:
        parent, own = split(document.path)
        period = document.placement.period or document.content.text_period or whole_year(self._year)
        wanted = skeleton.expected_name(item, period, splitext(own)[1].lower())
        folder = self._folders[item.code.indicator]
        name = self._free(folder, wanted, document.path)
        return Choice(
            suggestion=suggestion,
            requirement=item,
            folder=folder,
            name=name,
            moves=folder != parent,
            renames=name != own,
            taken=wanted if name != wanted else "",
        )

    def _free(self, folder: str, name: str, own: str) -> str:
        """Return the name, or it with a mark of a copy, which is read like the name itself."""
        target = free = f"{folder}/{name}"
        stem, suffix = splitext(target)
        while free.casefold() in self._taken and free != own:
            self._copies[target] += 1
            number = self._copies[target] + 1
            mark = f" ({number})" if number <= COPIES else f" - Salinan ({number})"
            free = f"{stem}{mark}{suffix}"
        self._taken.add(free.casefold())
        return split(free)[1]
