"""The assessor's screen: judging one item after the other, as a browser sends it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.conftest import Site, pdf
from tests.web.test_decisions import Form
from ziarchive.decisions import Outcome
from ziarchive.model import Code, State

SK, ITEM = "I.1.1.1_SK tim kerja_2024-01.pdf", "I.1.1.1"


@pytest.fixture
def form(small: Path, tmp_path: Path, visit: Callable[..., Site]) -> Form:
    """An archive of one's own, for it is changed."""
    return Form(visit(shutil.copytree(small, tmp_path, dirs_exist_ok=True)))


def judge(form: Form, hasil: str, note: str = "", name: str = "Ani", **more: object) -> str:
    """Judge the SK as it lies there now; return the page that follows."""
    document = form.site.document("SK tim kerja")
    fields = {"berkas": document.id, "sha256": document.sha256, "hasil": hasil, "catatan": note, **more}
    return form.send(f"/penilaian/{ITEM}/nilai", name=name, **fields).text


def test_the_work_list_tells_how_far_each_item_is(form: Form) -> None:
    """Items with files wait, the others have none, and the filters narrow the list."""
    page = form.site.page("/penilaian")
    assert "185 bukti fisik." in page
    waiting = form.site.page("/penilaian?tampil=waiting")
    codes = re.findall(r"<b>([IV]+\.\d+\.\d+\.\d+)</b>", waiting)
    assert ITEM in codes and 3 <= len(codes) < 10
    assert "0 bukti fisik." in form.site.page("/penilaian?tampil=judged")


def test_an_item_shows_what_is_asked_and_what_is_there(form: Form) -> None:
    """The requirement, its LKE codes, its slots, the document with its first page drawn, and the keys."""
    page = form.site.page(f"/penilaian/{ITEM}")
    document = form.site.document("SK tim kerja")
    assert "SOP Pembentukan Tim ZI" in page and "A.I.1.i.a" in page
    assert "Ya = 1,00; Tidak = 0,00" in page and "A = 1,00; B = 0,50; C = 0,00" in page
    assert f"/dokumen/{document.id}/halaman/1.png" in page
    assert f'<a href="/dokumen/{document.id}#halaman-1">halaman 1</a>: <mark>Tim</mark> kerja' in page
    assert all(f'data-key="{key}"' in page for key in "tpxcj")
    assert form.site.page("/penilaian/IX.9.9.9", 404)
    assert "Belum ada berkas" in form.site.page("/penilaian/VI.1.1.1")


def test_the_first_page_is_drawn_and_kept(form: Form) -> None:
    """A page of a PDF and a picture come as PNG; what has no such page or cannot be drawn is not there."""
    document = form.site.document("SK tim kerja")
    for _ in range(2):
        with form.site.client.get(f"/dokumen/{document.id}/halaman/1.png") as answer:
            assert (answer.status_code, answer.mimetype, answer.data[:4]) == (200, "image/png", b"\x89PNG")
    picture = form.site.document("WA Grup")
    with form.site.client.get(f"/dokumen/{picture.id}/halaman/1.png") as drawn:
        assert drawn.status_code == 200
    for part, number in (("SK tim kerja", 3), ("SK tim kerja", 0), ("PK Balai", 1), ("Notulen", 1), ("Banner", 1)):
        other = form.site.document(part)
        assert form.site.client.get(f"/dokumen/{other.id}/halaman/{number}.png").status_code == 404


def test_a_verdict_is_bound_to_what_was_seen(form: Form) -> None:
    """Judging leads to the next item; the verdict names the content, and shows on the item."""
    page = judge(form, "fix", "Belum ditandatangani atau dicap.")
    assert "I.1.1.1: perlu perbaikan." in page and "<h1>I.1.1.1" not in page
    document = form.site.document("SK tim kerja")
    judgement = form.site.archive.standing.decisions().judgements[document.sha256, Code.of(ITEM)]
    assert judgement.standing and judgement.standing.outcome is Outcome.FIX
    assert form.state(ITEM) == [State.FIX]
    assert "Ani</b>: perlu perbaikan. Belum ditandatangani" in form.site.page(f"/penilaian/{ITEM}")


def test_a_verdict_lapses_visibly_when_the_file_changes(form: Form) -> None:
    """Another content at the same place is not judged: the item waits again, and says why."""
    judge(form, "accepted")
    path = form.site.archive.settings.archive / form.site.document("SK tim kerja").path
    pdf(path, "Tim kerja yang baru")
    form.site.archive.sync()
    page = form.site.page(f"/penilaian/{ITEM}")
    assert "gugur karena isi berkas berubah" in page
    assert "Gugur, berkas berubah" in form.site.page("/penilaian?tampil=lapsed")


