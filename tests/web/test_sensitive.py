"""What is restricted to some roles is not there for the others: no text, no name, no id, no count, on any address.

Two offices differ in nothing but the files of one restricted requirement and what was decided on them. Whoever may
not see these gets, from either office, the very same answers.
"""

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from tests.web.conftest import NOW, fill, pdf, word
from tests.web.people import NAMES, Visitor, populate
from tests.web.test_routes import routes
from web import create_app, viewing
from ziarchive import sealing
from ziarchive.archive import Archive
from ziarchive.decisions import (
    Charge,
    Dated,
    Decision,
    Dismissal,
    Link,
    Note,
    Outcome,
    Restrict,
    Role,
    Unwaive,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.model import Code
from ziarchive.naming.periodforms import month
from ziarchive.settings import Settings
from ziarchive.viewing import View

CODE = "I.4.1.2"
NAME, WORD = "Zulkarnaen", "kekayaanrahasia"
"""Of a person, in names of files and in what was decided; and a word that only the restricted files hold."""
NAMED, OTHERS = (Role.SECRETARY, Role.ASSESSOR), (Role.IN_CHARGE, Role.HEAD, Role.READER)
NOBODY = "tidak-ada"
Wait = Callable[[Callable[[], object]], None]
NOTHING, THERE, GONE = "nothing", "there", "gone"
"""What an address tells who may see it: nothing of it, the name or the word, or what for others is not there."""

ROWS: dict[str, tuple[str, str]] = {
    "/": ("", THERE),
    "/agenda": ("", NOTHING),
    "/agenda.csv": ("", NOTHING),
    "/agenda.ics": ("", NOTHING),
    "/agenda.json": ("", NOTHING),
    "/agenda.txt": ("", NOTHING),
    "/akun": ("", NOTHING),
    "/api/v1/documents": ("", THERE),
    "/api/v1/documents/<id>": ("", GONE),
    "/api/v1/documents/<id>/file": ("", GONE),
    "/api/v1/documents/<id>/pages": ("", GONE),
    "/api/v1/gaps": ("", NOTHING),
    "/api/v1/me": ("", NOTHING),
    "/api/v1/openapi.json": ("", NOTHING),
    "/api/v1/plan": ("", NOTHING),
    "/api/v1/plan/components": ("", NOTHING),
    "/api/v1/plan/indicators": ("", NOTHING),
    "/api/v1/plan/requirements": ("", NOTHING),
    "/api/v1/plan/requirements/<code>": ("", GONE),
    "/api/v1/search": (f"?q={WORD}", THERE),
    "/api/v1/slots": ("", THERE),
    "/api/v1/status": ("", THERE),
    "/area/<code>": ("", NOTHING),
    "/bantuan": ("", NOTHING),
    "/bantuan/gambar/<name>": ("", NOTHING),
    "/bantuan/nama": ("?nama=sk.pdf", NOTHING),
    "/bukti/<code>": ("", GONE),
    "/cari": (f"?q={WORD}", THERE),
    "/cari.csv": (f"?q={WORD}", THERE),
    "/cari.json": (f"?q={WORD}", THERE),
    "/dasbor": ("", THERE),
    "/dasbor.json": ("", THERE),
    "/dokumen": ("", THERE),
    "/dokumen.csv": ("", THERE),
    "/dokumen.json": ("", THERE),
    "/dokumen/<id>": ("", GONE),
    "/dokumen/<id>/berkas": ("", GONE),
    "/dokumen/<id>/cuplikan": (f"?q={WORD}", GONE),
    "/dokumen/<id>/halaman/<int:number>.png": ("", GONE),
    "/indikator/<code>": ("", NOTHING),
    "/kemajuan": ("", NOTHING),
    "/kesenjangan.<suffix>": ("", THERE),
    "/kesenjangan.json": ("", THERE),
    "/komponen/<code>": ("", NOTHING),
    "/kotak-masuk": ("", THERE),
    "/kotak-masuk.csv": ("", THERE),
    "/kotak-masuk.json": ("", THERE),
    "/laporan": ("", NOTHING),
    "/laporan/binder.json": ("", NOTHING),
    "/laporan/binder.zip": ("", NOTHING),
    "/masuk": ("", NOTHING),
    "/nilai": ("", NOTHING),
    "/nilai.json": ("", NOTHING),
    "/nilai.xlsx": ("", THERE),
    "/pengaturan": ("", NOTHING),
    "/penilaian": ("", NOTHING),
    "/penilaian.csv": ("", THERE),
    "/penilaian.json": ("", THERE),
    "/penilaian/<code>": ("", GONE),
    "/perkembangan": ("", NOTHING),
    "/perkembangan.csv": ("", NOTHING),
    "/perkembangan.json": ("", NOTHING),
    "/perubahan.json": ("", NOTHING),
    "/putaran": ("?nama=Juli", NOTHING),
    "/putaran.csv": ("?nama=Juli", NOTHING),
    "/putaran.json": ("?nama=Juli", NOTHING),
    "/riwayat": ("", THERE),
    "/riwayat.csv": ("", THERE),
    "/riwayat/akses.json": ("", NOTHING),
    "/riwayat/akses.csv": ("", NOTHING),
    "/riwayat/akses": ("", NOTHING),
    "/riwayat.json": ("", THERE),
    "/saran-mutu": ("", THERE),
    "/saran-mutu.csv": ("", THERE),
    "/saran-mutu.json": ("", THERE),
    "/saran.json": (f"?q={WORD[:6]}", THERE),
    "/static/<path:filename>": ("", NOTHING),
    "/status": ("", THERE),
    "/status.json": ("", THERE),
    "/tim": ("", NOTHING),
    "/tim.csv": ("", NOTHING),
    "/tim.json": ("", NOTHING),
}
"""What is asked, and what it tells who may see the restricted files."""
SEALING = frozenset(("preview", "sync", "claim"))
"""What only the whole archive does."""
ENDLESS = frozenset(("/perubahan",))
"""A stream that says only that something changed (`test_live`)."""
QUESTIONS = (
    f"/cari?q={NAME}",
    "/cari.json?q=laporan",
    "/cari.json?q=gratifikasi",
    "/cari.json?q=kekayaanrahasai",
    "/cari.json?q=kekayaanrahasai+OR+rapat",
    "/cari.json?q=kekayaanrahasai+rapat",
    f"/cari.json?q={CODE}",
    "/cari.json?q=lhkpn",
    "/cari.json?q=jenis:laporan",
    "/cari.json?q=status:terlambat",
    "/cari.json?q=rapat&tanpa=1",
    "/cari.json?q=*&urut=date",
    "/saran.json?q=ke",
    "/saran.json?q=zu",
    "/saran.json?q=bukti",
    "/saran.json?q=I.4.1",
    "/dokumen.json?teks=lhkpn",
    f"/dokumen?kode={CODE}",
    "/kotak-masuk?halaman=2",
    f"/?teks={NAME}",
    "/?komponen=I.4",
    "/agenda?hari=366",
    "/kesenjangan.json?pada=2024-12-31",
    "/kesenjangan.csv?status=met",
    "/kesenjangan.docx",
    "/kesenjangan.pdf",
    "/kesenjangan.xlsx",
    "/kesenjangan.cetak.html",
)
"""Other ways to ask for what is hidden, or to have it counted."""


@dataclass(frozen=True)
class Office:
    archive: Archive
    visitors: dict[Role, Visitor]
    secret: str
    """The id of a restricted document; where there is none, of none."""

    def asked(self, address: str) -> str:
        """Return the address of the restricted document or requirement."""
        values = {
            "/area/<code>": "/area/I",
            "/komponen/<code>": "/komponen/I.4",
            "/indikator/<code>": "/indikator/I.4.1",
            "<code>": CODE,
            "<id>": self.secret,
            "<int:number>": "1",
            "<suffix>": "csv",
            "<name>": "kesenjangan-1280.png",
            "<path:filename>": "ziarchive.css",
        }
        for name, value in values.items():
            address = address.replace(name, value)
        return address

    def answer(self, role: Role, address: str) -> tuple[int, str]:
        """Return the status and all that an answer says, without what differs from time to time."""
        with self.visitors[role].client.get(address) as response:
            return response.status_code, self.plain(read(response.data, response.mimetype))

    def plain(self, text: str) -> str:
        """Put the path for the id of each document that is told of, and nothing for what each answer makes anew."""
        text = text.replace(self.secret, NOBODY).replace(str(self.archive.settings.home), "HOME")
        for document in self.archive.documents():
            text = text.replace(document.id, document.path)
        changing = (r'value="[\w.-]{60,}"', r'data-token="[^"]*"', r"\b[0-9a-f]{12}(?:[0-9a-f]{52})?\b")
        packed = (r"Payload-Oxum: \d+", r"Bag-Size: \d+")  # a workbook holds when it was made, packed
        for found in (*changing, *packed):
            text = re.sub(found, "…", text)
        return re.sub(
            r'("?(?:took_ms|last_sync_seconds|seconds)"?: ?)[0-9.]+|[0-9.,]+ (?:ms|detik|milidetik)\b', r"\1…", text
        )


def read(raw: bytes, mimetype: str) -> str:
    """Return the text of a page, a table, a paper, or an archive."""
    if mimetype == "application/pdf":
        with pypdfium2.PdfDocument(raw) as paper:
            return "\n".join(page.get_textpage().get_text_range() for page in paper)
    if zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return "\n".join(
                packed.read(name).decode(errors="replace")
                for name in sorted(packed.namelist())
                if "docProps" not in name
            )
    return raw.decode(errors="replace")


def add_secrets(root: Path) -> None:
    year = root / "2024"
    first = year / "I Manajemen Perubahan" / f"{CODE}_Bukti lapor LHKPN {NAME}_2024-03.pdf"
    pdf(first, f"Laporan harta {WORD} {NAME} gratifikasi tim kerja", "Halaman kedua tentang pengaduan")
    shutil.copy2(first, year / "pindaian.pdf")
    word(year / f"Laporan LHKPN {NAME}.docx", f"Bukti lapor LHKPN {WORD}")
    (year / f"{CODE}_LHKPN {NAME} rusak_2024-05.pdf").write_bytes(b"%PDF-1.7\nrusak sekali")
    (year / f"{CODE}_LHKPN {NAME} tautan_2024-05.pdf").symlink_to(first)


def secret_decisions(archive: Archive) -> list[Decision]:
    code, files = Code.of(CODE), [each for each in archive.documents() if NAME in each.path]
    sha = files[0].sha256
    return [
        Link(sha, (code, Code.of("I.1.1.1"))),
        Dated(sha, month(2024, 3)),
        Verdict(sha, code, Outcome.FIX, f"{NAME} belum tanda tangan", files[0].path),
        Note(code, None, f"{NAME} belum lapor"),
        Waiver(code, None, f"{NAME} cuti"),
        Unwaive(code, None, f"{NAME} kembali"),
        Dismissal("kunci", f"{NAME} memang draf"),
    ]


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, Office]]:
    """The office with the restricted files, and the one without."""
    common = tmp_path_factory.mktemp("sama") / "archive"
    fill(common)
    homes = [tmp_path_factory.mktemp(name) for name in ("dengan", "tanpa")]
    for number, home in enumerate(homes):
        shutil.copytree(common, home / "archive")
        if not number:
            add_secrets(home / "archive")
        with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
            archive.sync()
    with (
        Archive(Settings(homes[0], executor="inline"), lambda: NOW) as one,
        Archive(Settings(homes[1], executor="inline"), lambda: NOW) as two,
    ):
        for archive in (one, two):
            archive.decide("Orang secretary", Note(Code.of("I.1.1.1"), None, "biasa"), batch="b")
            if archive is one:
                for made in secret_decisions(archive):
                    archive.decide("Orang secretary", made, batch="b")
            sealing.freeze(archive, "Juli", "Orang secretary")
            populate(archive)
            archive.decide("Orang secretary", Charge(Code.of("I"), NAMES[Role.IN_CHARGE]))
            archive.decide("Orang secretary", Restrict(Code.of(CODE), (Role.ASSESSOR,)))
        both = office(one), office(two)
        for each in both:  # a worker that draws stays open from now on, and is the archive's own
            each.answer(Role.SECRETARY, each.asked("/dokumen/<id>/halaman/1.png"))
            each.answer(Role.READER, "/cari?q=rapat")
        yield both


