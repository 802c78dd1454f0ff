"""Finding the slot of a document."""

from importlib.resources import files

import pytest

from ziarchive import plan
from ziarchive.matching import Matcher, Said
from ziarchive.model import Code, How, Indicator, Period, PeriodFrom, Placement, Plan
from ziarchive.naming import periods, skeleton


@pytest.fixture(scope="module")
def seed() -> Plan:
    """The built-in plan."""
    text = (files("ziarchive.plans") / "bpsi-lingtan-2024.yaml").read_text(encoding="utf-8")
    return plan.load(text, "seed")


@pytest.fixture(scope="module")
def matcher(seed: Plan) -> Matcher:
    """A matcher of the built-in plan."""
    return Matcher(seed)


def place(
    matcher: Matcher,
    path: str,
    text_period: Period | None = None,
    first_page: str = "",
    linked: tuple[Code, ...] = (),
) -> Placement:
    """Place a document that has no title of its own."""
    return matcher.place(path, Said(text_period, first_page=first_page), linked)


def shown(placement: Placement) -> str:
    """The counted codes in one string."""
    return "+".join(map(str, placement.codes))


LHKPN, ROLE_MODEL = Code((1, 4, 1, 2)), "2024/Area I/4 Perubahan Pola Pikir/1 Role model"


@pytest.mark.parametrize(
    ("path", "how", "codes", "why"),
    [
        ("I.4.1.2_Bukti lapor_2024.pdf", How.CODE, "I.4.1.2", "kode I.4.1.2 di awal nama berkas"),
        ("2024/Area I/4.1.2 x.pdf", How.CODE, "I.4.1.2", "angka 4.1.2 di folder area berarti I.4.1.2"),
        ("I.4.1.1+III.5.1.3_Rekap.xlsx", How.CODE, "I.4.1.1+III.5.1.3", "kode III.5.1.3"),
        ("2024/I.4.1.2 LHKPN/scan001.pdf", How.CODE, "I.4.1.2", "folder «I.4.1.2 LHKPN»"),
        (f"{ROLE_MODEL}/2 Bukti lapor LHKPN/scan001.pdf", How.TITLE, "I.4.1.2", "«2 Bukti lapor LHKPN»"),
        (f"{ROLE_MODEL}/Bukti lapor LHKPN.pdf", How.TITLE, "I.4.1.2", "«Bukti lapor LHKPN»"),
        (f"{ROLE_MODEL}/BUKTI_LAPOR_LHKPN (1).pdf", How.TITLE, "I.4.1.2", "indikator I.4.1"),
        (f"{ROLE_MODEL}/1. Rekap absensi kepala satker.pdf", How.TITLE, "I.4.1.1", "«Rekap absensi kepala satker»"),
        ("I.3.1_Notula rapat 15 Juli 2024.docx", How.TITLE, "I.3.1.3", "«Notulensi rapat»"),
        ("I.1.1_SKTimZonaIntegritas.pdf", How.TITLE, "I.1.1.2", "«SK Tim Zona Integritas»"),
        ("I.3.1_Presensi.pdf", How.TITLE, "I.3.1.2", "«Daftar hadir»"),
        ("I.3.1_Surat undangan rapat monev.pdf", How.TITLE, "I.3.1.1", "«Undangan rapat»"),
        ("I.1.1_Surat Keputusan Tim ZI.pdf", How.TITLE, "I.1.1.2", "«SK Tim Zona Integritas»"),
        ("1.iv.c Maklumat layanan.pdf", How.TITLE, "I.4.2.1", "kode LKE A.I.1.iv.c"),
        ("II.2.1_Tangkapan layar aplikasi SIMASN.png", How.TITLE, "II.2.1.2", "«SS Aplikasi SIM ASN»"),
        ("III.4.3_Rekap penilaian kinerja pegawai Maret 2024.pdf", How.TITLE, "III.4.3.2", "bulanan"),
        ("III.4.3_Rekap penilaian kinerja pegawai TW II 2024.pdf", How.TITLE, "III.4.3.3", "triwulan"),
        ("VI.3.1_Laporan IKM TW II 2024.pdf", How.TITLE, "VI.3.1.1", "«Laporan IKM per triwulan»"),
        ("II.1.1_Laporan evaluasi SOP.pdf", How.TITLE, "II.1.1.2", "«Laporan hasil evaluasi SOP»"),
        ("III.4.4_Sertifikat penghargan.pdf", How.TITLE, "III.4.4.2", "«Sertifikat penghargaan»"),
        ("III.4.3_Rekap penilaian kinerja pegawai.pdf", How.CANDIDATE, "", "tidak jelas"),
        ("I.3.1_Undangan, notulen, daftar hadir.pdf", How.CANDIDATE, "", "tidak jelas"),
        ("I.3.1_Laporan tindak lanjut monev ZI.pdf", How.CANDIDATE, "", "tidak jelas"),
        ("III.1.3_Laporan tindak lanjut monev penempatan pegawai.pdf", How.CANDIDATE, "", "tidak jelas"),
        ("I.4.1_Draft SK Tim Agen Perubahan.docx", How.CANDIDATE, "", "tidak jelas"),
        ("I.4.1_Undangan sosialisasi LHKPN.pdf", How.CANDIDATE, "", "tidak jelas"),
        ("IV.2.3_Cascading IKU.pdf", How.CANDIDATE, "", "tidak jelas"),
        ("V.4.1_Daftar hadir sosialisasi benturan kepentingan.pdf", How.CANDIDATE, "", "tidak jelas"),
        ("III.3.2_Form perencanaan pendidikan.pdf", How.CANDIDATE, "", "tidak jelas"),
        ("I.4.1_scan001.pdf", How.CANDIDATE, "", "tidak jelas"),
        ("I.4_SK Tim Agen Perubahan.pdf", How.CANDIDATE, "", "baru diketahui sampai komponen I.4"),
        ("2024/Area I/SK Tim Agen Perubahan.pdf", How.CANDIDATE, "", "baru diketahui sampai area I"),
        ("SK Tim Agen Perubahan.pdf", How.CANDIDATE, "", "tidak ada kode"),
        ("1.4.1.2 LHKPN.pdf", How.CANDIDATE, "", "berkas tidak berada dalam folder area"),
        ("2024/Area I/4/1/I.9.9.9 LHKPN.pdf", How.CANDIDATE, "", "kode I.9.9.9 tidak ada dalam rencana"),
        ("Area II/I.4.1.2_LHKPN.pdf", How.CANDIDATE, "", "nama berkas menyebut I.4.1.2, tetapi foldernya menunjuk II"),
        (f"{ROLE_MODEL}/2 Bukti lapor LHKPN/Rekap absensi kepala satker.pdf", How.CANDIDATE, "", "I.4.1.1"),
        ("4.ii.h SK penyusun LAKIP.pdf", How.CANDIDATE, "", "IV.2.7 atau IV.2.8"),
    ],
)  # fmt: skip
def test_a_document_finds_its_place(matcher: Matcher, path: str, how: How, codes: str, why: str) -> None:
    """Codes and clear titles count, everything doubtful is a candidate, and the reason is told."""
    placement = place(matcher, path)
    assert (placement.how, shown(placement)) == (how, codes)
    assert why in placement.why


