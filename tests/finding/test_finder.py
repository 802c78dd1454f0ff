"""The search box of a real office: what it finds, in which order, and what it says of it."""

import shutil
from dataclasses import replace

import pytest

from tests.conftest import Office
from tests.finding.small_office import finder_of
from tests.gaps.small import EVENT, MONTHLY, ONE, WHOLE, candidate, document
from ziarchive.archive import Archive
from ziarchive.errors import IndexUnusable
from ziarchive.finding.finder import NO_INDEX
from ziarchive.naming import periods
from ziarchive.ports import IndexEntry
from ziarchive.query import Field
from ziarchive.reports import Order, SearchReport
from ziarchive.search.memory import MemoryIndex
from ziarchive.whereabouts import CHANGED, GONE

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


def test_the_pages_of_one_document(filled: Archive) -> None:
    """Where a document speaks of a question is told of it alone; of what it does not hold, nothing."""
    march = next(each for each in filled.documents() if each.path == MARCH)
    found = filled.finder.pages(march, "gratifikasi yang dilaporkan")
    assert found[0].snippet.page == 1
    assert all(("gratifikasi", True) in [(part.lower(), met) for part, met in each.snippet.parts] for each in found)
    assert filled.finder.pages(march, "dumas") == ()


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


def test_a_hit_says_what_of_its_name_was_asked_for() -> None:
    """The name of the file is marked where it answers, and nothing is marked where only the text does."""
    finder = finder_of({document(MONTHLY, "2024-03", name="Laporan_vanadium-03"): "isi tentang rapat"})
    (named,) = finder.search("vanadium", 9, 0, Order.RELEVANCE).hits
    assert [part for part, found in named.name if found] == ["vanadium"] and named.snippet.page == 0
    assert "".join(part for part, _ in named.name) == "Laporan_vanadium-03.pdf"
    (told,) = finder.search("rapat", 9, 0, Order.RELEVANCE).hits
    assert told.name == () and told.snippet.page == 1
    (filtered,) = finder.search(f"kode:{MONTHLY}", 9, 0, Order.RELEVANCE).hits
    assert (named.titled, told.titled, filtered.titled, filtered.snippet.page) == (True, False, False, 0)


def test_a_hit_says_where_the_same_content_is() -> None:
    """Each of several files of one content is a hit, and says how many others there are."""
    one, other = (document(MONTHLY, f"2024-0{at}", name=f"berkas {at}") for at in (3, 4))
    finder = finder_of({one: "isi", replace(other, sha256=one.sha256): "isi", document(MONTHLY, "2024-05"): "isi"})
    assert {hit.document.id: hit.same for hit in finder.search("isi", 9, 0, Order.RELEVANCE).hits} == {
        one.id: 1, other.id: 1, document(MONTHLY, "2024-05").id: 0
    }  # fmt: skip


def test_order_by_date_and_code() -> None:
    """The newest period leads, else the text's own date, what has neither comes last; codes go by the plan."""
    undated = replace(candidate(MONTHLY, None), id="undated", path="b.pdf")
    dated = replace(undated, id="dated", path="a.pdf", content=replace(WHOLE, text_period=periods.parse("2024-04-10")))
    filed = (
        document(MONTHLY, "2024-02", name="second"),
        document(ONE, "2024-06", name="first"),
        document(EVENT, "2024-06", name="event"),
    )
    finder = finder_of({each: "isi" for each in (undated, dated, *filed)})
    by_date = [hit.document.id for hit in finder.search("", 9, 0, Order.DATE).hits]
    assert by_date == ["event", "first", "dated", "second", "undated"]
    by_code = [hit.document.id for hit in finder.search("", 9, 0, Order.CODE).hits]
    assert by_code == ["first", "second", "event", "dated", "undated"]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("box", ["tim kerja", "tim rapat sosialisasi", "", "tim OR rapat"])
