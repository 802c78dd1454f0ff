"""The forms of the site, sent as a browser sends them: what is decided stands in the ledger and shows."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from tests.web.conftest import NOW, Site, fill
from web import create_app
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Role
from ziarchive.model import Code, Document, How, State
from ziarchive.naming.periodforms import month
from ziarchive.settings import read

ON = date(2024, 7, 10)
LOOSE = "Evaluasi SOP"


@dataclass(frozen=True)
class Form:
    """A person with a browser."""

    site: Site

    def send(self, address: str, page: str = "/cari?q=sop", name: str = "Sari", **fields: object) -> TestResponse:
        """Send a form from a page that has one, and follow where it leads."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.site.page(page))
        token = found[1] if found else ""
        values = {"csrf_token": token, "lanjut": page, "siapa": name, **fields}
        return self.site.client.post(address, data=values, follow_redirects=True)

    def state(self, code: str) -> list[State]:
        return [each.state for each in self.site.archive.gaps(ON).slots if each.slot.code == Code.of(code)]


def place(document: Document) -> str:
    """Return where the form that places a document is sent."""
    return f"/dokumen/{document.id}/tempat?isi={document.sha256}"


@pytest.fixture
def form(small: Path, tmp_path: Path, visit: Callable[..., Site]) -> Form:
    """An archive of one's own, for it is changed."""
    return Form(visit(shutil.copytree(small, tmp_path, dirs_exist_ok=True)))


def test_a_file_is_placed_from_the_inbox_and_taken_back(form: Form) -> None:
    """A suggestion that is accepted fills its slot under the person's name; one button undoes it."""
    loose = form.site.document(LOOSE)
    answer = form.send(place(loose), kode="II.1.1.2")
    assert "Ditautkan ke II.1.1.2." in answer.text
    placed = form.site.document(LOOSE).placement
    assert (placed.how, placed.codes) == (How.LINK, (Code.of("II.1.1.2"),))
    (entry,) = form.site.archive.standing.entries()
    assert entry.who == "Sari"
    batch = re.search(r'name="kelompok" value="(\w+)"', answer.text)
    assert batch
    assert "Dibatalkan." in form.send("/batal", kelompok=batch[1]).text
    assert form.site.document(LOOSE).placement.how is How.CANDIDATE
    assert "Tidak ada yang dapat dibatalkan" in form.send("/batal", kelompok=batch[1]).text


def test_a_batch_that_is_half_undone_says_so(form: Form) -> None:
    """What was decided anew since stays, and how many of both there are is told."""
    loose = form.site.document(LOOSE)
    answer = form.send(place(loose), kode="II.1.1.2", periode="2024-07")
    batch = re.search(r'name="kelompok" value="(\w+)"', answer.text)
    assert batch
    form.send(place(loose), kode="I.4.1.2")
    said = form.send("/batal", kelompok=batch[1]).text
    assert "1 keputusan dibatalkan; 1 lainnya tetap, karena sudah diputuskan lain" in said


def test_the_name_can_be_changed(form: Form) -> None:
    """Where nobody logs in the name that was given once can be changed beside it; a login's name cannot."""
    assert "Ganti nama" not in form.site.page("/status")
    form.send("/slot/catatan", kode="I.1.1.1", teks="lihat")
    page = form.site.page("/status")
    assert "atas nama <strong>Sari</strong>" in page and 'action="/nama"' in page
    assert "atas nama <strong>Budi</strong>" in form.send("/nama", nama=" Budi ").text
    form.send("/slot/catatan", name="", kode="I.1.1.1", teks="sudah")
    assert [entry.who for entry in form.site.archive.standing.entries()] == ["Sari", "Budi"]


def test_the_inbox_counts_as_its_badge_does(visit: Callable[..., Site], tmp_path: Path) -> None:
    """The lead of the inbox begins with the number beside its name in the menu, and tells what else is listed."""
    root = tmp_path / "archive"
    root.mkdir()
    for name in ("Undangan.txt", "Surat.txt"):
        (root / name).write_text(f"Isi {name}")
    (root / "Rusak.pdf").write_bytes(b"%PDF-1.7\nrusak")
    mine = visit(tmp_path)
    mine.archive.sync(lambda done, total: None)
    page = mine.page("/kotak-masuk")
    assert page.count('<li class="card"') == 3 and 'class="badge">2<' in page
    assert "<strong>2 berkas</strong> belum pasti tempatnya, 1 lainnya perlu diperiksa" in page


def test_the_inbox_leads_to_the_open_form_of_another_place(form: Form) -> None:
    """«Tempat lain» opens the document with the form unfolded; otherwise it stays folded."""
    address = f"/dokumen/{form.site.document(LOOSE).id}"
    folded, unfolded = '<details class="more"><summary>Ubah', '<details class="more" open><summary>Ubah'
    assert f'href="{address}?ubah=1#tempat"' in form.site.page("/kotak-masuk")
    assert unfolded in form.site.page(f"{address}?ubah=1") and folded in form.site.page(address)


