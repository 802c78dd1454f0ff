"""The inbox as the page shows it: each file with its likely places, and the name that would settle each."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from ziarchive.model import Document, Plan, Requirement, Suggestion
from ziarchive.naming import skeleton
from ziarchive.naming.periodforms import whole_year


@dataclass(frozen=True, slots=True)
class Choice:
    """A suggested place."""

    suggestion: Suggestion
    requirement: Requirement
    name: str
    """What to call the file when the suggestion is right."""
    folder: str
    """Where to move it, when it has that name already and only lies in the wrong place; else empty."""


@dataclass(frozen=True, slots=True)
class InboxRow:
    document: Document
    choices: tuple[Choice, ...]


def inbox(plan: Plan, documents: Iterable[Document]) -> tuple[InboxRow, ...]:
    """Return the files without a certain place, each suggestion with the name that would settle it."""
    known = {item.code: item for item in plan.requirements()}
    return tuple(
        InboxRow(
            document,
            tuple(
                _choice(document, one, known[one.code], plan)
                for one in document.placement.suggestions
                if one.code in known
            ),
        )
        for document in documents
    )


def _choice(document: Document, suggestion: Suggestion, item: Requirement, plan: Plan) -> Choice:
    path = PurePosixPath(document.path)
    period = document.placement.period or document.content.text_period or whole_year(plan.year)
    name = skeleton.expected_name(item, period, path.suffix.lower())
    folder = skeleton.folder(plan, item.code, plan.year) if name == path.name else ""
    return Choice(suggestion, item, name, folder)
