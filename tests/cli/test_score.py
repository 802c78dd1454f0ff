"""`ziarchive score`: the estimate on the command line."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from tests.conftest import Office
from tests.lke.estimate import SMALL_TEXT

Run = Callable[..., Any]


def test_the_screen_says_what_it_is(run: Run) -> None:
    """An estimate, as of a date, with its highest, the gates and the documents that lift it."""
    code, out, err = run("score", "--on", "2024-07-01")
    assert (code, err) == (0, "")
    assert out.startswith("Perkiraan kesiapan dokumen, bukan nilai resmi.")
    assert "1 Juli 2024" in " ".join(out.split())
    assert "Bila yang terlambat menyusul: 26,02 dari 100,00 poin" in out
    assert out.count("WBBM") == 12 and out.count("Tidak ada dalam rencana ini") == 8
    assert "  +0,41 poin (A.I.4.i.a)" in out
    assert "IV.1.1.1_Daftar hadir rapat penyusunan rencana kegiatan-program_2024.pdf" in out


def test_nothing_to_bring_is_said(run: Run, office: Office) -> None:
    """Where no document would lift anything there is a sentence; codes that a regulation lacks are told."""
    (office.settings.home / "lain.yaml").write_text(SMALL_TEXT)
    (office.settings.home / "ziarchive.toml").write_text('lke = "lain.yaml"\n')
    out = run("score")[1]
    assert "Tidak ada: semua yang dapat dipenuhi hari ini sudah terpenuhi." in out
    assert "Kode LKE A.I.1.i.a pada rencana kerja tidak ada dalam kecil." in out


def test_json(run: Run) -> None:
    """The same for programs, as of the day asked for."""
    code, out, _ = run("score", "--on", "2024-07-01", "--format", "json")
    told = json.loads(out)
    assert (code, told["on"], len(told["items"]), len(told["gates"])) == (0, "2024-07-01", 113, 12)
    assert told["total"]["points"]["eventual"] == 26.0208
    assert told["notice"] == "Perkiraan kesiapan dokumen, bukan nilai resmi."


def test_a_file_is_written_by_its_suffix(run: Run, office: Office) -> None:
    """A sheet in the shape of the LKE, or the JSON."""
    sheet, data = office.settings.home / "lke.xlsx", office.settings.home / "nilai.json"
    assert run("score", "-o", str(sheet))[0] == run("score", "-o", str(data))[0] == 0
    rows = CalamineWorkbook.from_filelike(BytesIO(sheet.read_bytes())).get_sheet_by_index(0).to_python()
    assert len(rows) == 5 + 113
    assert json.loads(data.read_text(encoding="utf-8"))["regulation"]["id"] == "permenpanrb-90-2021"


def test_what_cannot_be_written_is_told(run: Run, office: Office) -> None:
    """A sheet is no output for a screen, a file needs a form, and the archive is not written into."""
    assert "-o lke.xlsx" in run("score", "--format", "xlsx")[2]
    code, _, err = run("score", "-o", "lke.docx")
    assert code == 2 and "lke.docx" in err
    code, _, err = run("score", "-o", str(office.root / "lke.xlsx"))
    assert code == 2 and "Pilih tempat lain" in err


def test_a_wrong_regulation_is_told(run: Run, office: Office) -> None:
    """The setting and what there is instead."""
    (office.settings.home / "ziarchive.toml").write_text('lke = "lama"\n')
    code, _, err = run("score")
    assert code == 3 and "«lama»" in err and "permenpanrb-90-2021" in err
