"""What stands around the hits: filters to add and take off, states, partial hits, help, and what has no document."""

import csv
import re
from html import unescape
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.web.conftest import NOW, pdf
from web import facets
from ziarchive.archive import Archive
from ziarchive.query import Field, Filter
from ziarchive.reports import Facet, FacetValue, SearchReport
from ziarchive.settings import Settings

UPG = "Laporan pengendalian gratifikasi memuat hadiah, penolakan dan pengembalian yang dicatat oleh petugas balai."


@pytest.fixture(scope="module")
def upg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with reports handed in twice, a file that answers half a question, and one that changes later."""
    home = tmp_path_factory.mktemp("upg")
    root = home / "archive" / "2024"
    pdf(root / "V.1.2.2_Laporan UPG_2024-03.pdf", UPG, f"{UPG} Rapat kedua.", "Tanpa kata itu", f"{UPG} Rapat ketiga.")
    (root / "V.1.2.2_Laporan UPG_2024-06.txt").write_text(f"{UPG} {UPG}")
    (root / "salinan laporan.txt").write_text(f"{UPG} {UPG}")
    (root / "ulang.txt").write_text(f"{UPG} {UPG} Selesai.")
    (root / "I.4.1.2_Bukti lapor LHKPN_2024-03.txt").write_text("Bukti lapor harta kekayaan pejabat dan hadiah")
    with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
        archive.sync()
    return home


def questions(page: str) -> list[str]:
    """Return the questions that the page's links ask."""
    links = (urlsplit(unescape(each)) for each in re.findall(r'href="([^"]+)"', page))
    return [
        parse_qs(link.query, keep_blank_values=True)["q"][0] for link in links if link.path == "/cari" and link.query
    ]


def test_every_facet_leads_to_as_many_hits_as_it_says(visit, upg: Path) -> None:
    """The question behind a value finds exactly the documents that the value counts."""
    site = visit(upg)
    twin = site.client.get("/cari.json?q=hadiah").json
    report = site.archive.search("hadiah")
    found = [choice for group in facets.groups(report, site.archive.plan) for choice in group.choices]
    assert len(found) > 6
    assert [site.archive.search(choice.question).total for choice in found] == [choice.count for choice in found]
    assert {"area", "component", "kind", "year", "status", "source"} == set(twin["facets"])


def test_a_chosen_filter_can_be_taken_off_without_hits(visit, upg: Path) -> None:
    """Each filter stands above an empty answer too, with the question that lacks it."""
    page = visit(upg).page("/cari?q=hadiah tahun:2019 -area:I")
    assert "tahun 2019 ✕" in page and "TANPA area I ✕" in page
    assert {"hadiah -area:I", "hadiah tahun:2019"} <= set(questions(page))


def test_a_chosen_value_is_shown_however_rare(site) -> None:
    """Only the commonest values of a field are listed, and the chosen one, in whatever case it was typed."""
    values = (*(FacetValue(f"Jenis {number}", 99 - number) for number in range(30)), FacetValue("SK", 1))
    asked = Filter(Field.KIND, "sk")
    report = SearchReport("jenis:sk", "", (), 1, (), 0.0, facets=(Facet(Field.KIND, values),), understood=asked)
    (group,) = facets.groups(report, site.archive.plan)
    assert len(group.choices) == facets.SHOWN + 1
    assert [(one.label, one.question) for one in group.choices if one.chosen] == [("SK", "")]


def test_the_order_keeps_the_rest(visit, upg: Path) -> None:
    """A link to another order asks the same question with the same lists beside it."""
    page = visit(upg).page("/cari?q=hadiah&area=V&urut=date")
    assert 'href="/cari?q=hadiah&amp;area=V&amp;urut=code"' in page
    assert page.index("2024-06.txt") < page.index("2024-03.pdf")


def test_a_document_shows_up_to_three_pages(visit, upg: Path) -> None:
    """Each further page has its own snippet and link; a page without the word has none."""
    site = visit(upg)
    page, id = site.page("/cari?q=pengembalian"), site.document("UPG_2024-03").id
    linked = re.findall(rf'href="/dokumen/{id}\?q=pengembalian&amp;ke=\d+#halaman-(\d)"', page)
    assert sorted(linked) == ["1", "2", "4"]
    hit = next(each for each in site.client.get("/cari.json?q=pengembalian").json["hits"] if each["id"] == id)
    assert [str(each["page"]) for each in hit["pages"]] == linked
    assert all("pengembalian" in each["snippet"] for each in hit["pages"])


