"""How values look on the page."""

from datetime import UTC, date, datetime, timedelta

import pytest

from web.display import ago, due, media_type, size, stale, visible


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0 byte"),
        (999, "999 byte"),
        (1000, "1 KB"),
        (52_580, "53 KB"),
        (12_400_000, "12,4 MB"),
        (3 * 10**13, "30 TB"),
    ],
)
def test_sizes_are_short(value: int, text: str) -> None:
    """Sizes use the decimal comma, and a unit that keeps them short."""
    assert size(value) == text


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("application/pdf", "PDF"),
        ("image/x-odd", "Gambar"),
        ("application/octet-stream", "Jenis berkas tidak dikenal"),
        ("", "Jenis berkas tidak dikenal"),
    ],
)
def test_a_kind_of_file_has_a_name_for_people(name: str, label: str) -> None:
    """No media type is shown raw."""
    assert media_type(name) == label


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-5, "baru saja"),
        (59, "baru saja"),
        (60, "1 menit lalu"),
        (7300, "2 jam lalu"),
        (90_000, "1 hari lalu"),
    ],
)
def test_moments_are_told_by_their_age(seconds: int, text: str) -> None:
    """The largest whole unit; a clock that runs ahead is no future."""
    now = datetime(2024, 7, 10, tzinfo=UTC)
    assert ago(now - timedelta(seconds=seconds), now) == text


def test_a_heartbeat_is_stale_after_two_minutes() -> None:
    """A pause is not an end."""
    now = datetime(2024, 7, 10, tzinfo=UTC)
    assert not stale(now - timedelta(minutes=2), now)
    assert stale(now - timedelta(minutes=3), now)


@pytest.mark.parametrize(
    ("day", "text"),
    [(10, "hari ini"), (12, "2 hari lagi"), (9, "lewat 1 hari")],
)
def test_due_dates_are_told_by_their_distance(day: int, text: str) -> None:
    """Before, on and after the day."""
    assert due(date(2024, 7, day), date(2024, 7, 10)) == text


@pytest.mark.parametrize("sign", ["\n", "\u202e", "\u200b", "\u2066", "\x00", "\ufeff"])
def test_hidden_signs_become_visible(sign: str) -> None:
    """What would hide or turn a name is shown as a replacement sign; letters and spaces stay."""
    assert visible(f"Évaluasi SOP{sign}.pdf") == "Évaluasi SOP\ufffd.pdf"