def indicators(seed: Plan) -> list[tuple[Indicator, str]]:
    """The indicators with their canonical folders."""
    return [(each, skeleton.folder(seed, each.code, 2024)) for each in seed.indicators()]


def test_every_required_title_is_clear_in_its_indicator(seed: Plan, matcher: Matcher) -> None:
    """A file that bears a requirement's own title in the indicator's folder counts for it, for all 185."""
    for indicator, folder in indicators(seed):
        for item in indicator.requirements:
            placement = place(matcher, f"{folder}/{item.title.replace('/', '-')}.pdf")
            assert placement.codes == (item.code,), item.title


def test_two_titles_in_one_name_are_no_clear_title(seed: Plan, matcher: Matcher) -> None:
    """A bundle of two required documents of different kinds is left to a person."""
    for name in ("Undangan rapat dan Notulen rapat", "SK tim ZI dan Pakta integritas"):
        assert place(matcher, f"2024/I/4/3/{name}.pdf").how is How.CANDIDATE


def test_a_link_makes_a_candidate_count(matcher: Matcher) -> None:
    """A person's link wins over doubt and over a contradiction."""
    for path in ("scan001.pdf", "Area II/I.4.1.2_LHKPN.pdf"):
        placement = place(matcher, path, linked=(LHKPN,))
        assert (placement.how, shown(placement), placement.suggestions) == (How.LINK, "I.4.1.2", ())
        assert "ditautkan oleh petugas ke I.4.1.2" in placement.why


def test_a_link_adds_to_a_code(matcher: Matcher) -> None:
    """One document may fill many slots: linked codes join those of the name, each once."""
    linked = (Code((3, 4, 2, 1)), Code((3, 4, 1, 1)))
    placement = place(matcher, "III.4.1.1_PK_2024.pdf", linked=linked)
    assert (placement.how, shown(placement)) == (How.CODE, "III.4.1.1+III.4.2.1")


