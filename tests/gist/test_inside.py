"""What a text tells of itself."""

import pytest

from ziarchive.gist.inside import Number, inside

BODY = "\nKami sampaikan bahwa kegiatan dilaksanakan dengan baik oleh seluruh pegawai balai.\n" * 5


@pytest.mark.parametrize(
    "head",
    [
        "KEPUTUSAN KEPALA BALAI\nNOMOR : 12/KPTS/OT.050/2024\nTENTANG TIM",
        "KEPUTUSAN KEPALA BALAI NOMOR 12 TAHUN 2024 TENTANG TIM",
        "SURAT TUGAS\nNomor: B-123/TU.020/H.12/01/2024",
        "Nomor\n: B.77/HM.130/01/2024\nHal : Undangan",
        "No. 800/45/2024",
        "NOTA DINAS\nNOMOR ND-5/BPSI/2024",
        "N0M0R : 45/SK/2024",
        "Nornor : SK-9/2024",
        "Nom0r SOP\tOT.01/SOP/2023",
        "SURAT TUGAS\nB-123/TU.020/H.12/01/2024",
        "Nomor SOP : 01",
    ],
)
def test_a_number_is_seen(head: str) -> None:
    """However it is written, wrapped, or misread by recognition."""
    assert inside((head + BODY,)).number is Number.GIVEN


@pytest.mark.parametrize("head", ["Nomor : ........", "NOMOR :", "Nomor: ____/____/____", "Nomor SOP :"])
def test_a_blank_is_no_number(head: str) -> None:
    """The word alone, with dots behind it, is a form that nobody filled in."""
    assert inside((f"SURAT TUGAS\n{head}\nYang bertanda tangan di bawah ini" + BODY,)).number is Number.BLANK


@pytest.mark.parametrize(
    "text",
    [
        "SURAT TUGAS\nKepala Balai menugaskan pegawai berikut" + BODY,
        "KEPUTUSAN KEPALA BALAI\nMenimbang : bahwa\nMengingat : Undang-Undang Nomor 5 Tahun 2014" + BODY,
        "UNDANGAN\nSesuai Peraturan Menteri PANRB Nomor 90 Tahun 2021 kami mengundang" + BODY,
        "UNDANGAN\nRabu, 12/03/2024 pukul 09.00 dan/atau daring" + BODY,
    ],
    ids=["none", "cited law", "cited rule", "date"],
)
def test_the_number_of_another_paper_is_not_its_own(text: str) -> None:
    """What a decree cites, and days, are no number."""
    assert inside((text,)).number is Number.NONE


def test_a_cover_is_turned() -> None:
    """The number may stand on the page behind a cover."""
    assert inside(("SOP PENGADUAN", "NOMOR SOP : 3/2024" + BODY)).number is Number.GIVEN


@pytest.mark.parametrize("line", ["DRAFT", "D R A F T", "Draf 2", "draft v3", "KONSEP", "DRAFT SOP PENGADUAN"])
def test_a_draft_says_so(line: str) -> None:
    """As a watermark, or in the heading."""
    assert inside((f"{line}\nBALAI{BODY}",)).draft == line


@pytest.mark.parametrize(
    "line", ["Rapat membahas draft SOP", "KONSEP DASAR PELAYANAN", "Draft tersebut disepakati", "Konsep"]
)
def test_speaking_of_a_draft_is_no_draft(line: str) -> None:
    """Only a line that is nothing else, or a title, makes one; a concept only at the top."""
    top = "" if line != "Konsep" else "BALAI\n" * 9
    assert inside((f"{top}NOTULEN\n{line}{BODY}",)).draft == ""
