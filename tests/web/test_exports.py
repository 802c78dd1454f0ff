"""The page of everything to take away: each link answers, narrowed as it says, and a binder is made beside."""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.conftest import Office
from tests.web.conftest import NOW, Site
from tests.web.people import NAMES, Visitor, populate
from tests.web.test_jobs import Slow, order
from web import create_app
from web.exports import Exports
from web.exportwords import SETS
from web.making import BINDER, REPORTS
from ziarchive.accesslog import AccessLog, Act
from ziarchive.decisions import Restrict, Role
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


def ordered(visitor: Visitor, kind: str = BINDER, **filters: str) -> dict[str, Any]:
    """Ask for a file as a script does, and return what is told of it."""
    answer = visitor.client.post(
        "/laporan/buat.json", data={"berkas": kind, **filters}, headers={"X-CSRFToken": visitor.token("/laporan")}
    )
    assert answer.status_code == 200, answer.text
    return dict(answer.json or {})


def whole(visitor: Visitor, told: Mapping[str, Any], wait: Wait) -> bytes:
    """Wait until a file is made, and fetch it."""
    wait(lambda: visitor.client.get(told["state"]).json["stage"] == "done")
    with visitor.client.get(visitor.client.get(told["state"]).json["file"]) as answer:
        assert answer.headers["Content-Disposition"].startswith("attachment")
        return bytes(answer.data)


def test_a_binder_is_made_and_fetched(site: Site, wait_until: Wait) -> None:
    """It is asked for by a form, the page lists it, and what comes is a whole ZIP of the chosen part."""
    visitor = Visitor(create_app(site.archive))
    assert visitor.send("/laporan/buat", page="/laporan", berkas="binder", area="I").status_code == 303
    wait_until(lambda: "Unduh binder-zi-2024-I_2024-07-10.zip" in visitor.client.get("/laporan").text)
    found = re.search(r'href="([^"]+)" download>Unduh binder', visitor.client.get("/laporan").text)
    with visitor.client.get(found[1] if found else "") as answer, zipfile.ZipFile(BytesIO(answer.data)) as made:
        names = made.namelist()
    assert any("I.1.1.1" in name for name in names) and not any("/V Penguatan" in name for name in names)


@pytest.mark.parametrize("form", REPORTS)
def test_a_report_made_beside_is_the_same(site: Site, wait_until: Wait, form: str) -> None:
    """What is made beside the requests is what the link gives, byte for byte, and says its name and its filters."""
    visitor = Visitor(create_app(site.archive))
    asked = {"area": "I", "status": "overdue", "teks": "tim", "bulan": "2024-01"}
    told = ordered(visitor, form, **asked)
    assert (told["name"], told["about"]) == (
        f"Kesenjangan ZI 2024 I per 2024-07-10.{form}",
        "Terlambat, Januari 2024, «tim»",
    )
    made = whole(visitor, told, wait_until)
    assert made == visitor.client.get(f"/kesenjangan.{form}", query_string=asked).data
    state = visitor.client.get(told["state"]).json
    assert state["done"] == state["total"] > 0 and state["said"] == f"{state['done']} dari {state['total']}"


def test_other_filters_are_another_file(site: Site, wait_until: Wait) -> None:
    """Reports that are called the same, but are narrowed otherwise, are not taken for each other."""
    visitor = Visitor(create_app(site.archive))
    narrowed = [{"status": "overdue"}, {"status": "met"}, {"teks": "rapat"}, {"bulan": "2024-03"}, {}]
    told = [ordered(visitor, "docx", **each) for each in narrowed]
    assert len({each["name"] for each in told}) == 1 and len({each["state"] for each in told}) == len(narrowed)
    made = [whole(visitor, each, wait_until) for each in told]
    for each, content in zip(narrowed, made, strict=True):
        assert content == visitor.client.get("/kesenjangan.docx", query_string=each).data
    page = unescape(visitor.client.get("/laporan").text)
    assert "Unduh Kesenjangan ZI 2024 per 2024-07-10.docx (Terlambat)" in page and "(«rapat»)" in page


