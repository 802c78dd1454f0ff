"""The command line as a user types it: words out, exit codes, stable JSON."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Office

SK = "I.1.1.2_SK Tim Zona Integritas_2024-01.pdf"


def test_init_makes_the_skeleton_once(run: Callable[..., Any], office: Office) -> None:
    """`init` makes a folder for every place of the plan, and a second time changes nothing."""
    code, out, _ = run("init")
    assert (code, "99 folder" in out) == (0, True)
    assert len([path for path in office.root.rglob("*") if path.is_dir()]) == 99
    code, out, _ = run("init")
    assert (code, " 0 folder" in out) == (0, True)


def test_sync_reports_in_the_agreed_shape(run: Callable[..., Any], office: Office) -> None:
    """`sync --format json` has the agreed fields, and exits 1 when a file was rejected."""
    office.pdf(SK, "keputusan")
    code, out, _ = run("sync", "--format", "json")
    report = json.loads(out)
    assert code == 0
    assert (report["added"], report["unchanged"], report["rejected"], report["held"]) == (1, 0, [], [])
    (office.root / "kosong.pdf").touch()
    code, out, _ = run("sync", "--format", "json")
    assert code == 1
    assert [(each["path"], each["stage"]) for each in json.loads(out)["rejected"]] == [("kosong.pdf", "text")]


def test_sync_in_words(run: Callable[..., Any], office: Office) -> None:
    """`sync` prints what was done and a summary; `--dry-run` only what would be."""
    office.pdf(SK, "keputusan")
    assert "1 baru" in run("sync", "--dry-run")[1]
    assert "1 baru" in run("sync")[1]
    assert "0 baru" in run("sync")[1]


def test_search_in_the_agreed_shape(run: Callable[..., Any], office: Office) -> None:
    """`search --format json` tells what was searched, and each hit's place and page."""
    office.pdf(SK, "sampul", "menetapkan tim pembangunan")
    run("sync")
    code, out, _ = run("search", "pembangunan", "--area", "I", "--kind", "SK", "--format", "json")
    report = json.loads(out)
    assert code == 0
    assert report["total"] == 1
    (hit,) = report["hits"]
    assert (hit["path"], hit["code"], hit["page"]) == (SK, "I.1.1.2", 2)
    start, end = hit["marks"][0]
    assert hit["snippet"][start:end] == "pembangunan"
    assert json.loads(run("search", "pembangunan", "--area", "II", "--format", "json")[1])["total"] == 0


def test_a_malformed_question_is_answered_with_what_was_understood(run: Callable[..., Any], office: Office) -> None:
    """A part that makes no sense is named, and the rest is searched."""
    office.pdf(SK, "keputusan tim")
    run("sync")
    code, out, _ = run("search", "keputusan", "warna:merah", '"tim', "--format", "json")
    assert code == 0
    assert json.loads(out)["problems"]


def test_gaps_in_the_agreed_shape(run: Callable[..., Any], office: Office) -> None:
    """`gaps --format json` has every slot of the plan with its state and documents."""
    office.pdf(SK, "keputusan")
    run("sync")
    code, out, _ = run("gaps", "--on", "2024-07-15", "--format", "json")
    report = json.loads(out)
    assert code == 0
    assert (report["plan"]["year"], report["on"]) == (2024, "2024-07-15")
    assert (report["totals"]["requirements"], report["totals"]["slots"], len(report["slots"])) == (185, 278, 284)
    slot = next(slot for slot in report["slots"] if slot["code"] == "I.1.1.2")
    assert (slot["state"], slot["due"], slot["period"], slot["late"]) == ("met", "2024-01-31", "2024-01", False)
    assert slot["documents"][0]["path"] == SK
    assert [area["code"] for area in report["areas"]] == ["I", "II", "III", "IV", "V", "VI"]