def test_one_document_fills_many_slots_of_a_period(form: Form) -> None:
    """Several codes and a period in one form: the document counts for each."""
    loose = form.site.document(LOOSE)
    form.send(place(loose), kode="II.1.1.2 I.1.1.2", periode="2024-01")
    placed = form.site.document(LOOSE).placement
    assert placed.codes == tuple(map(Code.of, ("II.1.1.2", "I.1.1.2")))
    assert placed.period == month(2024, 1)
    assert form.state("I.1.1.2") == [State.MET]


def test_a_period_is_set_and_read_again(form: Form) -> None:
    """What a person says of a period comes before the name; an empty one lets the name say it."""
    notes = form.site.document("Notulen rapat")
    form.send(f"/dokumen/{notes.id}/periode?isi={notes.sha256}", page=f"/dokumen/{notes.id}", periode="Mei 2024")
    page = form.site.page(f"/dokumen/{notes.id}")
    assert form.site.document("Notulen rapat").placement.period == month(2024, 5)
    assert "ditetapkan oleh petugas" in page
    form.send(f"/dokumen/{notes.id}/periode?isi={notes.sha256}", page=f"/dokumen/{notes.id}", periode="")
    assert form.site.document("Notulen rapat").placement.period == notes.placement.period


def test_chosen_files_are_placed_together(form: Form) -> None:
    """Every chosen file goes to the suggestion that stood beside it, in one batch."""
    loose = form.site.document(LOOSE)
    best = loose.placement.suggestions[0].code
    answer = form.send("/kotak-masuk/terima", pilih=[f"{loose.id} {loose.sha256} {best}"])
    assert "1 berkas ditempatkan." in answer.text
    assert form.site.document(LOOSE).placement.codes == (best,)
    assert "Belum ada berkas yang dipilih" in form.send("/kotak-masuk/terima").text


@pytest.mark.parametrize(
    ("address", "fields", "words"),
    [
        ("/dokumen/{id}/tempat?isi=0", {"kode": "II.1.1.2"}, "berubah sejak halaman dibuka"),
        ("/dokumen/{id}/periode?isi=0", {"periode": "2024-05"}, "berubah sejak halaman dibuka"),
        ("/kotak-masuk/terima", {"pilih": "{id} 0 II.1.1.2"}, "berubah sejak halaman dibuka"),
        ("/kotak-masuk/terima", {"pilih": "{id}"}, "tidak terbaca"),
    ],
)
def test_a_form_decides_only_on_what_its_page_showed(
    form: Form, address: str, fields: dict[str, str], words: str
) -> None:
    """A file whose content was replaced since the page was opened is looked at again before it is decided on."""
    id = form.site.document(LOOSE).id
    sent = {name: value.format(id=id) for name, value in fields.items()}
    assert words in form.send(address.format(id=id), **sent).text
    assert form.site.archive.standing.entries() == ()


def test_a_slot_is_waived_noted_and_due_again(form: Form) -> None:
    """A waiver needs a reason, shows, and can be taken back; a note stands beside the slot."""
    assert "Alasan kosong" in form.send("/slot/tidak-berlaku", kode="III.4.3.2", periode="2024-02").text
    form.send("/slot/tidak-berlaku", kode="III.4.3.2", periode="2024-02", teks="libur panjang")
    assert form.state("III.4.3.2")[1] is State.WAIVED
    form.send("/slot/catatan", kode="III.4.3.2", periode="2024-02", teks="lihat rapat Mei")
    assert form.site.archive.standing.decisions().notes == {(Code.of("III.4.3.2"), month(2024, 2)): "lihat rapat Mei"}
    form.send("/slot/berlaku", kode="III.4.3.2", periode="2024-02")
    assert form.state("III.4.3.2")[1] is State.OVERDUE


def test_searches_are_saved_and_forgotten(form: Form) -> None:
    """A question kept under a name is a link on the search page until it is deleted."""
    form.send("/cari/simpan", page="/cari?q=gratifikasi", nama="Gratifikasi SK", q="gratifikasi jenis:SK")
    assert 'href="/cari?q=gratifikasi+jenis:SK">Gratifikasi SK</a>' in form.site.page("/cari")
    form.send("/cari/simpan", page="/cari?q=gratifikasi", nama="Gratifikasi SK", q="")
    assert "Gratifikasi SK" not in form.site.page("/cari")


def test_a_person_is_put_in_charge(form: Form) -> None:
    """Areas and indicators have a person; a requirement has none of its own."""
    form.send("/penanggung-jawab", kode="III", nama="Budi")
    assert form.site.archive.standing.decisions().person(Code.of("III.4.3.1")) == "Budi"
    assert "bukan area" in form.send("/penanggung-jawab", kode="III.4.3.1", nama="Ani").text


