"""Titles as comparable words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive import plan, plans
from ziarchive.naming.words import CANONICAL, meaning, own_names, tokens, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Notulensi rapat", "NOTULA RAPAT"),
        ("Surat Keputusan Tim Zona Integritas", "SK Tim ZI"),
        ("Laporan Monitoring dan Evaluasi", "laporan_monev"),
        ("Daftar hadir rapat", "Presensi"),
        ("SS E-Sakip", "Tangkapan layar e sakip"),
        ("Laporan pengaduan masyarakat per bulan", "Laporan dumas bulanan"),
        ("Laporan Akuntabilitas Kinerja Instansi Pemerintah", "LAKIN"),
        ("Bukti lapor LHKPN 2024", "LHKPN"),
        ("DIP/POK", "DIP-POK"),
        ("Lap Dumas Okt 2024 rev2", "Laporan pengaduan"),
        ("DH & Und", "daftar hadir dan undangan"),
        ("SK hukdis", "Surat Keputusan hukuman disiplin"),
        ("KAK IHT", "TOR in house training"),
        ("usul KP", "usulan kenaikan pangkat"),
        ("RTL monev TW2", "tindak lanjut pemantauan dan evaluasi triwulan 2"),
        ("rekap Smt1", "rekapitulasi semester 1"),
        ("scan SK UPG ttd ok FINAL BANGET", "SK UPG"),
        ("Prosedur pengaduan", "SOP dumas"),
    ],
)
def test_spellings_of_one_title_have_the_same_words(one: str, other: str) -> None:
    """Abbreviations, synonyms, case, numbers and joiners make no difference."""
    assert words(one) == words(other) != ()


def test_different_documents_keep_different_words() -> None:
    """What tells two documents apart is not thrown away."""
    assert words("SK UPG") != words("SOP UPG")
    assert words("Cascading IKU") != words("Manual IKU")


@pytest.mark.parametrize(
    ("together", "blanks"),
    [
        ("SKMaklumatPelayananPublik", "SK Maklumat Pelayanan Publik"),
        ("NotulenRapatZI2024", "Notulen Rapat ZI 2024"),
        ("SK_TimZI", "SK Tim ZI"),
        ("rencanaKerjaRB-ZI", "Rencana kerja RB ZI"),
        ("2024LaporanKinerja", "2024 Laporan Kinerja"),
        ("BuktiLaporLHKPN", "Bukti lapor LHKPN"),
        ("RencanaKerjaZIDiWebsite", "Rencana kerja ZI di website"),
        ("DaftarHadirRapat", "Daftar hadir rapat"),
    ],
)
def test_words_written_together_are_taken_apart(together: str, blanks: str) -> None:
    """A name without blanks has the words of the same name with blanks."""
    assert words(together) == words(blanks)


@pytest.mark.parametrize(
    "text", ["LHKPN", "SIMASN", "MySAPK", "LKjIP", "PPh", "e-Sakip", "eSakip", "WhatsApp", "BerAKHLAK", "SOP"]
)
def test_what_only_looks_like_several_words_stays_one(text: str) -> None:
    """Acronyms and names with capitals inside are the same word as in small letters."""
    assert words(text) == words(text.lower())
    assert len(words(text)) == 1


@given(st.text(max_size=80))
def test_words_are_stable(text: str) -> None:
    """Words of any text are plain words: reading them again never brings a number or a joiner back."""
    assert all(word.isalpha() for word in words(text))


@pytest.mark.parametrize(
    ("unit", "id", "own"),
    [
        ("Balai Pengujian Standar Instrumen Lingkungan Pertanian", "bpsi-lingtan-2024", "bpsi lingtan bpsilp"),
        ("BPSI Tanaman Hias", "tanaman-2025", "bpsi bth"),
        ("Kantor", "rencana-kerja-2024", ""),
    ],
    ids=["seed", "acronym in the name", "nothing of its own"],
)
def test_an_offices_own_names_tell_nothing(unit: str, id: str, own: str) -> None:
    """They come from the plan: the unit's initials and acronyms, and what its id shortens of it."""
    seed = replace(plan.load(plans.builtin_text("bpsi-lingtan-2024"), "seed"), unit=unit, id=id)
    assert own_names(seed) == frozenset(own.split())
    title = f"LHKPN {own}"
    assert (words(title, own_names(seed)), words(title)) == (("lhkpn",), ("lhkpn", *own.split()))


def test_the_longest_spelling_counts() -> None:
    """A long form is not read as the short form that begins it."""
    assert words("Laporan kinerja instansi pemerintah") == ("lakin",)
    assert words("Laporan kerja") == ("laporan", "kerja")
    assert words("rapat undangan rapat") == ("rapat", "undangan")


def test_tokens_are_all_words_as_they_stand() -> None:
    """Fillers and numbers too: they are left out where the meaning is asked for."""
    assert tokens("SK_TimZI (rev2) & TW2") == ["sk", "tim", "zi", "rev2", "dan", "tw", "2"]
    assert meaning(tokens("SK_TimZI (rev2) & TW2")) == ("sk", "tim", "zi", "triwulan")


def test_one_spelling_is_always_the_same() -> None:
    """Each abbreviation's own word is read as itself, and no spelling leads to another spelling."""
    assert all(word in meaning([word]) or meaning([word]) == () for word in CANONICAL)
