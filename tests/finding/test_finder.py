"""The search box of a real office: what it finds, in which order, and what it says of it."""

import shutil

import pytest

from tests.conftest import Office
from ziarchive.archive import CHANGED, GONE, Archive
from ziarchive.query import Field
from ziarchive.reports import Order, SearchReport

MARCH, APRIL = "2024/V.1.2.2_Laporan UPG_2024-03.pdf", "2024/V.1.2.2_Laporan UPG_2024-04.docx"
OLD, LHKPN, DUMAS = (
    "2023/laporan lama upg.pdf",
    "2024/I.4.1.2_Bukti lapor LHKPN_2024-03.pdf",
    "2024/V.3.1.4_Laporan dumas_2024-05.pdf",
)


def paths(report: SearchReport) -> list[str]:
    return [hit.document.path for hit in report.hits]


@pytest.mark.parametrize(
    ("box", "wanted"),
    [
        ("gratifikasi tanggal:2024-03..2024-04", {MARCH, APRIL}),
        ("periode:2024-05", {DUMAS}),
        ("periode:2024-TW1", {MARCH, LHKPN}),
        ("tanggal:2024-05..", {DUMAS}),
        ("status:kotak-masuk", {OLD}),
        ("status:terpenuhi area:V", {MARCH, APRIL, DUMAS}),
        ("gratifikasi -status:kotak-masuk", {MARCH, APRIL}),
        ("dari:digital dumas", {DUMAS}),
        ("dari:ocr", set()),
        ("Dumas", {DUMAS}),
        ("pengaduan masyarakat", {DUMAS}),
        ("laporan-laporan gratifikasi", {MARCH, APRIL, OLD}),
    ],
)
def test_filters_and_synonyms(filled: Archive, box: str, wanted: set[str]) -> None:
    """Periods, days, states and sources narrow a search, and words find what means the same."""
    assert set(paths(filled.search(box))) == wanted


def test_orders(filled: Archive) -> None:
    """Hits follow each other by relevance, by period or by place, whatever page is asked for."""
    assert paths(filled.search("gratifikasi", order=Order.DATE))[:2] == [APRIL, MARCH]
    by_code = paths(filled.search("", order=Order.CODE))
    assert by_code[0] == LHKPN and by_code[-1] == OLD
    assert paths(filled.search("", limit=2, offset=2, order=Order.CODE)) == by_code[2:4]


def test_facets_count_all_that_match(filled: Archive) -> None:
    """Facets tell of every match, also of those on no page yet."""
    report = filled.search("gratifikasi", limit=1)
    counts = {facet.field: {each.value: each.count for each in facet.values} for facet in report.facets}
    assert (len(report.hits), report.total) == (1, 3)
    assert counts[Field.AREA] == {"V": 2} and counts[Field.SOURCE] == {"digital": 3}
    assert counts[Field.STATUS] == {"met": 2, "inbox": 1}


def test_pages_of_a_hit(filled: Archive) -> None:
    """A document shows its best page first and others that answer behind it."""
    (hit,) = (hit for hit in filled.search("gratifikasi").hits if hit.document.path == MARCH)
    assert {each.snippet.page for each in hit.pages} == {1, 2}
    assert hit.snippet is hit.pages[0].snippet and hit.states == ("met",)


def test_some_of_the_words(filled: Archive) -> None:
    """Behind what has all words comes what has some, each document once; not behind a phrase or an OR."""
    report = filled.search("gratifikasi hadiah kotak")
    assert not report.hits and {hit.document.path for hit in report.partial} == {MARCH, APRIL, OLD, DUMAS}
    both = filled.search("gratifikasi halaman")
    assert paths(both) == [MARCH] and MARCH not in {hit.document.path for hit in both.partial}
    assert not filled.search('"gratifikasi kotak"').partial
    assert not filled.search("zzz OR yyy").partial


def test_what_changed_since_is_told(filled: Archive, office: Office) -> None:
    """A hit whose file has changed or gone says so; an archive that is away says it once, elsewhere."""
    office.pdf(MARCH, "isi baru")
    (office.root / APRIL).unlink()
    trouble = {hit.document.path: hit.trouble for hit in filled.search("gratifikasi").hits}
    assert trouble == {MARCH: CHANGED, APRIL: GONE, OLD: ""}
    shutil.rmtree(office.root)
    assert {hit.trouble for hit in filled.search("gratifikasi").hits} == {""}


def test_nothing_found_is_no_dead_end(filled: Archive) -> None:
    """Another spelling, filters to lift with true counts, and the requirement that was meant are offered."""
    assert filled.search("gratifkasi").respelled == "gratifikasi"
    assert filled.search("gratifkasi tahun:1999").respelled == "gratifikasi"
    lifts = {lift.query: lift.total for lift in filled.search("gratifikasi tahun:1999 area:V").lifts}
    assert lifts["gratifikasi"] == 3 and all(filled.search(box).total == total for box, total in lifts.items())
    asked = filled.search("maklumat pelayanan").asked
    assert any("Maklumat" in one.requirement.title for one in asked)
    assert filled.search("gratifikasi").lifts == () == filled.search("gratifikasi").asked


@pytest.mark.parametrize("box", ["V.1.2", "v-1-2", "V 1 2"])
def test_a_lone_code(filled: Archive, box: str) -> None:
    """A code typed alone leads to its requirements, with their documents and slots."""
    asked = {str(one.requirement.code): one for one in filled.search(box).asked}
    assert asked["V.1.2.2"].documents == 2 and dict(asked["V.1.2.2"].states)["met"] == 2
    assert all(code.startswith("V.1.2") for code in asked)


def test_similar_documents(filled: Archive, office: Office) -> None:
    """Last year's report is the likest; the same bytes are found as such."""
    shutil.copy(office.root / DUMAS, office.root / "2024/salinan.pdf")
    filled.sync()
    documents = {document.path: document for document in filled.documents()}
    likest, *_ = filled.finder.similar(documents[OLD], 3)
    assert likest.document.path in (MARCH, APRIL) and likest.likeness > 0.6
    assert [each.path for each in filled.finder.same(documents[DUMAS])] == ["2024/salinan.pdf"]
    assert filled.finder.same(documents[OLD]) == ()


def test_indicators_without_an_answer(filled: Archive) -> None:
    """The inverse search lists the indicators of which no document answers."""
    lacking = {str(indicator.code) for indicator in filled.finder.lacking("gratifikasi")}
    assert "V.1.2" not in lacking and "I.4.1" in lacking
    assert len(lacking) == sum(1 for _ in filled.plan.indicators()) - 1


def test_suggestions(filled: Archive) -> None:
    """Words by how many documents hold them, codes and titles are suggested from the second letter on."""
    words = [each.text for each in filled.finder.suggest("laporan grat") if each.kind == "word"]
    assert words == ["laporan gratifikasi"]
    assert any(each.text == "V.1.2.2" for each in filled.finder.suggest("v.1.2"))
    titled = [each for each in filled.finder.suggest("bukti lapor") if each.kind == "document"]
    assert [each.label for each in titled] == [LHKPN]
    assert filled.finder.suggest("g") == ()
