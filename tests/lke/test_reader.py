"""Reading a regulation's file: another one is another file, and a wrong one is named row by row."""

from fractions import Fraction

import pytest

from tests.lke.estimate import NAME, SMALL, SMALL_TEXT
from ziarchive import lke
from ziarchive.errors import SettingsInvalid


def test_another_regulation_is_another_file() -> None:
    """Other parts, predicates and scales need no other code; a component's weight is shared by its items."""
    assert [(item.code, item.weight) for item in SMALL.items] == [("A.1.a", 3), ("A.2.a", 2), ("A.2.b", 2), ("B.a", 3)]
    assert [dict(gate.needed) for gate in SMALL.gates] == [
        {"Perak": 6, "Emas": Fraction("9.5")},
        {"Perak": Fraction("1.5"), "Emas": 3},
        {"Perak": 1, "Emas": 2},
    ]


def test_the_built_in_files_are_named() -> None:
    """A name that is none is refused with those that are."""
    assert lke.builtin_names() == (NAME,)
    with pytest.raises(SettingsInvalid, match=f"«tidak-ada».*{NAME}"):
        lke.builtin_text("tidak-ada")


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("B: 0.67", "B: 1.2", "skala A/B/C/D: urutkan nilai jawaban"),
        ("B: 0.67", "B: banyak", "skala A/B/C/D: «banyak» harus berupa angka"),
        ("{Ya: 1, Tidak: 0}", "{Ya: 1}", "skala Ya/Tidak: urutkan nilai jawaban"),
        ("a: Ya/Tidak", "a: Mungkin", "components, A.2.a: skala «Mungkin» tidak ada"),
        ("weight: 4", "weight: 0", "components, A.2: beri bobot lebih dari 0"),
        ("weight: 4", "weight: '4'", "components, baris 2: periksa weight"),
        ("items: {a: A/B/C/D}", "items: {}", "components, A.1: beri bobot lebih dari 0 dan sedikitnya satu butir"),
        ("code: A.2", "code: A.1", "components, A.1.a: butir ini tertulis 2 kali"),
        ("name: Hasil, of: [B]", "name: Hasil, of: [C]", "parts: butir B.a harus termasuk tepat satu baris"),
        ("name: Dua, of: [A.2]", "name: Dua, of: [A]", "areas: butir A.1.a harus termasuk tepat satu baris"),
        ("Perak: 50%", "Perak: setengah", "gates, Satu: «setengah» harus berupa angka"),
        ("Perak: 50%", "Perak: 150%", "gates, Satu: nilai minimal lebih tinggi daripada bobotnya"),
        ("{Perak: 50%, Emas: 100%}", "{Perak: 50%}", "gates: setiap baris harus menyebut predikat yang sama"),
        ("title:", "judul:", "berkas: periksa title, judul"),
        ("- {name: Satu, of: [A.1]}", "- Satu", "areas, baris 1: harus berisi name, of"),
    ],
)
def test_what_is_wrong_is_named(before: str, after: str, problem: str) -> None:
    """Each mistake has a line that says where it is and what to do."""
    assert SMALL_TEXT.count(before) == 1
    with pytest.raises(SettingsInvalid) as caught:
        lke.load(SMALL_TEXT.replace(before, after), "kantor.yaml")
    assert "kantor.yaml" in caught.value.message
    assert [said for said in caught.value.problems if said.startswith(problem)], caught.value.problems


@pytest.mark.parametrize("text", ["a: [", "- 1\n- 2", "", "a: !!python/object:os.system x"])
def test_what_is_no_such_file_is_refused(text: str) -> None:
    """Anything else is told, not run into."""
    with pytest.raises(SettingsInvalid, match=r"kantor\.yaml"):
        lke.load(text, "kantor.yaml")