def test_a_report_that_fails_says_why(office: Office, wait_until: Wait) -> None:
    """A logo that cannot be used is named to the script and in the list, instead of a paper without it."""
    with replace(office, settings=replace(office.settings, logo="tiada.png")).open() as archive:
        visitor = Visitor(create_app(archive))
        told = ordered(visitor, "pdf")
        wait_until(lambda: visitor.client.get(told["state"]).json["stage"] == "failed")
        state = visitor.client.get(told["state"]).json
        assert state["said"].startswith("Gagal dibuat. Logo kop surat") and state["file"] is None
        assert f"{state['name']}: Gagal dibuat. Logo kop surat" in visitor.client.get("/laporan").text


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"berkas": "binder", "area": "XX"}, "Tidak ada area «XX»"),
        ({"berkas": "pdf", "status": "x"}, "Nilai status «x» tidak dikenal"),
        ({"berkas": "odt"}, "«odt» tidak dapat dibuat. Yang ada: binder, pdf, docx, xlsx."),
    ],
)
def test_what_cannot_be_made_is_told(site: Site, fields: dict[str, str], why: str) -> None:
    """A place that the plan does not have, a filter or a form that is none makes nothing, for forms and scripts."""
    visitor = Visitor(create_app(site.archive))
    visitor.send("/laporan/buat", page="/laporan", **fields)
    page = visitor.client.get("/laporan").text
    assert why in page and "Berkas yang dibuat" not in page
    answer = visitor.client.post("/laporan/buat.json", data=fields, headers={"X-CSRFToken": visitor.token("/laporan")})
    assert answer.status_code == 400 and why in " ".join([answer.json["error"], *answer.json["problems"]])


def test_scripts_need_the_token(site: Site) -> None:
    """Nothing is made for another site's form."""
    visitor = Visitor(create_app(site.archive))
    for address in ("/laporan/buat", "/laporan/buat.json"):
        assert visitor.client.post(address, data={"berkas": "pdf"}).status_code == 400
    assert "Berkas yang dibuat" not in visitor.client.get("/laporan").text


def test_a_file_is_for_who_asked_for_it(visit: Callable[..., Site], tmp_path: Path, wait_until: Wait) -> None:
    """Another person sees neither its state nor the file; nor does who asked, once evidence is restricted."""
    (tmp_path / "archive").mkdir()
    site = visit(tmp_path, NOW)
    populate(site.archive)
    app = create_app(site.archive)
    mine, other = Visitor(app), Visitor(app)
    mine.login(NAMES[Role.READER])
    other.login(NAMES[Role.ASSESSOR])
    told = [ordered(mine, kind) for kind in (BINDER, "pdf")]
    for each in told:
        assert whole(mine, each, wait_until)
        assert other.client.get(each["state"]).status_code == 404
    files = [mine.client.get(each["state"]).json["file"] for each in told]
    looks = AccessLog.of(site.archive.settings).looks(NOW.date(), NOW.date())
    assert {(NAMES[Role.READER], Act.EXPORT, unquote(file)) for file in files} <= {
        (look.who, look.act, look.name) for look in looks
    }
    assert [other.client.get(file).status_code for file in files] == [404, 404]
    assert "Berkas yang dibuat" not in other.client.get("/laporan").text
    site.archive.decide(NAMES[Role.SECRETARY], Restrict(Code.of("I.4.1.2"), (Role.HEAD,)))
    assert [mine.client.get(file).status_code for file in files] == [404, 404]


def test_another_choice_or_person_deletes_nothing(site: Site, wait_until: Wait) -> None:
    """Binders of two parts lie side by side on the page, each under its own address; one that is none is not found."""
    visitor = Visitor(create_app(site.archive))
    told = [ordered(visitor, area=area) for area in ("I", "II")]
    for each in told:
        assert whole(visitor, each, wait_until)
    page = visitor.client.get("/laporan").text
    assert all(f"Unduh {each['name']}" in page for each in told)
    assert visitor.client.get("/laporan/buat/1/lain.zip").status_code == 404
    assert visitor.client.get("/laporan/buat/99.json").status_code == 404


def test_the_page_says_who_makes_what(visit: Callable[..., Site], tmp_path: Path, wait_until: Wait) -> None:
    """Who waits reads whose binder is being made."""
    (tmp_path / "archive").mkdir()
    site = visit(tmp_path, NOW)
    populate(site.archive)
    pages, slow = Exports(site.archive), Slow()
    app = create_app(site.archive)
    app.view_functions |= {"exports": pages.page, "do_make": pages.start}
    pages._jobs.start("x", order("binder-lain.zip", slow, BINDER), "Budi")
    mine = Visitor(app)
    mine.login(NAMES[Role.READER])
    mine.send("/laporan/buat", page="/laporan", berkas=BINDER)
    assert "binder-lain.zip sedang dibuat untuk Budi." in mine.client.get("/laporan").text
    slow.go.set()
    wait_until(lambda: "Unduh binder-zi-2024_2024-07-10.zip" in mine.client.get("/laporan").text)


def _sorted(address: str) -> str:
    path, _, query = address.partition("?")
    names = ("pada", "area", "komponen")
    kept = sorted(query.split("&"), key=lambda each: names.index(each.partition("=")[0]) if query else 0)
    return f"{path}?{'&'.join(kept)}" if query else path
