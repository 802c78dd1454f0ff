"""What requests may ask and say: the parameters of the address, and the bodies of what is decided."""

from typing import Any

from flask_babel import lazy_gettext as _l
from marshmallow import fields, validate

from web.api.fields import Asked, Chosen, Code, Day, Flag, Patterned, Period, Text, Whole, words
from web.filters import QUESTION
from ziarchive.decisions import Outcome
from ziarchive.model import How, State
from ziarchive.reports import Order
from ziarchive.rulings import TEXT_LENGTH

USUAL, MOST = 50, 200
"""How many rows an answer has unless asked for others, and at most."""
FURTHEST = 100_000
CODES = 20
"""The most requirements that one file is placed at in one go."""
ANY_DEPTH = "0,3"
TOO_MANY: Any = _l("Larik ini terlalu panjang.")


class Nothing(Asked):
    """No parameters."""


class Part(Asked):
    """Which part of a list."""

    limit = Whole(1, MOST, load_default=USUAL, metadata={"description": "How many rows at most."})
    offset = Whole(0, FURTHEST, load_default=0, metadata={"description": "How many rows come before."})


class Search(Part):
    """A question, as in the search box of the site."""

    q = Text(1, QUESTION, required=True, metadata={"description": "See docs/search.md.", "example": "gratifikasi"})
    order = Chosen(*(str(each) for each in Order), load_default=str(Order.RELEVANCE))


class Documents(Part):
    """Which documents; each parameter narrows the list."""

    code = Code(ANY_DEPTH, load_default=None, metadata={"description": "Filed at or below this code."})
    period = Period(load_default=None, metadata={"description": "Of this period; with a code, of this slot."})
    how = Chosen(*(str(each) for each in How), load_default=None)
    kind = Text(0, 100, load_default="", metadata={"description": "SK, Laporan …", "example": "SK"})
    text = Text(0, QUESTION, load_default="", metadata={"description": "Words of path and title.", "example": "tim"})


class Gaps(Asked):
    """Which slots, and as of which day."""

    on = Day(load_default=None, metadata={"description": "As of this day; today."})
    code = Code(ANY_DEPTH, load_default=None, metadata={"description": "At or below this code."})
    state = Chosen(*(str(each) for each in State), load_default=None)


class Slots(Gaps, Part):
    """Which slots, as of which day, and which part of them."""


class Below(Part):
    """Which part of the plan."""

    code = Code(ANY_DEPTH, load_default=None, metadata={"description": "At or below this code."})


class Place(Asked):
    """The requirements that a file counts for."""

    codes = fields.List(
        Code(metadata={"example": "I.1.1.1"}),
        required=True,
        validate=validate.Length(max=CODES, error=TOO_MANY),
        error_messages=words(invalid=_l("Isinya harus sebuah larik kode.")),
        metadata={"description": "All that it counts for from now on; none takes the link back."},
    )
    period = Period(
        load_default=None, allow_none=True, metadata={"description": "Sets the period, too; null leaves it."}
    )


class Confirm(Asked):
    """The suggestion that is right."""

    code = Code(required=True, metadata={"description": "One of the document's suggestions."})


class Date(Asked):
    """The period that a file is of."""

    period = Period(required=True, allow_none=True, metadata={"description": "Null lets name and text say it again."})


class OfSlot(Asked):
    """The slot of a requirement."""

    period = Period(
        load_default=None, allow_none=True, metadata={"description": "The slot's name; null means all of them."}
    )


class Waive(OfSlot):
    """Why a slot does not apply."""

    reason = Patterned(r"^\s*\S[\s\S]*$", TEXT_LENGTH, required=True, metadata={"example": "Tidak ada kegiatan."})


class Unwaive(OfSlot):
    """A slot that applies again."""

    reason = Text(0, TEXT_LENGTH, load_default="")


class Note(OfSlot):
    """A remark on a slot; an empty one takes it away."""

    text = Text(0, TEXT_LENGTH, required=True)


class Verdict(Asked):
    """What an assessor says of a file for a requirement."""

    document = Patterned("^[0-9a-f]{12}$", required=True, metadata={"description": "The id of the document."})
    sha256 = Patterned("^[0-9a-f]{64}$", required=True, metadata={"description": "The content that was looked at."})
    outcome = Chosen(*(str(each) for each in Outcome), required=True)
    note = Text(0, TEXT_LENGTH, load_default="", metadata={"description": "Must be there unless it is accepted."})
    final = Flag(load_default=False, metadata={"description": "The decision of the head of the team."})


class Undo(Asked):
    """Which decisions are taken back."""

    batch = Patterned("^[0-9a-f]{16}$", required=True, metadata={"description": "What a decision was answered with."})