@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_pages_make_the_whole(box: str, order: Order, size: int) -> None:
    """Page after page every answer is shown once, those with some of the words behind all others."""
    texts = ["tim kerja", "tim", "kerja rapat", "tim kerja rapat", "rapat", "sosialisasi kerja", "lain"]
    finder = finder_of({document(MONTHLY, "2024-03", name=str(at)): text for at, text in enumerate(texts)})
    whole = finder.search(box, 50, 0, order)
    pages = [finder.search(box, size, offset, order) for offset in range(0, 14, size)]
    assert all(len(page.hits) + len(page.partial) <= size for page in pages)
    assert [path for page in pages for path in paths(page)] == paths(whole) and len(whole.hits) == whole.total
    assert [hit.document for page in pages for hit in page.partial] == [hit.document for hit in whole.partial]
    assert {page.facets for page in pages} == {whole.facets}


def test_no_index_is_no_answer() -> None:
    """Without an index neither a search nor the inverse search may say that there is nothing."""
    finder = finder_of({document(MONTHLY, "2024-03"): "isi"}, MemoryIndex())
    with pytest.raises(IndexUnusable, match="Indeks pencarian belum ada"):
        finder.search("isi", 20, 0, Order.RELEVANCE)
    with pytest.raises(IndexUnusable) as error:
        finder.lacking("isi")
    assert error.value.message == NO_INDEX
    assert finder_of({}, MemoryIndex()).search("isi", 20, 0, Order.RELEVANCE).total == 0


def test_lacking_by_filters() -> None:
    """An indicator has an answer when any document of it passes; a candidate answers for none."""
    finder = finder_of({document(MONTHLY, "2024-03"): "isi", replace(candidate("I.2.1.1", None), id="c"): "isi"})
    assert [str(each.code) for each in finder.lacking("isi")] == ["I.2.1", "II.1.1"]
    assert [str(each.code) for each in finder.lacking("isi tahun:1999")] == ["I.1.1", "I.2.1", "II.1.1"]


def test_a_kind_by_its_long_form() -> None:
    """Documents of kind SK are found as surat keputusan too, and left out as such; the answer says so."""
    decree, other = document(ONE, "2024-06", name="sk"), document(MONTHLY, "2024-03", name="lain")
    decree = replace(decree, placement=replace(decree.placement, kind="SK"))
    finder = finder_of({decree: "isi", other: "isi"})
    report = finder.search('isi jenis:"surat keputusan"', 20, 0, Order.RELEVANCE)
    assert [hit.document for hit in report.hits] == [decree]
    assert report.in_words == "kata «isi» DAN (jenis surat keputusan ATAU jenis SK)"
    assert [hit.document for hit in finder.search("-jenis:kepka", 20, 0, Order.RELEVANCE).hits] == [other]


@pytest.mark.parametrize("box", ["PP Nomor 10 Tahun 1983", "PP No. 10 Th. 1983", "peraturan pemerintah 10 tahun 1983"])
def test_a_regulation(filled: Archive, office: Office, box: str) -> None:
    """A regulation is found by its words however they are written, and by its year, which is not its period."""
    office.docx("PP Nomor 10 Tahun 1983.docx", "izin perkawinan")
    filled.sync()
    for asked in (box, "tahun:1983", "perkawinan tahun:1983"):
        assert paths(filled.search(asked)) == ["PP Nomor 10 Tahun 1983.docx"], asked
    (found,) = filled.search("tahun:1983").hits
    assert found.document.placement.period is None
    years = next(facet for facet in filled.search("perkawinan").facets if facet.field is Field.YEAR)
    assert [each.value for each in years.values] == ["1983"]


def test_what_the_index_still_holds_is_not_shown() -> None:
    """A document that the catalogue no longer knows is neither counted nor shown, whatever the index says."""
    kept, gone = document(MONTHLY, "2024-03", name="kept"), document(MONTHLY, "2024-04", name="gone")
    index = MemoryIndex()
    index.rebuild(IndexEntry(each.id, each.path, "", (), "", None, ("isi",)) for each in (kept, gone))
    finder = finder_of({kept: "isi"}, index)
    report = finder.search("isi", 20, 0, Order.RELEVANCE)
    assert (report.total, [hit.document for hit in report.hits]) == (1, [kept])
