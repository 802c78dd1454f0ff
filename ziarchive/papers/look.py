"""The colours of the states, on paper always beside the word; dark enough on their ground to be read."""

from collections.abc import Mapping
from dataclasses import dataclass

from ziarchive.model import State

INK = "1C2733"
SOFT = "4F5B66"
LINE = "9AA5AF"
HEAD = "E3E9EE"
BAND = "F3F6F8"


@dataclass(frozen=True, slots=True)
class Look:
    """Six hexadecimal digits each."""

    ink: str
    ground: str


LOOKS: Mapping[State, Look] = {
    State.MET: Look("14532F", "DDF0E4"),
    State.TO_CONFIRM: Look("4B3280", "E9E2F6"),
    State.FIX: Look("6E4200", "FBEACB"),
    State.OVERDUE: Look("8C1A11", "FADCD9"),
    State.DUE_SOON: Look("134A86", "DCE9F8"),
    State.UPCOMING: Look("3F4A54", "ECEFF2"),
    State.OPEN: Look("1F555C", "DDEFF1"),
    State.WAIVED: Look("4A4A4A", "EBEBEB"),
}
