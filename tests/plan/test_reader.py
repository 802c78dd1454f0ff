"""Wrong rows of a plan file are all named, each with its line and what to do."""

import pytest

from tests.plan.rows import SMALL
from ziarchive import plan as plans
from ziarchive.errors import PlanInvalid


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(PlanInvalid) as caught:
        plans.load(text, "rencana.yaml")
    assert "rencana.yaml" in caught.value.message
    return caught.value.problems


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("year: 2024", "", 0, "«year» belum ada"),
        ("year: 2024", "year: '2024'", 0, "«year» harus tahun tanpa tanda kutip"),
        ("year: 2024", "year: 24", 0, "tahun 24 tidak masuk akal"),
        ("year: 2024", "year: true", 0, "«year» harus tahun"),
        ("year: 2024", "year: 2024\nsigned: kemarin", 0, "«signed» harus tanggal"),
        ("year: 2024", "year: 2024\nsigned: 2024-04-03 10:00:00", 0, "«signed» harus tanggal"),
        ("id: kantor-2024", "id: Kantor 2024", 0, "id «Kantor 2024»"),
        ("name: Satu", "name: Satu\n  nama: Satu", 6, "kunci «nama» tidak dikenal"),
        ("name: Satu", "name: ''", 6, "«name» belum ada atau kosong"),
        ("code: I\n", "code: XI\n", 6, "kode «XI» bukan kode area"),
        ("code: I\n", "code: 1\n", 6, "«code» harus teks"),
        ("code: I.1\n", "code: I.01\n", 9, "kode «I.01» bukan kode komponen"),
        ("code: I.1\n", "code: I.1.1\n", 9, "kode «I.1.1» bukan kode komponen"),
        ("code: I.1\n", "code: I.0\n", 9, "kode «I.0» bukan kode komponen"),
        ("code: I.1.1\n", "code: II.1.1\n", 12, "kode II.1.1 tidak berada di bawah I.1"),
        ("code: I.1.1.2", "code: I.1.1.1", 17, "kode I.1.1.1 tertulis dua kali"),
        ("code: I.1.1.1", "code: I.1.1.3", 17, "kode I.1.1.2 tidak urut, karena berada sesudah I.1.1.3"),
        ("title: SK Tim}", "title: SK Tim, cadence: weekly}", 16, "cadence «weekly» tidak dikenal"),
        ("title: SK Tim}", "title: SK Tim, cadence: dated}", 16, "cadence «dated» tidak dikenal"),
        ("title: SK Tim}", "title: SK Tim, target: segera}", 16, "target «segera» tidak terbaca"),
        ("title: SK Tim}", "title: SK, target: Mei, cadence: once}", 16, "tulis salah satu saja"),
        ("title: SK Tim}", "title: SK Tim, year: 1}", 16, "tahun 1 tidak masuk akal"),
        ("title: SK Tim}", "title: [SK]}", 16, "«title» harus teks"),
        ("target: Juli 2024", "target: 2024", 12, "«target» harus teks"),
        ("Juli 2024", "Juli 2024\n      target_read: Juli 2025", 12, "target_read «Juli 2025» tidak terbaca"),
        ("Juli 2024", "Juli 2024\n      lke: [1]", 12, "isi «lke» harus kode LKE"),
    ],
)
def test_one_wrong_row_is_named_with_its_line(old: str, new: str, line: int, words: str) -> None:
    """A mistake gives exactly one problem, which says where it is and what is wrong."""
    assert SMALL.count(old) >= 1
    (problem,) = problems(SMALL.replace(old, new, 1))
    assert problem.startswith(f"baris {line} (" if line else "rencana kerja: ")
    assert words in problem


@pytest.mark.parametrize("level", ["areas", "components", "indicators", "requirements"])
def test_no_level_may_be_empty(level: str) -> None:
    """A plan whose rows stop half way asks for nothing, so it is refused."""
    cut = SMALL[: SMALL.index(f"{level}:")] + f"{level}: []\n"
    (problem,) = problems(cut)
    assert f"«{level}» belum ada atau kosong" in problem


def test_all_wrong_rows_are_named_at_once() -> None:
    """One reading tells everything, so that a person mends the file in one go."""
    bad = SMALL.replace("name: Satu", "name: 7").replace("kind: SK", "jenis: SK").replace("I.1.1.2", "I.9.9.2")
    found = problems(bad)
    assert [problem.partition(":")[0] for problem in found] == [
        "baris 6 (I)",
        "baris 16 (I.1.1.1)",
        "baris 16 (I.1.1.1)",
        "baris 17 (I.9.9.2)",
    ]


def test_a_row_that_is_no_mapping_is_named_by_its_place() -> None:
    """A stray word among the rows has no line or code, so it is counted below its parent."""
    (problem,) = problems(SMALL + "      - SK lain\n")
    assert problem.startswith("baris 12 (I.1.1), bukti fisik ke-3: harus berisi kunci dan nilai")


@pytest.mark.parametrize("text", ["", "rencana", "- I", "42"])
def test_a_file_of_another_kind_is_refused(text: str) -> None:
    """YAML that is no plan at all is answered with the keys that a plan has."""
    (problem,) = problems(text)
    assert "harus berisi kunci dan nilai (id, title, unit, year, areas, signed)" in problem
