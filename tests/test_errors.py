"""The exception tree."""

import inspect

import pytest

from ziarchive import errors


def tree() -> list[type[errors.ZiArchiveError]]:
    return [each for _, each in inspect.getmembers(errors, inspect.isclass) if each.__module__ == errors.__name__]


@pytest.mark.parametrize("error", tree(), ids=lambda error: error.__name__)
def test_every_error_has_the_root_and_an_exit_code(error: type[errors.ZiArchiveError]) -> None:
    """Each error can be caught by the root, means an exit code, and stands in the drawn tree."""
    assert issubclass(error, errors.ZiArchiveError)
    assert error.exit_code == (2 if issubclass(error, errors.UsageError) else 3)
    assert error.__name__ in (errors.__doc__ or "")


def test_problems_are_lines_below_the_message() -> None:
    """An error with problems lists them one a line."""
    assert str(errors.PlanInvalid("Rencana salah:", ["I.1: kode ganda"])) == "Rencana salah:\n  - I.1: kode ganda"
