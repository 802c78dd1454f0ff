"""Every route for every role: what each gets. A route without a row fails here before it reaches an office."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.conftest import NOW
from tests.web.people import NAMES, Visitor, populate
from web import create_app, rights
from ziarchive.archive import Archive
from ziarchive.decisions import Role
from ziarchive.settings import Settings

CODE, AREA = "I.1.1.1", "I"
READ = dict.fromkeys(Role, 200)
PAGE = {None: 302, **READ}
DATA = {None: 401, **READ}
TOKEN = {None: 401, **dict.fromkeys(Role, 403)}
"""The API decides for tokens alone (`tests/web/api`)."""
SECRETARY = {**dict.fromkeys(Role, 403), Role.SECRETARY: 200}
ANYBODY = dict.fromkeys((None, *Role), 200)
OFFICE, JUDGES = (Role.SECRETARY, Role.IN_CHARGE), (Role.ASSESSOR, Role.HEAD)
WORKERS = (*OFFICE, *JUDGES)


def form(*roles: Role) -> dict[Role | None, int]:
    """A form that these roles may send: it leads on; the others are refused, and who is not in is led to the way in."""
    return {None: 303, **{role: 303 if role in roles else 403 for role in Role}}


ROWS: dict[tuple[str, str], tuple[dict[Role | None, int], str]] = {
    ("GET", "/"): (PAGE, ""),
    ("GET", "/agenda"): (PAGE, ""),
    ("GET", "/agenda.csv"): (DATA, ""),
    ("GET", "/agenda.ics"): (DATA, ""),
    ("GET", "/agenda.json"): (DATA, ""),
    ("GET", "/agenda.txt"): (DATA, ""),
    ("GET", "/akun"): (PAGE, ""),
    ("GET", "/area/<code>"): (PAGE, ""),
    ("GET", "/api/v1/documents"): (DATA, ""),
    ("GET", "/api/v1/documents/<id>"): (DATA, ""),
    ("GET", "/api/v1/documents/<id>/file"): (DATA, ""),
    ("GET", "/api/v1/documents/<id>/pages"): (DATA, ""),
    ("GET", "/api/v1/gaps"): (DATA, ""),
    ("GET", "/api/v1/me"): (DATA, ""),
    ("GET", "/api/v1/openapi.json"): (DATA, ""),
    ("GET", "/api/v1/plan"): (DATA, ""),
    ("GET", "/api/v1/plan/components"): (DATA, ""),
    ("GET", "/api/v1/plan/indicators"): (DATA, ""),
    ("GET", "/api/v1/plan/requirements"): (DATA, ""),
    ("GET", "/api/v1/plan/requirements/<code>"): (DATA, ""),
    ("GET", "/api/v1/search"): (DATA, "?q=tim"),
    ("GET", "/api/v1/slots"): (DATA, ""),
    ("GET", "/api/v1/status"): (DATA, ""),
    ("GET", "/bantuan"): (PAGE, ""),
    ("GET", "/bantuan/gambar/<name>"): (DATA, ""),
    ("GET", "/bantuan/nama"): (PAGE, "?nama=sk.pdf"),
    ("GET", "/bukti/<code>"): (PAGE, ""),
    ("GET", "/cari"): (PAGE, "?q=tim"),
    ("GET", "/cari.csv"): (DATA, "?q=tim"),
    ("GET", "/cari.json"): (DATA, "?q=tim"),
    ("GET", "/dasbor"): (PAGE, ""),
    ("GET", "/dasbor.csv"): (DATA, ""),
    ("GET", "/dasbor.json"): (DATA, ""),
    ("GET", "/dokumen"): (PAGE, ""),
    ("GET", "/dokumen.csv"): (DATA, ""),
    ("GET", "/dokumen.json"): (DATA, ""),
    ("GET", "/dokumen/<id>"): (PAGE, ""),
    ("GET", "/dokumen/<id>/berkas"): (DATA, ""),
    ("GET", "/dokumen/<id>/cuplikan"): (PAGE, "?q=tim"),
    ("GET", "/dokumen/<id>/halaman/<int:number>.png"): (DATA, ""),
    ("GET", "/indikator/<code>"): (PAGE, ""),
    ("GET", "/kesenjangan.<suffix>"): (DATA, ""),
    ("GET", "/kesenjangan.json"): (DATA, ""),
    ("GET", "/komponen/<code>"): (PAGE, ""),
    ("GET", "/kemajuan"): (DATA, ""),
    ("GET", "/kotak-masuk"): (PAGE, ""),
    ("GET", "/kotak-masuk.csv"): (DATA, ""),
    ("GET", "/kotak-masuk.json"): (DATA, ""),
    ("GET", "/laporan"): (PAGE, ""),
    ("GET", "/laporan/buat/<int:number>.json"): ({None: 401, **dict.fromkeys(Role, 404)}, ""),
    ("GET", "/laporan/buat/<int:number>/<name>"): ({None: 401, **dict.fromkeys(Role, 404)}, ""),
    ("GET", "/masuk"): ({None: 200, **dict.fromkeys(Role, 303)}, ""),
    ("GET", "/nilai"): (PAGE, ""),
    ("GET", "/nilai.csv"): (DATA, ""),
    ("GET", "/nilai.json"): (DATA, ""),
    ("GET", "/nilai.xlsx"): (DATA, ""),
    ("GET", "/penilaian"): (PAGE, ""),
    ("GET", "/penilaian.csv"): (DATA, ""),
    ("GET", "/penilaian.json"): (DATA, ""),
    ("GET", "/penilaian/<code>"): (PAGE, ""),
    ("GET", "/pengaturan"): ({None: 302, **dict.fromkeys(Role, 403), Role.SECRETARY: 200}, ""),
    ("GET", "/perkembangan"): (PAGE, ""),
    ("GET", "/perkembangan.csv"): (DATA, ""),
    ("GET", "/perkembangan.json"): (DATA, ""),
    ("GET", "/perubahan"): (DATA, ""),
    ("GET", "/perubahan.json"): (DATA, ""),
    ("GET", "/putaran"): (PAGE, ""),
    ("GET", "/putaran.csv"): (DATA, ""),
    ("GET", "/putaran.json"): (DATA, ""),
    ("GET", "/riwayat"): (PAGE, ""),
    ("GET", "/riwayat/akses"): ({None: 302, **SECRETARY}, ""),
    ("GET", "/riwayat/akses.csv"): ({None: 401, **SECRETARY}, ""),
    ("GET", "/riwayat/akses.json"): ({None: 401, **SECRETARY}, ""),
    ("GET", "/riwayat.csv"): (DATA, ""),
    ("GET", "/riwayat.json"): (DATA, ""),
    ("GET", "/saran-mutu"): (PAGE, ""),
    ("GET", "/saran-mutu.csv"): (DATA, ""),
    ("GET", "/saran-mutu.json"): (DATA, ""),
    ("GET", "/saran.json"): (DATA, "?q=ti"),
    ("GET", "/static/<path:filename>"): (DATA, ""),
    ("GET", "/status"): (PAGE, ""),
    ("GET", "/status.csv"): (DATA, ""),
    ("GET", "/status.json"): (DATA, ""),
    ("GET", "/tim"): (PAGE, ""),
    ("GET", "/tim.csv"): (DATA, ""),
    ("GET", "/tim.json"): (DATA, ""),
    ("POST", "/api/v1/documents/<id>/confirm"): (TOKEN, ""),
    ("POST", "/api/v1/documents/<id>/period"): (TOKEN, ""),
    ("POST", "/api/v1/documents/<id>/place"): (TOKEN, ""),
    ("POST", "/api/v1/plan/requirements/<code>/note"): (TOKEN, ""),
    ("POST", "/api/v1/plan/requirements/<code>/unwaive"): (TOKEN, ""),
    ("POST", "/api/v1/plan/requirements/<code>/verdict"): (TOKEN, ""),
    ("POST", "/api/v1/plan/requirements/<code>/waive"): (TOKEN, ""),
    ("POST", "/api/v1/undo"): (TOKEN, ""),
    ("POST", "/bahasa"): (dict.fromkeys((None, *Role), 303), ""),
    ("POST", "/akun/sandi"): (form(*Role), ""),
    ("POST", "/batal"): (form(*WORKERS), ""),
    ("POST", "/bukti/<code>/unggah.json"): (
        {None: 401, **{role: 415 if role in OFFICE else 403 for role in Role}},
        "",
    ),
    ("POST", "/bukti-lemah/abaikan"): (form(*OFFICE), ""),
    ("POST", "/bukti/batasi"): (form(Role.SECRETARY), ""),
    ("POST", "/bukti/buka"): (form(Role.SECRETARY), ""),
    ("POST", "/cari/simpan"): (form(*WORKERS), ""),
    ("POST", "/dokumen/<id>/periode"): (form(*OFFICE), ""),
    ("POST", "/dokumen/<id>/pindah"): (form(*OFFICE), ""),
    ("POST", "/dokumen/<id>/tempat"): (form(*OFFICE), ""),
    ("POST", "/keluar"): (dict.fromkeys((None, *Role), 303), ""),
    ("POST", "/kotak-masuk/terima"): (form(*OFFICE), ""),
    ("POST", "/laporan/buat"): (form(*Role), ""),
    ("POST", "/laporan/buat.json"): ({None: 401, **dict.fromkeys(Role, 400)}, ""),
    ("POST", "/masuk"): ({None: 401, **dict.fromkeys(Role, 401)}, ""),
    ("POST", "/nama"): (form(*Role), ""),
    ("POST", "/penanggung-jawab"): (form(Role.SECRETARY), ""),
    ("POST", "/pengaturan/keluarkan"): (form(Role.SECRETARY), ""),
    ("POST", "/pengaturan/orang"): (form(Role.SECRETARY), ""),
    ("POST", "/pengaturan/sandi"): (form(Role.SECRETARY), ""),
    ("POST", "/penilaian/<code>/nilai"): (form(*JUDGES), ""),
    ("POST", "/putaran/beku"): (form(Role.SECRETARY, Role.HEAD), ""),
    ("POST", "/slot/berlaku"): (form(*OFFICE), ""),
    ("POST", "/slot/catatan"): (form(*WORKERS), ""),
    ("POST", "/slot/tidak-berlaku"): (form(*OFFICE), ""),
    ("POST", "/tampilan"): (form(*Role), ""),
    ("POST", "/tim/peran"): (form(Role.SECRETARY), ""),
}
"""What somebody who is not in (None) and each role gets, and what is asked.