def office(archive: Archive) -> Office:
    app, visitors = create_app(archive), {}
    for role, name in NAMES.items():
        visitors[role] = Visitor(app)
        assert visitors[role].login(name).status_code == 303
    found = (each.id for each in archive.documents() if f"LHKPN {NAME}_2024-03" in each.path)
    return Office(archive, visitors, next(found, NOBODY))


def test_every_address_has_a_row(offices: tuple[Office, Office]) -> None:
    """Who adds an address says here what it tells of restricted files; an address that is gone has no row."""
    assert {*ROWS, *ENDLESS} == {address for method, address in routes(offices[0].archive) if method == "GET"}


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("address", ROWS)
def test_others_are_told_nothing(offices: tuple[Office, Office], address: str, role: Role) -> None:
    """Each address answers the same as in an office without the restricted files, and names none of them."""
    full, bare = offices
    question, tells = ROWS[address]
    status, text = full.answer(role, full.asked(address) + question)
    assert (status, text) == bare.answer(role, bare.asked(address) + question)
    assert NAME not in text
    assert WORD not in text or WORD in question  # the box repeats what was asked
    if tells == GONE:
        assert status == 404


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("address", QUESTIONS)
def test_no_question_tells_more(offices: tuple[Office, Office], address: str, role: Role) -> None:
    """Other spellings, filters, facets, completions and papers answer the same in both offices."""
    full, bare = offices
    assert full.answer(role, address) == bare.answer(role, address)


