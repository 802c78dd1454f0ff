"""The CSV twins: each list's lines are those of its JSON answer, narrowed the same way, and safe for a spreadsheet."""

import csv
from collections.abc import Callable
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