def test_an_advice_rests_until_it_is_wanted(form: Form) -> None:
    """A dismissal needs a reason; an empty one brings the advice back."""
    form.send("/bukti-lemah/abaikan", saran="wrong_year:abc", alasan="memang tahun lalu")
    assert form.site.archive.standing.decisions().dismissed == {"wrong_year:abc": "memang tahun lalu"}
    form.send("/bukti-lemah/abaikan", saran="wrong_year:abc", alasan="")
    assert form.site.archive.standing.decisions().dismissed == {}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kode": "IX.9"}, "tidak ada dalam rencana"),
        ({"kode": "entah"}, "tidak terbaca"),
        ({"kode": "I.1.1.1", "periode": "kapan-kapan"}, "tidak terbaca"),
        ({"kode": "I.1.1.1", "name": " "}, "Nama yang memutuskan kosong"),
    ],
    ids=["unknown", "no code", "no period", "nobody"],
)
def test_what_makes_no_sense_changes_nothing(form: Form, fields: dict[str, str], words: str) -> None:
    """The page says what was wrong, and nothing is written down."""
    loose = form.site.document(LOOSE)
    assert words in form.send(place(loose), **fields).text
    assert form.site.archive.standing.entries() == ()


def test_roles_hold_on_the_site(form: Form) -> None:
    """Once people have roles, a reader is told who may decide."""
    form.site.archive.decide("Sari", Appoint("Sari", Role.SECRETARY))
    form.site.archive.decide("Sari", Appoint("Rina", Role.READER))
    loose = form.site.document(LOOSE)
    answer = form.send(place(loose), name="Rina", kode="II.1.1.2")
    assert "Rina berperan pembaca" in answer.text
    assert form.site.document(LOOSE).placement.how is How.CANDIDATE


def test_a_forged_form_is_refused(form: Form) -> None:
    """Without our own token nothing is decided, and the page says what to do."""
    loose = form.site.document(LOOSE)
    answer = form.site.client.post(place(loose), data={"kode": "II.1.1.2", "siapa": "x"})
    assert (answer.status_code, "Muat ulang" in answer.text) == (400, True)
    assert form.site.archive.standing.entries() == ()


@pytest.mark.parametrize(
    "target",
    ["https://jahat.example/", "//jahat.example", "/\\jahat.example", "javascript:alert(1)", "", "/a\nb"],
    ids=["other site", "other host", "backslash", "script", "none", "line"],
)
def test_a_form_leads_only_to_this_site(form: Form, target: str) -> None:
    """Where a form leads back to is a page of ours, whatever it names."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', form.site.page("/kotak-masuk"))
    assert token
    values = {"csrf_token": token[1], "lanjut": target, "siapa": "Sari", "nama": "x", "q": "y"}
    answer = form.site.client.post("/cari/simpan", data=values)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_a_huge_form_is_refused(form: Form) -> None:
    """More than a person types is not read."""
    assert form.send("/cari/simpan", nama="x", q="y" * 2_000_000).status_code == 413


def test_a_file_is_moved_to_its_place_and_back(tmp_path: Path, visit: Callable[..., Site]) -> None:
    """Where the office allows it, the document's page shows the canonical place, moves the file there and back."""
    fill(tmp_path / "archive")
    (tmp_path / "ziarchive.toml").write_text("[archive]\nrename = true\n")
    with Archive(read(tmp_path), lambda: NOW) as archive:
        archive.sync()
        form = Form(Site(archive, create_app(archive).test_client()))
        document = form.site.document("SK tim kerja")
        page = form.site.page(f"/dokumen/{document.id}")
        wanted = re.search(r'name="tujuan" value="([^"]+)"', page)
        assert wanted and wanted[1].endswith("I.1.1.1_SOP Pembentukan Tim ZI_2024-01.pdf")
        assert "Tempat baku berkas ini berubah" in form.send(f"/dokumen/{document.id}/pindah", tujuan="lain.pdf").text
        answer = form.send(f"/dokumen/{document.id}/pindah", tujuan=wanted[1])
        assert "Dipindahkan ke" in answer.text
        assert (archive.settings.archive / wanted[1]).exists()
        batch = re.search(r'name="kelompok" value="(\w+)"', answer.text)
        assert batch
        assert "1 berkas dikembalikan." in form.send("/batal", kelompok=batch[1]).text
        assert (archive.settings.archive / document.path).exists()


def test_an_empty_form_decides_nothing(form: Form) -> None:
    """Forms without a code or an advice are told so, not praised."""
    for address, fields in (("/penanggung-jawab", {"nama": "Ani"}), ("/bukti-lemah/abaikan", {"alasan": "x"})):
        assert "Belum ada yang diisi" in form.send(address, **fields).text
    assert not form.site.archive.standing.entries()


def test_what_is_said_fits_into_a_cookie(form: Form) -> None:
    """A long field is not repeated whole, or the browser would drop the cookie with the message."""
    loose = form.site.document(LOOSE)
    answer = form.send(place(loose), kode="x" * 9000)
    assert "x" * 500 in answer.text and "x" * 700 not in answer.text