def test_a_link_to_nothing_in_the_plan_is_no_link(matcher: Matcher) -> None:
    """A code that the plan no longer has does not make a document count."""
    assert place(matcher, "scan001.pdf", linked=(Code((1, 9, 9, 9)),)).how is How.CANDIDATE


def test_a_month_that_does_not_exist_leaves_the_period_unknown(matcher: Matcher) -> None:
    """Neither the folder nor the text may stand in silently for what the name got wrong."""
    placement = place(matcher, "2024/I.4.1.2_LHKPN_2024-13.pdf", text_period=periods.parse("2024-05"))
    assert (placement.period, placement.period_from) == (None, None)
    assert "bulan 13 tidak ada" in placement.why


@pytest.mark.parametrize(
    ("path", "text", "period", "source"),
    [
        ("2023/SK Maret 2024.pdf", "2024-05", "2024-03", PeriodFrom.NAME),
        ("2024/Laporan Maret.pdf", "2024-05", "2024-03", PeriodFrom.NAME),
        ("2024/Maret/Laporan.pdf", "2024-05", "2024-03", PeriodFrom.FOLDER),
        ("2023/SK.pdf", "2024-05", "2024-05", PeriodFrom.TEXT),
        ("2023/SK.pdf", None, "2023", PeriodFrom.FOLDER),
        ("SK.pdf", None, None, None),
    ],
)
def test_the_period_comes_from_the_strongest_source(
    matcher: Matcher, path: str, text: str | None, period: str | None, source: PeriodFrom | None
) -> None:
    """The name first, then a month's folder, then the text, then the year folder."""
    placement = place(matcher, path, text_period=periods.parse(text) if text else None)
    assert (placement.period and periods.render(placement.period)) == period
    assert placement.period_from is source


@pytest.mark.parametrize(
    ("path", "first_page", "code", "why"),
    [
        ("LHKPN Kepala Balai 2024.pdf", "", "I.4.1.2", "judul mirip «Bukti lapor LHKPN»"),
        ("2024/Area I/LHKPN kepala.pdf", "", "I.4.1.2", "berada dalam I"),
        ("Laporan IKM TW II 2024.pdf", "", "VI.3.1.1", "judul mirip"),
        ("1.4.1.2 x.pdf", "", "I.4.1.2", "I.4.1.2 disebut"),
        ("Area II/I.4.1.2_x.pdf", "", "I.4.1.2", "I.4.1.2 disebut"),
        ("2024/V/5/4/scan.pdf", "", "V.5.4.1", "satu-satunya bukti dalam V.5.4"),
        ("4.ii.h SK penyusun LAKIP.pdf", "", "IV.2.8.1", "berada dalam IV.2.8"),
        ("BuktiLaporLHKPN2024.pdf", "", "I.4.1.2", "judul mirip «Bukti lapor LHKPN»"),
        ("scan1.pdf", "LAPORAN KAJI ULANG SOP", "VI.1.4.1", "halaman pertama memuat"),
    ],
)
def test_a_likely_slot_is_suggested_for_confirmation(
    matcher: Matcher, path: str, first_page: str, code: str, why: str
) -> None:
    """What a person would very probably agree to comes first, at 0.6 or more, with its reason."""
    first, *_ = place(matcher, path, first_page=first_page).suggestions
    assert (str(first.code), first.score >= 0.6) == (code, True)
    assert why in first.why


@pytest.mark.parametrize("path", ["PK.pdf", "SK Tim ZI.pdf", "Undangan rapat.pdf", "foto kucing.jpg", "Notulen.pdf"])
def test_a_title_of_several_requirements_is_not_nearly_certain(matcher: Matcher, path: str) -> None:
    """A title that several requirements share, or that says too little, stays below 0.6."""
    assert all(each.score < 0.6 for each in place(matcher, path).suggestions)


def test_suggestions_are_few_and_sorted(matcher: Matcher) -> None:
    """At most three, the likeliest first, within 0 and 1, each of another code."""
    for path in ("PK.pdf", "2024/Area V/Laporan.pdf", "I.4.3_rapat tim.pdf", "x.pdf"):
        scores = [each.score for each in place(matcher, path).suggestions]
        assert len(scores) <= 3
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_a_file_that_says_nothing_has_no_suggestions(matcher: Matcher) -> None:
    """Without any likeness nothing is proposed."""
    assert place(matcher, "2024/IMG_0001.jpg").suggestions == ()