@pytest.mark.parametrize("role", NAMED)
@pytest.mark.parametrize("address", ROWS)
def test_the_named_are_told(offices: tuple[Office, Office], address: str, role: Role) -> None:
    """The secretary and the roles that were named see the files where they stand."""
    question, tells = ROWS[address]
    status, text = offices[0].answer(role, offices[0].asked(address) + question)
    if tells == GONE:
        assert status == 200
    elif tells == THERE:
        assert NAME in text or WORD in text.replace(question, "")


def test_nothing_can_be_decided_on_it(offices: tuple[Office, Office]) -> None:
    """Whoever may not see a restricted requirement is told that it is not there, and decides nothing on it."""
    full = offices[0]
    other = next(each for each in full.archive.documents() if "I.1.1.1" in each.path)
    before = len(full.archive.standing.entries())
    for address, fields in (
        ("/dokumen/<id>/tempat", {"kode": "I.1.1.1"}),
        ("/dokumen/<id>/periode", {"periode": "2024-01"}),
        ("/kotak-masuk/terima", {"id": "<id>"}),
        ("/bukti/<code>/unggah.json?periode=2024", {}),
    ):
        tried = {name: full.asked(value) for name, value in fields.items()}
        unknown = {name: value.replace("<id>", NOBODY) for name, value in fields.items()}
        answers = (
            full.visitors[Role.IN_CHARGE].send(full.asked(address), **tried),
            full.visitors[Role.IN_CHARGE].send(address.replace("<id>", NOBODY).replace("<code>", "I.9.9.9"), **unknown),
        )
        assert answers[0].status_code == answers[1].status_code, address
    for address, fields in (
        (f"/dokumen/{other.id}/tempat?isi={other.sha256}", {"kode": CODE}),
        ("/slot/catatan", {"kode": CODE, "periode": "", "teks": "?"}),
        ("/slot/tidak-berlaku", {"kode": CODE, "periode": "", "teks": "?"}),
    ):
        visitor = full.visitors[Role.IN_CHARGE]
        visitor.send(address, **fields)
        said = re.findall(r"<p class=\"notice bad[^>]*>([^<]*)", visitor.client.get("/status").text)
        assert said[-1] == f"Kode {CODE} tidak ada dalam rencana. Lihat ziarchive plan show.", address
    judged = full.visitors[Role.HEAD].send(full.asked("/penilaian/<code>/nilai"), berkas=full.secret, hasil="accepted")
    assert judged.status_code == 404
    assert len(full.archive.standing.entries()) == before