def test_a_page_of_yesterday_judges_nothing(form: Form) -> None:
    """A verdict on a content that is no longer there is refused, with what to do."""
    assert "Lihat lagi" in judge(form, "accepted", sha256="0" * 64)
    assert form.site.archive.standing.entries() == ()


@pytest.mark.parametrize(("outcome", "note"), [("fix", ""), ("rejected", " "), ("", "x"), ("bagus", "x")])
def test_half_a_verdict_is_refused(form: Form, outcome: str, note: str) -> None:
    """What is not accepted needs a note, and an outcome must be one of the three."""
    judge(form, outcome, note)
    assert form.site.archive.standing.entries() == ()


def test_two_assessors_disagree_until_the_head_decides(form: Form) -> None:
    """The slot waits for the head of the team, whose verdict settles it; each can take back the own."""
    judge(form, "accepted", name="Ani")
    judge(form, "fix", "tanggal salah", name="Budi")
    assert form.state(ITEM) == [State.TO_CONFIRM]
    assert ITEM in form.site.page("/penilaian?tampil=disputed")
    judge(form, "accepted", name="Hadi", final="1")
    assert form.state(ITEM) == [State.MET]
    judge(form, "cabut", name="Hadi", final="1")
    judge(form, "cabut", name="Budi")
    assert form.state(ITEM) == [State.MET]


def test_a_round_is_sealed_and_tells_what_changed(form: Form) -> None:
    """Freezing seals every path and SHA-256; later the page tells what was added, changed, moved and removed."""
    assert "dibekukan" in form.send("/putaran/beku", nama="TPI Juli").text
    assert "sudah dibekukan" in form.send("/putaran/beku", nama="TPI Juli").text
    root = form.site.archive.settings.archive
    pdf(root / form.site.document("SK tim kerja").path, "isi baru")
    (root / form.site.document("WA Grup").path).rename(root / "2024" / "II.2.1.5_Bukti WA_2024-05.png")
    (root / form.site.document("Banner").path).unlink()
    pdf(root / "2024" / "I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", "baru")
    form.site.archive.sync()
    page = form.site.page("/putaran")
    assert "4 berkas tetap, 1 ditambah, 1 diubah, 0 diganti, 1 dipindah, 1 dihapus" in page


def test_the_history_tells_and_undoes(form: Form) -> None:
    """Every decision is on the page of the history, whose button takes a batch back."""
    judge(form, "fix", "belum")
    page = form.site.page("/riwayat")
    assert "menilai I.1.1.1_SK tim kerja_2024-01.pdf untuk I.1.1.1: perlu perbaikan. belum" in page
    batch = re.search(r'name="kelompok" value="(\w+)"', page)
    assert batch
    form.send("/batal", kelompok=batch[1], name="Ani")
    assert form.state(ITEM) == [State.MET]
    told = form.site.client.get("/riwayat.json").json
    assert told and [each["decision"]["do"] for each in told] == ["unjudge", "verdict"]


def test_only_what_one_said_is_withdrawn(form: Form) -> None:
    """Who has not judged is told so, and what others said stays, whether it is withdrawn or undone."""
    page = judge(form, "fix", "Belum dicap.")
    (entry,) = form.site.archive.standing.entries()
    assert "Anda belum menilai" in judge(form, "cabut", name="Budi")
    assert "Belum ada keputusan ketua tim" in judge(form, "cabut", name="Ani", final="1")
    assert entry.batch in page
    assert "penilaian orang lain" in form.send("/batal", name="Budi", kelompok=entry.batch).text
    assert [*form.site.archive.standing.entries()] == [entry]
    assert "Penilaian dicabut." in judge(form, "cabut")


def test_enter_in_the_note_judges_nothing(form: Form) -> None:
    """The button that Enter presses is a dead one: a note that is typed is no acceptance."""
    page = form.site.page(f"/penilaian/{ITEM}")
    first = re.search(r"<form class=\"verdict\".*?(<button[^>]*>)", page, re.DOTALL)
    assert first and first[1] == '<button type="submit" disabled hidden>'


def test_a_broken_manifest_is_told_beside_the_rounds(form: Form) -> None:
    """One round whose manifest was touched does not hide the page."""
    form.send("/putaran/beku", nama="TPI Juli")
    (manifest,) = (form.site.archive.settings.home / "putaran").iterdir()
    manifest.write_bytes(b"")
    page = form.site.page("/putaran")
    assert "berubah sejak disegel" in page and "Bekukan sekarang" in page
