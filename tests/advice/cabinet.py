"""A cabinet of documents in memory: placed and dated by the real rules from their names and pages."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from ziarchive import gaps
from ziarchive import plan as plans
from ziarchive.advice import Advice, Advised, Adviser, Asked, Before, Weakness
from ziarchive.changes import Known
from ziarchive.decisions import Decisions, Given
from ziarchive.describe import Describer
from ziarchive.gist import Gist
from ziarchive.home import read_plan
from ziarchive.model import Code, Document, Plan, ReadState, Stamp
from ziarchive.ports import Extracted
from ziarchive.settings import Settings

ON = date(2024, 12, 31)
PDF = "application/pdf"


@cache
def plan(home: str) -> tuple[Plan, Describer]:
    settings = Settings(Path(home))
    made = plans.load(read_plan(settings), settings.plan)
    return made, Describer(made)


class Kept(dict[str, Gist]):
    """Gists that outlive an adviser."""

    asked: int = 0

    def of(self, sha256s: Collection[str]) -> Mapping[str, Gist]:
        self.asked += 1
        return {sha256: self[sha256] for sha256 in sha256s if sha256 in self}

    def keep(self, made: Mapping[str, Gist]) -> None:
        self.update(made)


@dataclass
class Cabinet:
    """Documents, and the adviser over them."""

    home: str
    documents: dict[str, Document] = field(default_factory=dict)
    pages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    reads: int = 0
    kept: Kept = field(default_factory=Kept)

    def __post_init__(self) -> None:
        self.adviser = Adviser(self._read, UTC, self.kept)

    def _read(self, document: Document) -> tuple[str, ...]:
        self.reads += 1
        return self.pages[document.sha256]

    def put(
        self,
        path: str,
        *pages: str,
        content: str = "",
        state: ReadState = ReadState.OK,
        media: str = PDF,
        changed: datetime = datetime(2024, 1, 2, tzinfo=UTC),
        given: Given | None = None,
        sure: Sequence[int] = (),
    ) -> Document:
        """Put a file with these pages, or with a named content, at a path; the same path is the same document."""
        sha = sha256((content or f"{path}{pages}").encode()).hexdigest()
        known = Known(
            sha, Stamp(sum(map(len, pages)) + 900 * (state is not ReadState.EMPTY), int(changed.timestamp()) * 10**9)
        )
        read = Extracted(
            state, pages, "" if state is ReadState.OK else "sebab", media, text_from="uji", sure=tuple(sure)
        )
        id = sha256(path.encode()).hexdigest()[:12]
        document = plan(self.home)[1].document(id, path, known, read, given or Given())
        if self.pages.get(sha) != pages:  # the text cache keeps no gist of another text either
            self.kept.pop(sha, None)
        self.documents[id], self.pages[sha] = document, pages
        return document

    def asked(
        self,
        on: date = ON,
        links: Mapping[str, tuple[Code, ...]] | None = None,
        dismissed: Mapping[str, str] | None = None,
        before: Mapping[str, Before] | None = None,
    ) -> Asked:
        found = tuple(self.documents.values())
        report = gaps.report(plan(self.home)[0], found, Decisions(), on)
        return Asked(report, found, links or {}, dismissed or {}, before or {})

    def advised(self, on: date = ON, **more: Mapping) -> Advised:  # type: ignore[type-arg]
        return self.adviser.advise(self.asked(on, **more))

    def kinds(self, on: date = ON, **more: Mapping) -> list[str]:  # type: ignore[type-arg]
        """Return which weaknesses stand, sorted."""
        return sorted(str(each.kind) for each in self.advised(on, **more).standing)

    def only(self, kind: Weakness, on: date = ON, **more: Mapping) -> Advice:  # type: ignore[type-arg]
        (one,) = (each for each in self.advised(on, **more).standing if each.kind is kind)
        return one

    def touch(self, document: Document, mtime_ns: int) -> None:
        self.documents[document.id] = replace(document, stamp=replace(document.stamp, mtime_ns=mtime_ns))
