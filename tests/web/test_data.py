"""The JSON twins: the same filters as the pages, the shapes that the design agrees on."""

import pytest

from ziarchive import shapes


def test_gaps_in_json_are_the_pages_gaps(site) -> None:
    """All slots without a filter, the wanted ones with; the totals are those of the slots given."""
    whole = site.client.get("/kesenjangan.json").json
    some = site.client.get("/kesenjangan.json?komponen=I.1&status=met").json
    assert whole == shapes.gaps(site.archive.gaps(site.archive.today()))
    assert [slot["code"] for slot in some["slots"]] == ["I.1.1.1"]
    assert (some["totals"]["met"], some["totals"]["slots"], some["totals"]["requirements"]) == (1, 1, 1)
    assert [area["code"] for area in some["areas"]] == ["I"]


def test_the_date_is_part_of_the_question(site) -> None:
    """`pada` means the same as on the page."""
    assert site.client.get("/kesenjangan.json?pada=2024-02-01").json["on"] == "2024-02-01"


def test_a_search_in_json(site) -> None:
    """Hits carry path, page and snippet."""
    (hit,) = site.client.get("/cari.json?q=pengaduan").json["hits"]
    assert hit["page"] == 2 and "pengaduan" in hit["snippet"]


@pytest.mark.parametrize(
    ("address", "numbers"),
    [("/dokumen.json", 7), ("/dokumen.json?area=I", 2), ("/dokumen.json?jenis=Notulen", 1)],
)
def test_documents_in_json(site, address: str, numbers: int) -> None:
    """The list is whole, not in pages, and takes the page's filters."""
    assert len(site.client.get(address).json) == numbers


def test_a_wrong_filter_is_refused_in_json(site) -> None:
    """A program must not take the whole list for the answer to its question."""
    answer = site.client.get("/dokumen.json?area=Q")
    assert answer.status_code == 400 and "«Q»" in answer.json["problems"][0]


@pytest.mark.parametrize("query", ["cari.json?q=tim&halaman=x", "dokumen.json?halaman=x", "kesenjangan.json?pada=x"])
def test_a_refusal_does_not_say_what_was_shown_instead(site, query: str) -> None:
    """A program that is refused is shown nothing, so it is not told of a first page or of today."""
    answer = site.client.get(f"/{query}")
    assert answer.status_code == 400
    assert not {"ditampilkan", "dipakai"} & set(answer.json["problems"][0].split())


def test_the_inbox_in_json(site) -> None:
    """Each file comes with its suggestions and their titles."""
    rows = site.client.get("/kotak-masuk.json").json
    assert rows == shapes.inbox(site.archive.inbox(), site.archive.plan)
    assert rows[0]["suggestions"][0]["evidence"]
    assert [row["readable"] for row in rows] == [True]


def test_the_status_in_json(site) -> None:
    """The numbers are those of the status page."""
    status = site.client.get("/status.json").json
    assert status["documents"] == 7 and [one["path"] for one in status["rejected"]]
