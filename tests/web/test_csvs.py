"""The CSV twins: each list's lines are those of its JSON answer, narrowed the same way, and safe for a spreadsheet."""

import csv
import re
from collections.abc import Callable
from html import unescape
from io import StringIO
from pathlib import Path

import pytest

from tests.web.conftest import NOW, Site, fill, pdf
from web.csvs import TWINS
from ziarchive import sealing
from ziarchive.archive import Archive
from ziarchive.decisions import Outcome, Verdict
from ziarchive.model import Code
from ziarchive.settings import Settings


def lines(site: Site, address: str) -> list[dict[str, str]]:
    answer = site.client.get(address)
    assert answer.status_code == 200 and answer.mimetype == "text/csv"
    assert answer.data.startswith("\ufeff".encode())
    return list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig"))))


@pytest.mark.parametrize("address", TWINS)
def test_each_twin_has_a_line_for_each_thing(site: Site, address: str) -> None:
    """As many lines as the JSON answer has things, under the agreed columns."""
    twin = TWINS[address]
    answer = site.client.get(address.replace(".csv", ".json")).json
    found = lines(site, address)
    assert len(found) == len([*twin.things(answer)])
    assert all([*line] == [*twin.columns] for line in found)


def test_the_work_list_tells_what_was_said(tmp_path: Path, visit: Callable[..., Site]) -> None:
    """Verdicts stand in the list with who gave them; what became of a sealed round is a line a file."""
    fill(tmp_path / "archive")
    with Archive(Settings(tmp_path, executor="inline"), lambda: NOW) as archive:
        archive.sync()
        document = next(each for each in archive.documents() if each.path.endswith("I.1.1.1_SK tim kerja_2024-01.pdf"))
        archive.decide("Ani", Verdict(document.sha256, Code.of("I.1.1.1"), Outcome.FIX, "buram", document.path))
        sealing.freeze(archive, "Juli", "Ani")
        archive.file(document).unlink()
        archive.sync()
    site = visit(tmp_path)
    for address in ("/putaran", "/riwayat"):
        page = site.page(address)
        assert f'href="{address}.csv"' in page and f'href="{address}.json"' in page
    (gone,) = lines(site, "/putaran.csv")
    assert (gone["perubahan"], gone["dari"]) == ("removed", document.path)
    pdf(tmp_path / "archive" / document.path, "Tim kerja, terbaca")
    site.archive.sync()
    (item,) = lines(site, "/penilaian.csv?tampil=lapsed")
    assert item["kode"] == "I.1.1.1" and document.path in item["berkas"]
    assert site.client.get("/penilaian.json?area=XX").status_code == 400


def test_a_twin_takes_the_filters_of_its_list(site: Site) -> None:
    """What narrows the page narrows its CSV; a filter that makes no sense is refused."""
    every, some = lines(site, "/dokumen.csv"), lines(site, "/dokumen.csv?area=V")
    assert 0 < len(some) < len(every)
    assert all("V." in line["kode"] for line in some)
    assert site.client.get("/dokumen.csv?area=XX").status_code == 400


def test_a_list_offers_its_twins_as_it_is_narrowed(site: Site) -> None:
    """The links on the page carry its filters, but not which part of it is shown."""
    page = site.page("/dokumen?area=V&halaman=1")
    assert 'href="/dokumen.csv?area=V"' in page and 'href="/dokumen.json?area=V"' in page


@pytest.mark.parametrize(
    "address", ["/agenda", "/dasbor", "/dokumen", "/kesenjangan", "/kotak-masuk", "/nilai", "/penilaian",
                "/perkembangan", "/saran-mutu", "/status", "/tim"],
)  # fmt: skip
def test_every_list_offers_both_forms(site: Site, address: str) -> None:
    """The page of each list leads to its CSV and its JSON; fetching the first is told while it lasts."""
    page = site.page("/" if address == "/kesenjangan" else f"{address}?pada=2024-07-09")
    form = re.compile(rf'<a href="{address}\.csv[^>]*\bdownload data-made')
    assert form.search(page) and f'href="{address}.json' in page


def test_what_could_not_be_read_is_told_in_words(site: Site) -> None:
    """A line of the status says where reading stopped and why; of the estimate, what each item is worth and on what."""
    broken = next(line for line in lines(site, "/status.csv") if "IV.1.2.1" in line["berkas"])
    assert broken["berhenti_saat"] == "membaca teks" and broken["alasan"] and site.archive.document(broken["id"])
    items = lines(site, "/nilai.csv")
    first = next(line for line in items if line["slot_terpenuhi"] not in ("", "0"))
    assert float(first["poin_didukung"]) <= float(first["bobot"]) and first["indikator"] and first["alasan"]
    assert any(line["di_luar_rencana"] and not line["jawaban_diterima"] for line in items)


def test_the_dashboard_says_who_owes_how_much(site: Site) -> None:
    """Its lines are the counts of its table, and the deadlines that it leads to are everybody's of the whole year."""
    page = site.page("/dasbor")
    owing = lines(site, "/dasbor.csv")
    assert owing and all(line["penanggung_jawab"] in unescape(page) for line in owing)
    (every,) = re.findall(r'href="(/agenda\.csv[^"]+)"', page)
    told = site.client.get("/dasbor.json").json
    assert len(lines(site, unescape(every))) == len(told["deadlines"]) + len(told["overdue"])
