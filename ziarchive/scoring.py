"""The estimate for one open archive: reads the regulation that HOME uses, and hands over what assessors decided."""

from collections import defaultdict
from datetime import date

from ziarchive import lke
from ziarchive.archive import Archive
from ziarchive.decisions import Decisions, Outcome
from ziarchive.errors import SettingsInvalid
from ziarchive.gaps import GapReport
from ziarchive.lke import Accepted, Regulation, Score
from ziarchive.lke.sheet import heading, lines
from ziarchive.lke.workbook import workbook
from ziarchive.model import Code
from ziarchive.naming import skeleton
from ziarchive.settings import Settings


class Scoring:
    """Keep one for as long as the archive is open: it reads the regulation once. Any thread may ask."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._folders = skeleton.folders(archive.plan)
        self._regulation: Regulation | None = None
        self._told: tuple[GapReport, Decisions, Score] | None = None

    def on(self, day: date) -> Score:
        """Return the estimate as of a date, with the files known now: the same object while nothing changed.

        Raises `SettingsInvalid` when the regulation's file cannot be used.
        """
        decisions, report = self._archive.standing.decisions(), self._archive.gaps(day)
        told = self._told
        if told is None or told[0] is not report or told[1] is not decisions:
            regulation = self._regulation = self._regulation or regulation_of(self._archive.settings)
            found = lke.score(regulation, report, _accepted(self._archive, decisions), self._folders)
            told = self._told = report, decisions, found
        return told[2]


def sheet_of(score: Score) -> bytes:
    """Return the estimate as an XLSX file in the shape of the LKE."""
    return workbook(heading(score), lines(score))


def regulation_of(settings: Settings) -> Regulation:
    """Return the regulation of the setting `lke`: a file in HOME, or a built-in one's name."""
    file = settings.home / settings.lke
    try:
        text = file.read_text(encoding="utf-8-sig") if file.is_file() else lke.builtin_text(settings.lke)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsInvalid(f"Tabel bobot LKE {file} tidak dapat dibaca: {error}.") from error
    return lke.load(text, settings.lke)


def _accepted(archive: Archive, decisions: Decisions) -> Accepted:
    """Return what tells whether assessors accepted a document for a requirement: its content as it is now."""
    contents = _contents(decisions)

    def accepted(code: Code, id: str) -> bool:
        wanted = contents.get(code)
        document = archive.document(id) if wanted else None
        return bool(wanted and document and document.sha256 in wanted)

    return accepted


def _contents(decisions: Decisions) -> dict[Code, set[str]]:
    """Return the SHA-256 of what was accepted, by requirement: no lookup where nothing was."""
    found: defaultdict[Code, set[str]] = defaultdict(set)
    for (sha256, code), judgement in decisions.judgements.items():
        if judgement.standing and judgement.standing.outcome is Outcome.ACCEPTED:
            found[code].add(sha256)
    return dict(found)