def test_gaps_can_be_narrowed_and_fail_a_cron_job(run: Callable[..., Any]) -> None:
    """Area and state narrow the slots and the totals; `--fail-on overdue` exits 1."""
    arguments = ("gaps", "--on", "2024-07-15", "--area", "V", "--state", "overdue", "--format", "json")
    code, out, _ = run(*arguments, "--fail-on", "overdue")
    report = json.loads(out)
    assert code == 1
    assert {slot["state"] for slot in report["slots"]} == {"overdue"}
    assert {slot["code"].split(".")[0] for slot in report["slots"]} == {"V"}
    assert report["totals"]["slots"] == report["totals"]["overdue"] == len(report["slots"])
    assert [area["code"] for area in report["areas"]] == ["V"]
    assert run("gaps", "--on", "2024-01-01", "--fail-on", "overdue")[0] == 0


def test_an_area_may_be_a_number(run: Callable[..., Any], office: Office) -> None:
    """`--area 1` is area I, in the gaps and in the search."""
    office.pdf(SK, "keputusan")
    run("sync")
    gaps = json.loads(run("gaps", "--area", "1", "--format", "json")[1])
    assert [area["code"] for area in gaps["areas"]] == ["I"]
    assert json.loads(run("search", "keputusan", "--area", "1", "--format", "json")[1])["total"] == 1


def test_every_area_has_its_heading(run: Callable[..., Any], office: Office) -> None:
    """The table names an area also where the filter leaves out its first component."""
    office.pdf("II.2.1.2_SS Aplikasi SIM ASN_2024-02.pdf", "x")
    run("sync")
    out = run("gaps", "--state", "met")[1]
    assert "II Penataan Tata Laksana\n" in out
    assert out.index("II Penataan Tata Laksana\n") < out.index("II.2 E- Office")


def test_a_file_of_another_year_is_told_with_the_gaps(run: Callable[..., Any], office: Office) -> None:
    """What counts for no slot is in the table and in the JSON, with the reason."""
    office.pdf("I.4.1.2_Bukti lapor LHKPN_2023-03.pdf", "x")
    run("sync")
    why = "tidak dihitung: periode 2023-03 di luar slot bukti ini"
    (one,) = json.loads(run("gaps", "--format", "json")[1])["uncounted"]
    assert (one["code"], one["why"], one["counts"]) == ("I.4.1.2", why, False)
    assert why in " ".join(run("gaps", "--area", "I")[1].split())
    assert json.loads(run("gaps", "--area", "II", "--format", "json")[1])["uncounted"] == []


