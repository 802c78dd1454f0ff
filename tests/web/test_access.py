"""Who looked at what and took what away is noted, and the secretary reads it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.conftest import NOW, Site
from tests.web.people import NAMES, Clock, Visitor, populate
from tests.web.test_routes import routes
from web import create_app
from web.access import ACTS
from ziarchive.accesslog import AccessLog, Act, Look
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.settings import Settings

LOOKS = {
    "/dokumen/<id>": Act.VIEW,
    "/dokumen/<id>/berkas": Act.OPEN,
    "/dokumen/<id>/cuplikan?q=tim": Act.TEXT,
    "/dokumen/<id>/halaman/1.png": Act.VIEW,
    "/penilaian/I.1.1.1": Act.VIEW,
    "/api/v1/documents/<id>": Act.VIEW,
    "/api/v1/documents/<id>/pages": Act.TEXT,
    "/api/v1/documents/<id>/file": Act.OPEN,
}
EXPORTS = (
    "/agenda.csv",
    "/agenda.ics",
    "/cari.csv?q=tim",
    "/dasbor.csv",
    "/dokumen.csv",
    "/kesenjangan.cetak.html",
    "/kesenjangan.csv",
    "/kesenjangan.docx",
    "/kesenjangan.pdf",
    "/kesenjangan.xlsx",
    "/kotak-masuk.csv",
    "/nilai.csv",
    "/nilai.xlsx",
    "/penilaian.csv",
    "/perkembangan.csv",
    "/putaran.csv",
    "/riwayat.csv",
    "/riwayat/akses.csv",
    "/saran-mutu.csv",
    "/status.csv",
    "/tim.csv",
)
SILENT = (
    "/",
    "/dokumen",
    "/cari?q=tim",
    "/static/ziarchive.css",
    "/dokumen.json",
    "/dokumen/tidak-ada",
    "/riwayat/akses",
)
DAYS = NOW.date().replace(day=1), NOW.date()


@pytest.fixture
def archive(home: Path, tmp_path: Path) -> Iterator[Archive]:
    """A copy of the common archive, with one person of each role."""
    shutil.copytree(home, tmp_path / "kantor")
    with Archive(Settings(tmp_path / "kantor", executor="inline"), Clock()) as opened:
        populate(opened)
        yield opened


def inside(archive: Archive, role: Role) -> Visitor:
    visitor = Visitor(create_app(archive))
    assert visitor.login(NAMES[role]).status_code == 303
    return visitor


def looks(archive: Archive) -> list[Look]:
    """Return what is noted, the first first."""
    return [*reversed(AccessLog.of(archive.settings).looks(*DAYS))]


def test_every_address_of_a_document_is_noted(archive: Archive) -> None:
    """Who adds an address that hands a document out says what that is."""
    asked = {address.partition("?")[0].replace("/1.png", "/<int:number>.png") for address in LOOKS}
    documents = {address for method, address in routes(archive) if method == "GET" and "<id>" in address}
    assert documents <= asked
    rules = {rule.endpoint for rule in create_app(archive).url_map.iter_rules() if "<id>" in rule.rule}
    assert {*ACTS} <= rules


@pytest.mark.parametrize("address", LOOKS)
def test_a_look_is_noted_once(archive: Archive, address: str) -> None:
    """Who, what and when is noted of a document's page, file, text and picture; a moment later it is the same look."""
    document = next(each for each in archive.documents() if "I.1.1.1" in each.path)
    visitor = inside(archive, Role.READER)
    for _ in range(2):
        visitor.client.get(address.replace("<id>", document.id)).close()
    wanted = Look(archive.now(), NAMES[Role.READER], LOOKS[address], document.path, document.id)
    assert looks(archive) == [wanted]


def test_a_download_is_told_from_a_look(archive: Archive) -> None:
    """A file that the browser does not show is a download."""
    document = next(each for each in archive.documents() if each.path.endswith(".docx"))
    inside(archive, Role.READER).client.get(f"/dokumen/{document.id}/berkas").close()
    assert [look.act for look in looks(archive)] == [Act.DOWNLOAD]


def test_exports_are_noted(archive: Archive) -> None:
    """Every list, report and calendar that is taken away is noted by its address."""
    visitor = inside(archive, Role.SECRETARY)
    for address in EXPORTS:
        with visitor.client.get(address) as answer:
            assert answer.status_code == 200
    assert [(look.act, look.name) for look in looks(archive)] == [
        (Act.EXPORT, address.partition("?")[0]) for address in EXPORTS
    ]


def test_nothing_else_is_noted(archive: Archive) -> None:
    """Lists, styles, and what is not there leave no line."""
    visitor = inside(archive, Role.SECRETARY)
    for address in SILENT:
        visitor.client.get(address).close()
    assert looks(archive) == []


def test_the_secretary_reads_it(archive: Archive) -> None:
    """The page, its CSV and its JSON tell the same and are narrowed by who, document, day and what."""
    document = next(each for each in archive.documents() if "I.1.1.1" in each.path)
    inside(archive, Role.READER).client.get(f"/dokumen/{document.id}").close()
    inside(archive, Role.HEAD).client.get("/dokumen.csv").close()
    secretary = inside(archive, Role.SECRETARY).client
    page = secretary.get("/riwayat/akses").text
    assert page.index(NAMES[Role.HEAD]) < page.index(NAMES[Role.READER])
    assert f'href="/dokumen/{document.id}"' in page
    for question, acts in (
        ("", ["export", "view"]),
        ("?oleh=orang+HEAD", ["export"]),
        (f"?dokumen={document.id}", ["view"]),
        ("?dokumen=sk+tim", ["view"]),
        ("?apa=view", ["view"]),
        ("?tanggal=2024-07-10", ["export", "view"]),
        ("?tanggal=2024-06", []),
    ):
        found = secretary.get(f"/riwayat/akses.json{question}").get_json()
        assert [each["act"] for each in found if "/riwayat/" not in each["path"]] == acts, question
    assert secretary.get("/riwayat/akses.csv").text.splitlines()[0].endswith("waktu,oleh,apa,berkas,id")
    assert secretary.get("/riwayat/akses.json?tanggal=kapan").status_code == 400
    assert "tidak dikenal" in secretary.get("/riwayat/akses?tanggal=kapan&apa=apa").text


def test_an_open_site_notes_the_name_that_was_given(home: Path, visit: Callable[..., Site], tmp_path: Path) -> None:
    """Where nobody logs in a look has the name that somebody gave there, or none; and everybody may read the log."""
    site = visit(shutil.copytree(home, tmp_path / "kantor"))
    document = site.document("I.1.1.1")
    site.page(f"/dokumen/{document.id}")
    assert [look.who for look in looks(site.archive)] == [""]
    assert "tanpa nama" in site.page("/riwayat/akses")


def test_a_log_that_cannot_be_written_stops_nobody(archive: Archive) -> None:
    """The page is shown, and the secretary is told on the status page."""
    (archive.settings.home / "akses").write_text("ini bukan folder")
    document = archive.documents()[0]
    secretary = inside(archive, Role.SECRETARY).client
    assert secretary.get(f"/dokumen/{document.id}").status_code == 200
    assert "Catatan akses" in secretary.get("/status").text
