"""Old Office files are read through LibreOffice, which leaves nothing behind and runs no macro."""

import http.server
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pptx import Presentation

from tests.extract.contract import ExtractorContract
from tests.extract.made import convert
from ziarchive.extract.office import keeper, legacy, libreoffice, ole
from ziarchive.model import ReadState
from ziarchive.ports import Extracted


@pytest.fixture(scope="session")
def doc(odt: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return convert(tmp_path_factory.mktemp("doc"), odt, "doc")


@pytest.fixture(scope="session")
def ppt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ppt")
    show = Presentation()
    for title in ("Rapat Evaluasi", "Rencana"):
        show.slides.add_slide(show.slide_layouts[5]).shapes.title.text = title
    show.save(str(folder / "paparan.pptx"))
    return convert(folder, folder / "paparan.pptx", "ppt")


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where conversions work; whatever a test does, it is empty in the end."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert not list(folder.iterdir())


class TestDoc(ExtractorContract):
    """Old Word files keep their pages."""

    extractor = staticmethod(legacy.extract)
    words = ("Notulen Rapat", "lampiran")

    @pytest.fixture
    def sample(self, doc: Path, tmp_path: Path) -> Path:
        (tmp_path / "surat.doc").write_bytes(doc.read_bytes())
        return tmp_path / "surat.doc"

    @pytest.mark.parametrize("share", [0.1, 0.99])
    # Other arguments than the contract's: the law there draws its cuts, these are given.
    def test_a_damaged_file_is_a_state_with_a_reason(self, sample: Path, share: float) -> None:  # type: ignore[override]
        """Cut anywhere, a file ends in a state; conversions are too slow for the contract's many cuts."""
        raw = sample.read_bytes()
        sample.write_bytes(raw[: int(len(raw) * share)])
        found = legacy.extract(sample)
        assert found.why or found.state is ReadState.OK
        assert not found.state.failed or not any(found.pages)


def test_tells_what_an_old_file_says_of_itself(doc: Path) -> None:
    """The type is the original's, the reader's name tells the way, and the title is kept."""
    found = legacy.extract(doc)
    assert (found.media_type, found.text_from) == ("application/msword", "libreoffice+pdfium")
    assert found.title == "Judul"


def test_reads_old_slides(ppt: Path) -> None:
    """An old presentation gives one page a slide."""
    found = legacy.extract(ppt)
    assert (found.state, found.labels) == (ReadState.OK, ("Salindia 1", "Salindia 2"))
    assert "Evaluasi" in found.pages[0] and "Rencana" in found.pages[1]
    assert found.media_type == "application/vnd.ms-powerpoint"


def test_without_libreoffice_it_says_what_to_install(doc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file has no text yet, and the reason is an instruction."""
    monkeypatch.setattr(legacy, "program", lambda: "")
    found = legacy.extract(doc)
    assert (found.state, found.flags) == (ReadState.NO_TEXT, ("needs_libreoffice",))
    assert found.why.startswith("Pasang LibreOffice, lalu ")


def test_a_locked_document_is_told(doc: Path, tmp_path: Path) -> None:
    """A flag in its first bytes says whether a document is encrypted."""
    raw = bytearray(doc.read_bytes())
    with ole.opened(doc) as file, file.openstream("WordDocument") as content:
        raw[raw.index(content.read(512)) + 11] |= 1
    (tmp_path / "kunci.doc").write_bytes(raw)
    assert legacy.extract(tmp_path / "kunci.doc").state is ReadState.ENCRYPTED


def test_a_locked_presentation_is_told(ppt: Path, tmp_path: Path) -> None:
    """The current user's token says whether a presentation is encrypted."""
    raw = ppt.read_bytes()
    plain, token = b"\x5f\xc0\x91\xe3", b"\xdf\xc4\xd1\xf3"
    assert raw.count(plain) == 1
    (tmp_path / "kunci.ppt").write_bytes(raw.replace(plain, token))
    assert legacy.extract(tmp_path / "kunci.ppt").state is ReadState.ENCRYPTED


def test_what_takes_too_long_is_ended_whole(doc: Path) -> None:
    """On a time-out there is no result, and nothing is left of the program or its scratch folder."""
    with pytest.raises(libreoffice.Unfinished), libreoffice.converted(doc, ".doc", "docx", seconds=0.05):
        pytest.fail("there is no result")


def test_a_late_conversion_is_a_state(doc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A time-out has a reason that says what to do."""

    def late(*args: object) -> Extracted:
        raise libreoffice.Unfinished

    monkeypatch.setattr(libreoffice, "converted", late)
    found = legacy.extract(doc)
    assert found.state is ReadState.TIMED_OUT and "DOCX" in found.why


def test_what_libreoffice_cannot_open_is_corrupt(doc: Path, tmp_path: Path) -> None:
    """Half a document gives no result, and that is said."""
    raw = doc.read_bytes()
    (tmp_path / "rusak.doc").write_bytes(raw[: len(raw) // 2])
    found = legacy.extract(tmp_path / "rusak.doc")
    assert found.state is ReadState.CORRUPT and "LibreOffice" in found.why


PROGRAMS = {
    "it ends at once": "raise SystemExit(1)",
    "it is killed": "import os; os.abort()",
    "it says nothing": "",
}


@pytest.mark.parametrize("code", PROGRAMS.values(), ids=PROGRAMS.keys())
def test_a_broken_libreoffice_is_not_the_files_fault(doc: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Where not even an empty document can be converted, the file waits for a better day, and the reason tells."""
    monkeypatch.setattr(libreoffice, "_command", lambda *_: [sys.executable, "-c", code])
    found = legacy.extract(doc)
    assert (found.state, found.flags) == (ReadState.NO_TEXT, ("needs_libreoffice",))
    assert "dokumen kosong pun gagal" in found.why and "pasang ulang LibreOffice" in found.why


def test_a_libreoffice_that_cannot_be_started_is_told(doc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is a program that is there, but is none."""
    monkeypatch.setattr(libreoffice, "program", lambda: str(doc))
    assert legacy.extract(doc).flags == ("needs_libreoffice",)


def test_without_room_nothing_is_converted(doc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk half a result would look whole; so the file waits until there is room."""
    monkeypatch.setattr(libreoffice, "_FREE", 1 << 60)
    found = legacy.extract(doc)
    assert (found.state, found.flags) == (ReadState.NO_TEXT, ("needs_libreoffice",))
    assert "ruang disk" in found.why and "dicoba lagi" in found.why


def test_a_file_that_ends_libreoffice_is_read_again_on_demand(doc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an empty document is converted, the file is at fault, or the memory: a state that is not kept for good."""
    code = (
        "import os, pathlib, sys; "
        "(os.mkdir('keluar'), pathlib.Path('keluar/masuk.pdf').touch()) if 'fod' in sys.argv[1] else os.abort()"
    )
    monkeypatch.setattr(libreoffice, "_command", lambda *_: [sys.executable, "-c", code])
    found = legacy.extract(doc)
    assert found.state is ReadState.CRASHED and "memori" in found.why


@pytest.mark.usefixtures("doc")
@pytest.mark.parametrize("target", ["pdf", "pptx:Impress MS PowerPoint 2007 XML"])
def test_a_whole_libreoffice_works(target: str) -> None:
    """The trial tells that the program and its parts are there."""
    assert libreoffice.works(target)


@pytest.fixture
def calls() -> Iterator[list[str]]:
    """What a server on this machine is asked; its address stands first."""
    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append("asked")
            self.close_connection = True

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        asked.append(f"http://127.0.0.1:{server.server_port}/x.png")
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield asked
        server.shutdown()
        thread.join()


NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in {
        "office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible", "script": "script",
    }.items()
)  # fmt: skip
FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document {names} xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:ooo="http://openoffice.org/2004/office" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:scripts>
<office:script script:language="ooo:Basic"><ooo:libraries><ooo:library-embedded ooo:name="Standard">
<ooo:module ooo:name="M"><ooo:source-code>Sub Main
Open "{trace}" For Output As #1
Close #1
End Sub</ooo:source-code></ooo:module></ooo:library-embedded></ooo:libraries></office:script>
<office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load"
 xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document" xlink:type="simple"/>
</office:event-listeners></office:scripts><office:body><office:text><text:p>isi makro</text:p><text:p>
<draw:frame svg:width="3cm" svg:height="3cm"><draw:image xlink:href="{address}" xlink:type="simple"
 xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p></office:text></office:body></office:document>"""


@pytest.mark.usefixtures("doc")
def test_runs_no_macro_and_asks_no_server(tmp_path: Path, calls: list[str]) -> None:
    """A document that would write a file and fetch a picture is read, and does neither."""
    trace = tmp_path / "jejak"
    (tmp_path / "makro.fodt").write_text(FLAT.format(names=NAMES, trace=trace, address=calls[0]))
    found = legacy.extract(tmp_path / "makro.fodt")
    assert (found.state, found.text_from) == (ReadState.OK, "libreoffice+pdfium") and "isi makro" in found.pages[0]
    assert not trace.exists() and calls[1:] == []


def test_the_keeper_ends_everything_when_its_worker_dies(scratch: Path, wait_until: Callable[..., None]) -> None:
    """When its input closes, the program and its child are ended, and the scratch folder is gone."""
    work = scratch / "kerja"
    work.mkdir()
    code = (
        "import pathlib, subprocess, sys, time; wait = 'import time; time.sleep(60)'; "
        "child = subprocess.Popen([sys.executable, '-c', wait]); "
        "pathlib.Path('anak').write_text(str(child.pid)); time.sleep(60)"
    )
    script = [sys.executable, "-I", keeper.__file__, "60", str(work), sys.executable, "-c", code]
    with subprocess.Popen(script, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        wait_until(lambda: (work / "anak").is_file() and (work / "anak").read_text())
        child = int((work / "anak").read_text())
        assert psutil.pid_exists(child) and process.stdin
        process.stdin.close()
        wait_until(lambda: process.poll() is not None)
    wait_until(lambda: not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE)
    assert not work.exists()


def test_finds_the_program_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path comes first; where there is none, the answer is empty or one of the usual places."""
    name = "soffice.exe" if os.name == "nt" else "soffice"
    (tmp_path / name).write_text("")
    (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Path(legacy.program()) == tmp_path / name
    monkeypatch.setenv("PATH", "")
    assert not legacy.program() or Path(legacy.program()).is_file()
