"""The exceptions that stop a run; a failure of one file is a value (`model.Rejected`) instead.

    ZiArchiveError
    ├── UsageError          what was asked cannot be understood            (exit 2)
    │   └── NotAllowed      it is for somebody else to decide
    └── CannotRun           the surroundings do not allow it               (exit 3)
        ├── PlanInvalid     the required-evidence list has wrong rows
        ├── SettingsInvalid ziarchive.toml has wrong values
        ├── ArchiveMissing  the evidence folder is gone or cannot be read
        ├── FileMissing     one file of it is gone or must not be opened
        ├── IndexUnusable   index/ is on a network disk, full, read-only or damaged
        │   └── InUse       another ziarchive is writing
        ├── LedgerBroken    the ledger's chain does not hold
        └── PartMissing     a named search engine, extractor or executor is not installed

Every message says what, where, and what to do next, in the user's words (Indonesian).
Messages are turned into output in two places only: `cli.main` and the web's error handler.
"""

from collections.abc import Sequence


class ZiArchiveError(Exception):
    """Root of all errors whose traceback a user need not see."""

    exit_code = 3

    def __init__(self, message: str, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = tuple(problems)
        """One line a finding, shown below the message."""

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"  - {problem}" for problem in self.problems)])


class UsageError(ZiArchiveError):
    """What was asked cannot be understood."""

    exit_code = 2


class NotAllowed(UsageError):
    """It is for somebody else to decide."""


class CannotRun(ZiArchiveError):
    """The surroundings do not allow the work to be done."""


class PlanInvalid(CannotRun):
    """The required-evidence list has wrong rows; `problems` names each."""


class SettingsInvalid(CannotRun):
    """ziarchive.toml has wrong values; `problems` names each."""


class ArchiveMissing(CannotRun):
    """The evidence folder is gone or cannot be read."""


class FileMissing(CannotRun):
    """One file of the evidence folder is gone or must not be opened; all the others are there."""


class IndexUnusable(CannotRun):
    """The index folder is on a network disk, full, read-only or damaged."""


class InUse(IndexUnusable):
    """Another ziarchive is writing."""


class LedgerBroken(CannotRun):
    """The ledger's chain does not hold."""


class PartMissing(CannotRun):
    """A named search engine, extractor or executor is not installed."""
