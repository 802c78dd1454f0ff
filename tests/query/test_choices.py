"""States and sources are read by their codes and by their Indonesian labels."""

import pytest

from ziarchive.model import State
from ziarchive.query.choices import SOURCES, STATUSES, empty_slot, read_choice
from ziarchive.wording import STATES


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("terpenuhi", "met"),
        ("met", "met"),
        ("Perlu konfirmasi", "to_confirm"),
        ("perlu-konfirmasi", "to_confirm"),
        ("konfirmasi", "to_confirm"),
        ("to_confirm", "to_confirm"),
        ("perbaikan", "fix"),
        ("PERLU_PERBAIKAN", "fix"),
        ("terlambat", "late"),
        ("overdue", "late"),
        ("tidak-berlaku", "waived"),
        ("kotak-masuk", "inbox"),
        ("inbox", "inbox"),
        ("tidak dihitung", "uncounted"),
        ("ocr", None),
        ("segera", None),
        ("", None),
    ],
)
def test_status(text: str, value: str | None) -> None:
    """A state is known by its code and its label, with any joiner."""
    assert read_choice(STATUSES, text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("OCR", "ocr"), ("pindai", "ocr"), ("digital", "digital"), ("teks", "digital"), ("fix", None)]
)
def test_source(text: str, value: str | None) -> None:
    """A source of text is known by its code and what people call it."""
    assert read_choice(SOURCES, text) == value


@pytest.mark.parametrize("state", State)
def test_every_state_is_known(state: State) -> None:
    """Every state of a slot can be asked for, or is told to have no documents; by its code and its label."""
    for text in (state.value, STATES[state]):
        assert (read_choice(STATUSES, text) is None) == (empty_slot(text) is not None)