Forms are sent with nothing in them that can be read.
"""


@pytest.fixture(scope="module")
def archive(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """A copy of the common archive, with one person of each role."""
    copy = tmp_path_factory.mktemp("peran") / "kantor"
    shutil.copytree(home, copy)
    with Archive(Settings(copy, executor="inline", upload=True), lambda: NOW) as opened:
        populate(opened)
        yield opened


@pytest.fixture(scope="module")
def visitors(archive: Archive) -> dict[Role | None, Visitor]:
    """Somebody of each role who is in, and a stranger."""
    app = create_app(archive)
    found: dict[Role | None, Visitor] = {None: Visitor(app)}
    for role, name in NAMES.items():
        found[role] = Visitor(app)
        assert found[role].login(name).status_code == 303
    for address in ("/cari?q=tim", asked(archive, "/dokumen/<id>/halaman/1.png")):
        found[Role.READER].client.get(address).close()  # what stays open from now on is the archive's own
    return found


def routes(archive: Archive) -> set[tuple[str, str]]:
    plain = {'<any("xlsx","docx","pdf","csv","cetak.html"):suffix>': "<suffix>"}
    found = set()
    for rule in create_app(archive).url_map.iter_rules():
        address = rule.rule
        for written, short in plain.items():
            address = address.replace(written, short)
        found |= {(method, address) for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}}
    return found


def asked(archive: Archive, address: str) -> str:
    """Return an address that is there for a route."""
    document = next(each for each in archive.documents() if "I.1.1.1" in each.path)
    values = {
        "/area/<code>": f"/area/{AREA}",
        "/komponen/<code>": "/komponen/I.1",
        "/indikator/<code>": "/indikator/I.1.1",
        "<id>": document.id,
        "<code>": CODE,
        "<int:number>": "1",
        "<suffix>": "csv",
        "<name>": "kesenjangan-1280.png",
    }
    values["<path:filename>"] = "ziarchive.css"
    for name, value in values.items():
        address = address.replace(name, value)
    return address


def test_every_route_has_a_row(archive: Archive) -> None:
    """Who adds a route says here who gets what; a route that is gone has no row."""
    assert {*ROWS} == routes(archive)


def test_every_form_says_what_it_decides(archive: Archive) -> None:
    """A form that stands in no row of `rights` would be refused to everybody."""
    app = create_app(archive)
    sent = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    assert sent == {*rights.FORMS, *rights.FREE}


@pytest.mark.parametrize("role", [None, *Role], ids=lambda role: str(role or "stranger"))
@pytest.mark.parametrize("route", ROWS, ids=" ".join)
def test_each_role_gets_its_own(
    archive: Archive, visitors: dict[Role | None, Visitor], route: tuple[str, str], role: Role | None
) -> None:
    """The answer to each role and to a stranger is the expected one, and such a form decides nothing."""
    method, address = route
    expected, question = ROWS[route]
    visitor = visitors[role] if address not in ("/keluar", "/masuk") or method == "GET" else again(visitors, role)
    before = len(archive.standing.entries())
    if method == "GET":
        answer = visitor.client.get(asked(archive, address) + question)
        answer.close()
    else:
        token = visitor.token("/masuk" if role is None else "/status")
        values = {"csrf_token": token, "lanjut": "/tim", "kode": "?", "periode": "?", "pada": "?"}
        answer = visitor.client.post(asked(archive, address), data=values)
    assert answer.status_code == expected[role]
    assert len(archive.standing.entries()) == before


def again(visitors: dict[Role | None, Visitor], role: Role | None) -> Visitor:
    """Return another browser of the same person, for what ends a session."""
    made = Visitor(visitors[role].app)
    if role:
        made.login(NAMES[role])
    return made
