"""The words of a plan, and how the words of documents are read by them."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive import plan
from ziarchive.matching.lexicon import Lexicon
from ziarchive.model import Plan
from ziarchive.naming.words import words


@pytest.fixture(scope="module")
def seed() -> Plan:
    """The built-in plan."""
    text = (files("ziarchive.plans") / "bpsi-lingtan-2024.yaml").read_text(encoding="utf-8")
    return plan.load(text, "seed")


@pytest.fixture(scope="module")
def lexicon(seed: Plan) -> Lexicon:
    """The words of the built-in plan."""
    return Lexicon(seed)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("SK Tim Zona Integrtas", "SK Tim Zona Integritas"),
        ("absesi rapat", "absensi rapat"),
        ("laporn pengaduan masyarkat", "laporan pengaduan masyarakat"),
        ("Casscading SKP", "Cascading SKP"),
        ("monitroing efektivitas", "monitoring efektivitas"),
        ("SKPPID", "SK PPID"),
        ("SSESakip", "SS E-Sakip"),
        ("rekap nilai kinerja", "rekap penilaian kinerja"),
        ("maklumat pelayanan", "maklumat layanan"),
        ("form rencana diklat", "form perencanaan diklat"),
        ("POK", "DIP"),
        ("surat tugas workshop", "surat tugas pelatihan"),
        ("SK mutasi an. Siti Aminah", "SK mutasi"),
        ("sertifikat pak Budi", "sertifikat"),
        ("TL IKM TW2", "Tindak lanjut SKM triwulan 2"),
    ],
)
def test_what_is_written_otherwise_is_read_as_meant(lexicon: Lexicon, name: str, meant: str) -> None:
    """Slips, kinds without a blank, words of one root, a choice of two words, abbreviations and persons."""
    assert lexicon.title(name) == lexicon.title(meant) != ()


@pytest.mark.parametrize(
    ("real", "word"),
    [("pengadaan", "pengaduan"), ("perumahan", "perubahan"), ("bukan", "bulan"), ("pelantikan", "pelatihan")],
)
def test_a_real_word_is_no_slip_of_another(lexicon: Lexicon, real: str, word: str) -> None:
    """A word of its own, or a short one, is left as it is."""
    assert lexicon.title(f"SK {real}") == ("sk", real)
    assert lexicon.title(f"SK {real}") != lexicon.title(f"SK {word}")


def test_kinds_are_never_a_choice_of_words(seed: Plan, lexicon: Lexicon) -> None:
    """A decree stays apart from a procedure, whatever roots and slashes join."""
    heads = [lexicon.title(kind) for kind in ("SK", "SOP", "Laporan", "Notulen", "Daftar hadir", "Undangan", "Rekap")]
    assert len(set(heads)) == len(heads)
    assert all(len(head) == 1 for head in heads)


def test_roots_join_few_words_of_the_plan(seed: Plan, lexicon: Lexicon) -> None:
    """The words of the plan's own titles stay apart, but for those that say the same."""
    joined = {
        (word, lexicon.title(word)[0])
        for requirement in seed.requirements()
        for word in words(requirement.title)
        if lexicon.title(word) and lexicon.title(word)[0] != word
    }
    assert joined <= {
        ("pelayanan", "layanan"), ("perencanaan", "rencana"), ("penyusun", "penyusunan"), ("mengikuti", "diikuti"),
        ("penyusunan", "penyusun"), ("program", "kegiatan"), ("workshop", "pelatihan"), ("pok", "dip"),
        ("kali", "sekali"), ("diikuti", "mengikuti"),
    }  # fmt: skip


def test_foreign_words_are_those_of_no_office_and_no_plan(lexicon: Lexicon) -> None:
    """The plan's own subjects and everyday words are at home in any title."""
    said = frozenset(lexicon.title("Undangan rapat gratifikasi arisan kepala balai"))
    assert lexicon.foreign(said) == {"arisan"}


@given(st.text(max_size=60))
def test_a_title_read_twice_is_the_same(text: str) -> None:
    """What was read as the plan's words is the plan's words."""
    lexicon = _LEXICON
    once = lexicon.title(text)
    assert frozenset(once) >= frozenset(lexicon.title(" ".join(once)))


_LEXICON = Lexicon(plan.load((files("ziarchive.plans") / "bpsi-lingtan-2024.yaml").read_text(encoding="utf-8"), "seed"))