def test_a_binder_holds_what_is_seen(offices: tuple[Office, Office], wait_until: Wait) -> None:
    """A binder is made for who asked: with the restricted files for a named role, else as in the other office."""
    made = []
    for each, role in ((offices[0], Role.ASSESSOR), (offices[0], Role.READER), (offices[1], Role.READER)):
        visitor = each.visitors[role]
        visitor.send("/laporan/binder", page="/laporan", area="I")
        wait_until(lambda visitor=visitor: visitor.client.get("/laporan/binder.json").json["stage"] == "done")
        with visitor.client.get("/laporan/binder.zip") as answer, zipfile.ZipFile(io.BytesIO(answer.data)) as packed:
            made.append((packed.namelist(), each.plain(read(answer.data, "application/zip"))))
    named, full, bare = made
    assert any(NAME in name for name in named[0])
    assert full == bare
    assert not any(NAME in name for name in full[0])
    assert WORD not in full[1]


def test_a_view_offers_what_the_site_asks() -> None:
    """Whatever a page asks of the archive, or what it calls with it does, is there for who may not see everything."""
    view = {*dir(View), "plan", "settings", "now", "gists", "seen", "standing", "healer", "finder"}
    asked = {
        found
        for file in Path(viewing.__file__).parent.rglob("*.py")
        for found in re.findall(r"\b_?archive\.([a-z]\w*)", file.read_text(encoding="utf-8"))
    }
    offered = {name for name in (*dir(Archive), "plan", "settings", "now") if not name.startswith("_")}
    assert (asked & offered) - view - SEALING == set()