def test_gaps_as_csv_hold_no_formula(run: Callable[..., Any], office: Office) -> None:
    """A file name that a spreadsheet would run as a formula is quoted in the CSV."""
    office.pdf("=HYPERLINK(1) I.1.1.2 2024-01.pdf", "keputusan")
    run("sync")
    code, out, _ = run("gaps", "--on", "2024-07-15", "--format", "csv")
    table = list(csv.DictReader(StringIO(out)))
    assert (code, len(table)) == (0, 284)
    cells = [cell for row in table for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


@pytest.mark.parametrize("command", ["documents", "inbox", "verify", "doctor"])
def test_every_report_has_words_and_json(run: Callable[..., Any], office: Office, command: str) -> None:
    """Each reporting command prints a table, and JSON that parses."""
    office.pdf(SK, "keputusan")
    office.docx("entah.docx", "surat")
    run("sync")
    code, out, _ = run(command)
    assert (code, bool(out)) == (0, True)
    assert isinstance(json.loads(run(command, "--format", "json")[1]), list)


def test_documents_in_the_agreed_shape(run: Callable[..., Any], office: Office) -> None:
    """`documents --format json` gives every file with its place and why."""
    office.pdf(SK, "keputusan")
    run("sync")
    (document,) = json.loads(run("documents", "--format", "json")[1])
    agreed = {"path", "sha256", "size", "codes", "how", "why", "title", "period", "period_from"}
    assert agreed | {"kind", "pages", "chars", "text_from", "flags"} <= set(document)
    assert (document["codes"], document["how"], document["kind"]) == (["I.1.1.2"], "code", "SK")
    assert (document["period"], document["period_from"]) == ("2024-01", "name")


def test_inbox_in_the_agreed_shape(run: Callable[..., Any], office: Office) -> None:
    """`inbox --format json` gives a reason and up to three suggestions a file."""
    office.docx("sk tim zona integritas.docx", "keputusan")
    run("sync")
    (file,) = json.loads(run("inbox", "--format", "json")[1])
    assert set(file) >= {"path", "why", "suggestions"}
    assert 1 <= len(file["suggestions"]) <= 3
    assert set(file["suggestions"][0]) >= {"code", "evidence", "score"}


def test_plan_commands(run: Callable[..., Any], office: Office, tmp_path: Path) -> None:
    """The plan is shown, checked, exported, and imported again for use in HOME."""
    assert "I.4.2.1 Maklumat layanan" in run("plan", "show")[1]
    code, out, _ = run("plan", "check")
    counts = "6 area, 23 komponen, 69 indikator, 185 bukti fisik, 278 slot bertanggal, 6 insidental"
    assert (code, counts in out) == (0, True)
    assert "19 indikator jatuh tempo sebelum rencana ditandatangani" in out
    own = tmp_path / "rencana.yaml"
    own.write_text(run("plan", "export")[1], encoding="utf-8")
    assert run("plan", "check", str(own))[0] == 0
    assert run("plan", "import", str(own))[0] == 0
    assert (office.settings.home / "plan.yaml").read_text(encoding="utf-8") == own.read_text(encoding="utf-8")
    code, _, err = run("plan", "import", str(own))
    assert (code, "sudah ada" in err) == (3, True)


def test_a_target_that_cannot_be_read_is_reported(run: Callable[..., Any], tmp_path: Path) -> None:
    """`plan check` lists a raw target text and exits 1; it never becomes a date."""
    own = tmp_path / "rencana.yaml"
    text = run("plan", "export")[1]
    own.write_text(text.replace("target: November 2024", "target: Segera mungkin"), encoding="utf-8")
    code, out, _ = run("plan", "check", str(own))
    assert (code, out.count("«Segera mungkin» tidak terbaca")) == (1, 2)


def test_check_name_explains(run: Callable[..., Any]) -> None:
    """A name is explained with its canonical form, and a name without a code says where it will end."""
    code, out, _ = run("check-name", "i-4-1-2 bukti lapor lhkpn Maret 2024.pdf", "scan0001.pdf")
    assert code == 0
    assert "I.4.1.2_bukti lapor lhkpn_2024-03.pdf" in out
    assert "periode: Maret 2024 (dari nama berkas)" in out
    assert "kotak masuk" in out


def test_check_name_as_json(run: Callable[..., Any]) -> None:
    """Another program gets the codes of a name, or the places that are likeliest."""
    code, out, _ = run("check-name", "--format", "json", "I.4.1.2_Bukti_2024-03.pdf", "Rekap LHKPN pegawai Maret.pdf")
    placed, unsure = json.loads(out)
    assert code == 0
    assert (placed["codes"], placed["canonical"], placed["suggestions"]) == (["I.4.1.2"], placed["name"], [])
    assert unsure["codes"] == [] and unsure["suggestions"][0]["code"] == "I.4.1.2"
    assert unsure["suggestions"][0].keys() == {"code", "evidence", "score", "why"}


def test_check_name_suggests_places(run: Callable[..., Any]) -> None:
    """A name without a code is answered with its period and its three likeliest places."""
    code, out, _ = run("check-name", "2024/Rekap LHKPN pegawai Maret.pdf", "x_2024-13.pdf")
    assert (code, out.count("  mungkin ")) == (0, 3)
    assert "  mungkin I.4.1.2 Bukti lapor LHKPN (kemiripan " in out
    assert "periode: Maret 2024 (dari nama berkas)" in out
    assert "bulan 13 tidak ada" in out and "periode: tidak diketahui" in out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("gaps", "--on", "31 Februari"), 2, "Nilai '--on' tidak sesuai: «31 Februari» bukan tanggal"),
        (("gaps", "--on", "2024-07"), 2, "bukan tanggal"),
        (("gaps", "--state", "hilang"), 2, "«hilang» tidak dikenal. Yang ada: 'met'"),
        (("search", "x", "--limti", "9"), 2, "Tidak ada pilihan «--limti». Mungkin maksudnya '--limit'?"),
        (("gaps", "--area"), 2, "Kesalahan: Pilihan «--area» memerlukan nilai."),
        (("search",), 2, "Kesalahan: Belum ada argumen 'KATA...'."),
        (("search", "x", "--limit", "dua"), 2, "«dua» bukan bilangan bulat"),
        (("serch", "x"), 2, "Tidak ada perintah «serch». Mungkin maksudnya 'search'"),
        (("plan", "check", "tidak-ada.yaml"), 2, "«tidak-ada.yaml» tidak ada"),
        (("plan", "check", "."), 2, "«.» adalah folder, bukan berkas"),
        (("init", "a", "b"), 2, "Terlalu banyak argumen, yang ini tidak dikenal: b"),
        (("verdict", "a", "I.1.1.1"), 2, "Yang ada:"),
        (("waive", "I.1.1.2"), 2, "Belum ada pilihan '--reason'"),
        (("sync", "--dry-run=1"), 2, "Pilihan «--dry-run» ditulis tanpa nilai"),
        (("check-name", "I.4.1.2_x" + " - Copy" * 5000), 2, "35009 karakter"),
        (("waive", "X.1", "--reason", "x", "--who", "y"), 2, "tidak ada dalam rencana"),
        (("waive", "abc", "--reason", "x", "--who", "y"), 2, "bukan kode"),
        (("waive", "I.1.1.2", "--period", "kapan-kapan", "--reason", "x", "--who", "y"), 2, "tidak terbaca"),
        (("link", "tidak-ada.pdf", "I.1.1.2", "--who", "y"), 2, "tidak dikenal"),
        (("gaps", "--area", "Q"), 2, "«Q»"),
        (("search", "x", "--area", "ZZ"), 2, "«ZZ» bukan kode"),
        (("search", "x", "--code", "1.2.3.4.5.6"), 2, "bukan kode"),
        (("run", "--host", "192.0.2.1"), 3, "kata sandi"),
        (("run", "--port", "99999"), 2, "99999 di luar batas 0<=x<=65535"),
        (("search", "x", "--limit", "0"), 2, "0 di luar batas x>=1"),
        (("search", "x", "--limit", "-5"), 2, "-5 di luar batas x>=1"),
        (("waive", "I.1.1.2", "--reason", " "), 2, "Alasan kosong"),
        (("waive", "I.1.1.2", "--reason", "x", "--who", ""), 2, "Nama yang memutuskan kosong"),
        (("waive", "I.1.1.2", "--reason", "x", "--period", "2024-12"), 2, "Slotnya: 2024-01."),
        (("waive", "I.1.1.2", "--undo"), 2, "tidak sedang dinyatakan"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else None,
)
def test_a_wrong_call_is_told_in_words(
    run: Callable[..., Any], arguments: tuple[str, ...], code: int, words: str
) -> None:
    """Usage errors exit 2, what cannot run exits 3, each naming what was wrong."""
    found, _, err = run(*arguments)
    assert (found, words in err) == (code, True), err


@pytest.mark.parametrize("day", ["2024-07-15", "15 Juli 2024"])
def test_a_day_is_written_as_in_a_file_name(run: Callable[..., Any], day: str) -> None:
    """`--on` takes the spellings that a file name may have."""
    assert json.loads(run("gaps", "--on", day, "--format", "json")[1])["on"] == "2024-07-15"
