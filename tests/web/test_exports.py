"""The page of everything to take away: each link answers, narrowed as it says, and a binder is made beside."""

import re
import threading
import zipfile
from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest

from tests.web.conftest import NOW, Site
from tests.web.people import NAMES, Visitor, populate
from web import create_app
from web.exportwords import SETS
from web.jobs import Jobs, Stage
from ziarchive.decisions import Restrict, Role
from ziarchive.errors import CannotRun
from ziarchive.model import Code

Wait = Callable[[Callable[[], object]], None]


def links(page: str) -> list[str]:
    return [unescape(each) for each in re.findall(r'<a class="button quiet" href="([^"]+)"', page)]


def test_every_export_can_be_fetched(site: Site) -> None:
    """Each form of each export answers with a file."""
    found = links(site.page("/laporan"))
    assert len(found) == sum(len(one.forms) for exports in SETS.values() for one in exports)
    for address in found:
        answer = site.client.get(address)
        assert (answer.status_code == 200 and answer.mimetype != "text/html") or "cetak" in address, address
        answer.close()


def test_what_is_chosen_narrows_what_takes_it(site: Site) -> None:
    """The filters of the page go along to those exports that know them, and the page says which do not."""
    page = site.page("/laporan?area=I&pada=2024-05-01")
    assert "/kesenjangan.csv?pada=2024-05-01&area=I" in [*map(_sorted, links(page))]
    assert "/riwayat.csv" in links(page)
    assert "Tidak disaring: selalu seluruhnya." in page


def test_a_binder_is_made_and_fetched(site: Site, wait_until: Wait) -> None:
    """It is asked for by a form, its state can be asked, and what comes is a whole ZIP of the chosen part."""
    visitor = Visitor(create_app(site.archive))
    visitor.send("/laporan/binder", page="/laporan", area="I")
    wait_until(lambda: visitor.client.get("/laporan/binder.json").json["stage"] == "done")
    assert "Unduh binder-zi-2024-I_2024-07-10.zip" in visitor.client.get("/laporan").text
    answer = visitor.client.get("/laporan/binder.zip")
    with zipfile.ZipFile(BytesIO(answer.data)) as made:
        names = made.namelist()
    answer.close()
    assert any("I.1.1.1" in name for name in names) and not any("/V Penguatan" in name for name in names)
    visitor.send("/laporan/binder", page="/laporan", area="II")
    wait_until(lambda: visitor.client.get("/laporan/binder.json").json["name"].startswith("binder-zi-2024-II"))
    wait_until(lambda: visitor.client.get("/laporan/binder.json").json["stage"] == "done")


def test_a_part_that_is_none_is_told(site: Site) -> None:
    """A form with a place that the plan does not have makes nothing."""
    visitor = Visitor(create_app(site.archive))
    visitor.send("/laporan/binder", page="/laporan", area="XX")
    assert "Tidak ada area «XX»" in visitor.client.get("/laporan").text
    assert visitor.client.get("/laporan/binder.json").json["stage"] == "none"


def test_a_binder_is_for_who_asked_for_it(visit: Callable[..., Site], tmp_path: Path, wait_until: Wait) -> None:
    """Another person sees neither its state nor the file; nor does who asked, once evidence is restricted."""
    (tmp_path / "archive").mkdir()
    site = visit(tmp_path, NOW)
    populate(site.archive)
    app = create_app(site.archive)
    mine, other = Visitor(app), Visitor(app)
    mine.login(NAMES[Role.READER])
    other.login(NAMES[Role.ASSESSOR])
    mine.send("/laporan/binder", page="/laporan")
    wait_until(lambda: mine.client.get("/laporan/binder.json").json["stage"] == "done")
    assert other.client.get("/laporan/binder.json").json["stage"] == "none"
    assert other.client.get("/laporan/binder.zip").status_code == 404
    assert mine.client.get("/laporan/binder.zip", buffered=True).status_code == 200
    site.archive.decide(NAMES[Role.SECRETARY], Restrict(Code.of("I.4.1.2"), (Role.HEAD,)))
    assert mine.client.get("/laporan/binder.zip").status_code == 404


def test_one_work_at_a_time(wait_until: Wait) -> None:
    """While one is at it another is refused; its progress is told; afterwards the next takes its place."""
    jobs, go = Jobs(), threading.Event()

    def slow(target: Path, progress: Callable[[int, int], None]) -> None:
        progress(1, 2)
        go.wait(20)
        target.write_bytes(b"isi")

    assert jobs.start("a", "satu.zip", slow)
    wait_until(lambda: jobs.state("a").done == 1)
    assert not jobs.start("b", "dua.zip", slow)
    assert jobs.state("b").stage is Stage.NONE and jobs.file("a") is None
    go.set()
    wait_until(lambda: jobs.state("a").stage is Stage.DONE)
    first = jobs.file("a")
    assert first and first.read_bytes() == b"isi" and jobs.state("a").size == 3
    assert jobs.start("b", "dua.zip", slow)
    wait_until(lambda: jobs.state("b").stage is Stage.DONE)
    assert jobs.file("a") is None and not first.exists()


@pytest.mark.parametrize("error", [CannotRun("Disk penuh."), OSError("rusak")])
def test_a_work_that_fails_says_why(error: Exception, wait_until: Wait) -> None:
    """What went wrong is told to who asked, and the next can begin."""
    jobs = Jobs()

    def broken(target: Path, progress: Callable[[int, int], None]) -> None:
        raise error

    assert jobs.start("a", "satu.zip", broken)
    wait_until(lambda: jobs.state("a").stage is Stage.FAILED)
    assert jobs.state("a").why == str(error)
    assert jobs.start("a", "satu.zip", broken)
    wait_until(lambda: jobs.state("a").stage is Stage.FAILED)


def test_the_folder_goes_with_its_owner() -> None:
    """Nothing is left on the disk when the site is gone."""
    jobs = Jobs()
    folder = jobs._folder
    assert folder.exists()
    del jobs
    assert not folder.exists()


def _sorted(address: str) -> str:
    path, _, query = address.partition("?")
    order = ("pada", "area", "komponen")
    kept = sorted(query.split("&"), key=lambda each: order.index(each.partition("=")[0]) if query else 0)
    return f"{path}?{'&'.join(kept)}" if query else path
