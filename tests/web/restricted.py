"""Two offices that differ only in evidence that is restricted, and every way to ask them."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from tests.web.conftest import pdf, word
from tests.web.people import Visitor
from ziarchive.archive import Archive
from ziarchive.decisions import (
    Dated,
    Decision,
    Dismissal,
    Link,
    Note,
    Outcome,
    Role,
    Unwaive,
    Verdict,
    Waiver,
)  # fmt: skip
from ziarchive.model import Code
from ziarchive.naming.periodforms import month

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
    "/dasbor.csv": ("", NOTHING),
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
    "/laporan/buat/<int:number>.json": ("", NOTHING),
    "/laporan/buat/<int:number>/<name>": ("", NOTHING),
    "/masuk": ("", NOTHING),
    "/nilai": ("", NOTHING),
    "/nilai.csv": ("", NOTHING),
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
    "/status.csv": ("", THERE),
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
    "/kesenjangan.docx?area=I",
    "/kesenjangan.pdf?area=I",
    "/kesenjangan.xlsx?area=I",
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
                read(packed.read(name), "") for name in sorted(packed.namelist()) if "docProps" not in name
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
