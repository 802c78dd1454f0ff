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
from web import jobs as jobs_module
from web.exports import Exports
from web.exportwords import SETS
from web.jobs import WAITING, Jobs, Stage
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


def test_another_choice_or_person_deletes_nothing(site: Site, wait_until: Wait) -> None:
    """Binders of two parts lie side by side on the page, each under its own address; one that is none is not found."""
    visitor = Visitor(create_app(site.archive))
    names = [f"binder-zi-2024-{area}_2024-07-10.zip" for area in ("I", "II")]
    for area in ("I", "II"):
        visitor.send("/laporan/binder", page="/laporan", area=area)
    for name in names:
        asked = f"/laporan/binder.json?nama={name}"
        wait_until(lambda asked=asked: visitor.client.get(asked).json["stage"] == "done")
        with visitor.client.get(f"/laporan/binder.zip?nama={name}") as answer:
            assert answer.headers["Content-Disposition"].endswith(name)
    page = visitor.client.get("/laporan").text
    assert all(f"Unduh {name}" in page for name in names)
    assert visitor.client.get("/laporan/binder.zip?nama=lain.zip").status_code == 404


class Slow:
    """A work that says that it is half done, and waits for leave to end."""

    def __init__(self) -> None:
        self.go = threading.Event()

    def __call__(self, target: Path, progress: Callable[[int, int], None]) -> None:
        progress(1, 2)
        self.go.wait(20)
        target.write_bytes(b"isi")


def test_one_work_after_the_other(wait_until: Wait) -> None:
    """While one is at it another waits, and is told who makes what; then it has its turn, and the first stays."""
    jobs, slow = Jobs(), Slow()
    assert jobs.start("a", "satu.zip", slow, "Ani")
    wait_until(lambda: jobs.state("a").done == 1)
    assert jobs.start("b", "satu.zip", slow, "Budi") and jobs.start("b", "satu.zip", slow, "Budi")
    waiting = jobs.state("b")
    assert (waiting.stage, waiting.ahead, waiting.ahead_of) == (Stage.WAITING, "satu.zip", "Ani")
    assert (len(jobs.states("b")), jobs.file("a"), jobs.state("c").stage) == (1, None, Stage.NONE)
    slow.go.set()
    wait_until(lambda: jobs.state("b").stage is Stage.DONE)
    for owner in ("a", "b"):
        made = jobs.file(owner, "satu.zip")
        assert made and made.read_bytes() == b"isi" and jobs.state(owner).size == 3


def test_waiting_has_its_bounds(wait_until: Wait) -> None:
    """Beyond so many that wait a work is refused; what waits is all made."""
    jobs, slow = Jobs(), Slow()
    assert jobs.start("a", "0.zip", slow)
    wait_until(lambda: jobs.state("a").done == 1)
    assert [jobs.start("a", f"{number}.zip", slow) for number in range(1, WAITING + 2)] == [True] * WAITING + [False]
    slow.go.set()
    wait_until(lambda: [each.stage for each in jobs.states("a")] == [Stage.DONE] * (WAITING + 1))


@pytest.mark.parametrize(("kept", "size"), [("KEPT", 3), ("KEPT_BYTES", 6)])
def test_old_files_make_room(wait_until: Wait, monkeypatch: pytest.MonkeyPatch, kept: str, size: int) -> None:
    """Beyond what is kept the oldest of who has most goes; another's only one stays, and so does the last."""
    monkeypatch.setattr(jobs_module, kept, size)
    jobs, slow = Jobs(), Slow()
    slow.go.set()
    for owner, name in (("b", "1.zip"), ("a", "2.zip"), ("a", "3.zip"), ("a", "4.zip")):
        jobs.start(owner, name, slow)
        wait_until(lambda owner=owner, name=name: jobs.state(owner, name).stage is Stage.DONE)
    wait_until(lambda: len([*jobs._folder.iterdir()]) == 3)
    assert jobs.file("b", "1.zip") and [each.name for each in jobs.states("a")] == ["4.zip", "3.zip"]


def test_the_same_again_takes_its_place(wait_until: Wait) -> None:
    """What is made anew under a name replaces what was there."""
    jobs, slow = Jobs(), Slow()
    slow.go.set()
    jobs.start("a", "satu.zip", slow)
    wait_until(lambda: jobs.state("a").stage is Stage.DONE)
    first = jobs.file("a")
    jobs.start("a", "satu.zip", slow)
    wait_until(lambda: jobs.state("a").stage is Stage.DONE)
    assert first and not first.exists() and jobs.file("a") and len(jobs.states("a")) == 1


def test_the_page_says_who_makes_what(visit: Callable[..., Site], tmp_path: Path, wait_until: Wait) -> None:
    """Who waits reads whose binder is being made."""
    (tmp_path / "archive").mkdir()
    site = visit(tmp_path, NOW)
    populate(site.archive)
    pages, slow = Exports(site.archive), Slow()
    app = create_app(site.archive)
    app.view_functions |= {"exports": pages.page, "do_bundle": pages.start}
    pages._jobs.start("x", "binder-lain.zip", slow, "Budi")
    mine = Visitor(app)
    mine.login(NAMES[Role.READER])
    mine.send("/laporan/binder", page="/laporan")
    assert "binder-lain.zip sedang dibuat untuk Budi." in mine.client.get("/laporan").text
    slow.go.set()
    wait_until(lambda: "Unduh binder-zi-2024_2024-07-10.zip" in mine.client.get("/laporan").text)


@pytest.mark.parametrize("error", [CannotRun("Disk penuh."), OSError("rusak"), ValueError("x")])
def test_a_work_that_fails_says_why(error: Exception, wait_until: Wait) -> None:
    """What went wrong is told to who asked, and the next can begin."""
    jobs = Jobs()

    def broken(target: Path, progress: Callable[[int, int], None]) -> None:
        raise error

    assert jobs.start("a", "satu.zip", broken)
    wait_until(lambda: jobs.state("a").stage is Stage.FAILED)
    assert jobs.state("a").why == (str(error) if type(error) is not ValueError else "")
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