def test_a_hit_wears_the_states_of_its_slots(visit, upg: Path) -> None:
    """A state has its word and its shape; a file without a place is in the inbox."""
    site = visit(upg)
    page = site.page("/cari?q=hadiah")
    assert 'class="chip met"' in page and "kotak masuk" in page
    assert "met" in {state for hit in site.client.get("/cari.json?q=hadiah").json["hits"] for state in hit["states"]}


def test_documents_with_some_of_the_words(visit, upg: Path) -> None:
    """They follow under their own heading, and are not counted as found."""
    site = visit(upg)
    page, twin = site.page("/cari?q=gratifikasi kekayaan"), site.client.get("/cari.json?q=gratifikasi kekayaan").json
    assert twin["total"] == 0 and len(twin["partial"]) == 5
    assert "5 dokumen memuat sebagian kata" in page and "Tidak ada dokumen yang sesuai" in page


def test_a_file_that_changed_since_is_told(visit, upg: Path) -> None:
    """The hit still shows what was read, with a note that it may no longer be so."""
    site = visit(upg)
    changed = upg / "archive" / "2024" / "ulang.txt"
    before = changed.read_bytes()
    changed.write_bytes(before + b" berubah")
    try:
        assert "telah berubah sejak dibaca" in site.page("/cari?q=selesai")
        assert site.client.get("/cari.json?q=selesai").json["hits"][0]["trouble"]
    finally:
        changed.write_bytes(before)


def test_filters_that_could_be_lifted_say_what_they_give(visit, upg: Path) -> None:
    """The link behind a lift finds as many documents as it says."""
    site = visit(upg)
    (lift, *_) = site.client.get("/cari.json?q=hadiah tahun:2019").json["lifts"]
    assert site.client.get("/cari.json", query_string={"q": lift["query"]}).json["total"] == lift["total"] == 5
    assert "tanpa tahun 2019</a> (5 dokumen)" in site.page("/cari?q=hadiah tahun:2019")


def test_a_code_typed_alone_shows_its_requirement(visit, upg: Path) -> None:
    """The requirement stands above the hits, with the states of its slots and the way to the gaps."""
    page = visit(upg).page("/cari?q=V.1.2.2")
    assert page.index("Bukti fisik dengan kode itu") < page.index('class="hit"')
    assert 'href="/?teks=V.1.2.2#rincian"' in page and "2 terpenuhi" in page.replace("&nbsp;", " ")


def test_indicators_without_an_answer(visit, upg: Path) -> None:
    """The results lead to them; the page and its twin list the same ones, only when asked."""
    site = visit(upg)
    assert "tanpa=1#tanpa" in site.page("/cari?q=gratifikasi")
    lacking = site.client.get("/cari.json?q=gratifikasi&tanpa=1").json["lacking"]
    codes = [each["code"] for each in lacking]
    assert "V.1.2" not in codes and len(codes) == len(tuple(site.archive.plan.indicators())) - 1
    page = site.page("/cari?q=gratifikasi&tanpa=1")
    assert f"{len(codes)} indikator tanpa dokumen" in page and f'teks={codes[-1]}#rincian"' in page
    assert "lacking" not in site.client.get("/cari.json?q=gratifikasi").json


def test_the_table_holds_the_page_that_is_shown(visit, upg: Path) -> None:
    """The states are in words, and a page past the end has a heading only."""
    site = visit(upg)
    lines = list(csv.DictReader(StringIO(site.client.get("/cari.csv?q=hadiah&urut=code").text.removeprefix("\ufeff"))))
    assert [line["kode"] for line in lines][:3] == ["I.4.1.2", "V.1.2.2", "V.1.2.2"]
    assert {"kotak masuk", "terpenuhi"} <= {line["status"] for line in lines}
    assert len(site.client.get("/cari.csv?q=hadiah&halaman=2").text.splitlines()) == 1
    assert site.client.get("/cari.csv?q=hadiah&urut=warna").status_code == 400


def test_a_document_names_its_doubles_and_its_like(visit, upg: Path) -> None:
    """The same bytes elsewhere and nearly the same text are told apart."""
    site = visit(upg)
    page = site.page(f"/dokumen/{site.document('UPG_2024-06').id}")
    same, _, similar = page.partition("Dokumen serupa")
    assert "Isi yang sama persis" in same and "salinan laporan.txt" in same
    assert "ulang.txt" in similar and "hampir sama: mungkin diserahkan ulang" in similar
    assert "salinan laporan.txt" not in similar
    assert "Isi yang sama persis" not in site.page(f"/dokumen/{site.document('LHKPN').id}")
