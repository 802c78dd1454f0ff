"""Every engine finds what it should, or its speed would mean nothing."""

from pathlib import Path

import pytest

from bench.measured import run
from bench.search import records
from bench.search.engine import FIRST, NO_ANSWER
from bench.search.peers import OURS, Peer, engines
from bench.search.records import KINDS, Question, Record
from tests.conftest import missing

AREAS = ("I Manajemen Perubahan", "V Penguatan Pengawasan")
TEXTS = (
    Record(f"2024/{AREAS[0]}/I.4.1.1/I.4.1.1_Rekap absensi_2024-03", "Rekap absensi", 2024, "I", ("mangga rambutan",)),
    Record(f"2023/{AREAS[1]}/V.3.1.4/V.3.1.4_Laporan dumas_2023-03", "Laporan dumas", 2023, "V", ("mangga", "durian")),
)
ANSWERED = (
    Question("common", ("mangga",)),
    Question("rare", ("durian",)),
    Question("and", ("mangga", "durian")),
    Question("phrase", ("mangga", "rambutan")),
    Question("prefix", ("ramb",)),
    Question("filtered", ("mangga",), "tahun:2023"),
    Question("filtered", ("rambutan",), "area:I"),
)
UNANSWERED = (
    Question("common", ("nangka",)),
    Question("rare", ("nangka",)),
    Question("and", ("rambutan", "durian")),
    Question("phrase", ("rambutan", "mangga")),
    Question("prefix", ("nang",)),
    Question("filtered", ("durian",), "tahun:2024"),
    Question("filtered", ("rambutan",), "area:V"),
)


@pytest.fixture(name="peer", params=(OURS, *engines()), ids=lambda peer: peer.name, scope="module")
def peer_fixture(request: pytest.FixtureRequest) -> Peer:
    peer: Peer = request.param
    if not peer.python:
        missing(f"{peer.name} is not installed: {peer.install}")
    return peer


@pytest.fixture(name="index", scope="module")
def index_fixture(peer: Peer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mesin")
    records.write(folder / "texts", TEXTS[:1])
    records.write(folder / "added", TEXTS[1:])
    built = peer.run("build", str(folder / "index"), str(folder / "texts"), *(["files"] if peer is OURS else []))
    assert built.figures["documents"] == [1] and built.figures["seconds"][0] > 0
    added = peer.run("add", str(folder / "index"), str(folder / "added"))
    assert len(added.figures["milliseconds"]) == 1
    return folder / "index"


@pytest.mark.parametrize("how", ["snippets", "plain"])
@pytest.mark.parametrize(
    ("asked", "none"), [(ANSWERED, 0), (UNANSWERED, len(UNANSWERED))], ids=["answered", "unanswered"]
)
def test_what_is_there_is_found(
    peer: Peer, index: Path, tmp_path: Path, how: str, asked: tuple[Question, ...], none: int
) -> None:
    """Built or added, each kind of question finds its document, and nothing else."""
    records.write(tmp_path / "asked", asked)
    figures = peer.run("ask", str(index), str(tmp_path / "asked"), how).figures
    assert figures[NO_ANSWER] == [none]
    assert {*figures} == {*KINDS, FIRST, NO_ANSWER} and len(figures["filtered"]) == 2


def test_ours_knows_the_files_that_were_written(tmp_path: Path) -> None:
    """A comparison of the filled HOME finds nothing to do, so that a running program is soon ready."""
    records.write(tmp_path / "texts", TEXTS)
    OURS.run("build", str(tmp_path / "home"), str(tmp_path / "texts"), "files")
    assert run("bench.ours", "unchanged", str(tmp_path / "home")).figures["documents"] == [len(TEXTS)]
