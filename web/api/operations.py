"""All that the API offers, one row an operation."""

from collections.abc import Iterator

from web.api import answers, questions
from web.api.deciding import Deciding
from web.api.offering import Operation
from web.api.reading import Reading


def operations(read: Reading | type[Reading], decide: Deciding | type[Deciding]) -> Iterator[Operation]:
    """Yield every operation over these views; those of the classes can be told of, but not asked."""
    ask, tell, nothing, decided = questions, answers, questions.Nothing, answers.Decided
    yield from (
        Operation("GET", "/me", read.me, nothing, tell.Me),
        Operation("GET", "/status", read.status, nothing, tell.Status),
        Operation("GET", "/search", read.search, ask.Search, tell.Found),
        Operation("GET", "/documents", read.documents, ask.Documents, tell.Documents),
        Operation("GET", "/documents/<id>", read.document, nothing, tell.Explained),
        Operation("GET", "/documents/<id>/pages", read.pages, ask.Part, tell.Pages),
        Operation("GET", "/documents/<id>/file", read.file, nothing, None),
        Operation("GET", "/gaps", read.gaps, ask.Gaps, tell.Gaps),
        Operation("GET", "/slots", read.slots, ask.Slots, tell.Slots),
        Operation("GET", "/plan", read.plan, nothing, tell.Plan),
        Operation("GET", "/plan/components", read.components, ask.Below, tell.Components),
        Operation("GET", "/plan/indicators", read.indicators, ask.Below, tell.Indicators),
        Operation("GET", "/plan/requirements", read.requirements, ask.Below, tell.Requirements),
        Operation("GET", "/plan/requirements/<code>", read.requirement, nothing, tell.Requirement),
    )
    yield from (
        Operation("POST", "/documents/<id>/place", decide.place, ask.Place, decided),
        Operation("POST", "/documents/<id>/confirm", decide.confirm, ask.Confirm, decided),
        Operation("POST", "/documents/<id>/period", decide.date, ask.Date, decided),
        Operation("POST", "/plan/requirements/<code>/waive", decide.waive, ask.Waive, decided),
        Operation("POST", "/plan/requirements/<code>/unwaive", decide.unwaive, ask.Unwaive, decided),
        Operation("POST", "/plan/requirements/<code>/note", decide.note, ask.Note, decided),
        Operation("POST", "/plan/requirements/<code>/verdict", decide.judge, ask.Verdict, decided),
        Operation("POST", "/undo", decide.undo, ask.Undo, decided),
    )


def written() -> Iterator[str]:
    """Yield a row for the documentation of each operation: how it is asked, with what, and what for."""
    for each in operations(Reading, Deciding):
        asked = ", ".join(f"`{name}`" for name in each.asks().fields)
        about = str(each.view.__doc__).splitlines()[0]
        yield f"| `{each.method} {each.address}` | {asked} | {about} |"
