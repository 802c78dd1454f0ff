"""The ledger over the archive's files is the whole truth: what is derived can be deleted, and comes back the same."""

import shutil
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import make_docx
from ziarchive.archive import Archive
from ziarchive.decisions import Charge, Dated, Decision, Link, Note, Outcome, Unjudge, Verdict, Waiver
from ziarchive.errors import UsageError
from ziarchive.gaps import GapReport
from ziarchive.model import Code, Document
from ziarchive.naming.periodforms import month
from ziarchive.settings import Settings

ON = date(2024, 7, 15)
NAMES = ("I.1.1.2_SK Tim Zona Integritas_2024-01.docx", "entah.docx", "I.4.1.2_Bukti lapor LHKPN.docx")
CODES = tuple(map(Code.of, ("I.1.1.2", "I.4.1.2", "III.4.3.2")))

codes = st.sampled_from(CODES)
periods = st.none() | st.sampled_from([month(2024, 1), month(2024, 2)])
files = st.sampled_from(range(len(NAMES)))
histories = st.lists(
    st.one_of(
        st.tuples(st.just(Link), files, st.lists(codes, unique=True, max_size=2).map(tuple)),
        st.tuples(st.just(Dated), files, periods),
        st.tuples(st.just(Verdict), files, codes, st.sampled_from(Outcome), st.just("x"), st.sampled_from(NAMES)),
        st.tuples(st.just(Unjudge), files, codes),
        st.tuples(st.just(Waiver), codes, st.none(), st.just("alasan")),
        st.tuples(st.just(Note), codes, st.none(), st.sampled_from(["", "catatan"])),
        st.tuples(st.just(Charge), st.sampled_from([CODES[0].area, CODES[2].indicator]), st.sampled_from(["", "Ani"])),
    ),
    max_size=8,
)


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A read-only archive of three files, whose texts are known."""
    home = tmp_path_factory.mktemp("replay")
    for at, name in enumerate(NAMES):
        make_docx(home / "archive" / name, f"isi berkas {at}")
    (home / "archive").chmod(stat.S_IREAD | stat.S_IEXEC)
    with opened(Settings(home, executor="inline")) as archive:
        archive.sync()
    return Settings(home, executor="inline")


def opened(settings: Settings) -> Archive:
    return Archive(settings, lambda: datetime(2024, 7, 15, 9, tzinfo=UTC))


def state(archive: Archive) -> tuple[tuple[Document, ...], GapReport]:
    return archive.documents(), archive.gaps(ON)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories)
def test_what_is_derived_comes_back_the_same(
    read_once: Settings, tmp_path_factory: pytest.TempPathFactory, history: list[tuple[object, ...]]
) -> None:
    """After any history, deleting index/ and reading the archive and the ledger again gives the same state."""
    home = tmp_path_factory.mktemp("home")
    (home / "index").mkdir()
    kept = home / "texts.sqlite"
    shutil.copy(read_once.index / "texts.sqlite", kept)
    settings = Settings(home, executor="inline", archive_folder=str(read_once.archive))
    shutil.copy(kept, settings.index)
    with opened(settings) as archive:
        archive.sync()
        shas = {document.path: document.sha256 for document in archive.documents()}
        for kind, *values in history:
            of_file = kind in (Link, Dated, Verdict, Unjudge)
            decision: Decision = kind(shas[NAMES[values[0]]], *values[1:]) if of_file else kind(*values)  # type: ignore
            try:
                archive.decide("Sari", decision)
            except UsageError:
                continue  # a verdict on a file that does not count for the requirement
        before = state(archive)
    _replayed(settings, kept, before)


def _replayed(settings: Settings, texts: Path, before: tuple[tuple[Document, ...], GapReport]) -> None:
    for entry in settings.index.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    shutil.copy(texts, settings.index)
    with opened(settings) as archive:
        archive.sync()
        assert state(archive) == before
