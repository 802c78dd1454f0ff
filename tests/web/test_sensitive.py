"""What is restricted to some roles is not there for the others: no text, no name, no id, no count, on any address.

Two offices differ in nothing but the files of one restricted requirement and what was decided on them. Whoever may
not see these gets, from either office, the very same answers.
"""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.conftest import NOW, fill
from tests.web.people import NAMES, Visitor, populate
from tests.web.restricted import (
    CODE,
    ENDLESS,
    GONE,
    NAME,
    NAMED,
    NOBODY,
    OTHERS,
    QUESTIONS,
    ROWS,
    SEALING,
    THERE,
    WORD,
    Office,
    Wait,
    add_secrets,
    read,
    secret_decisions,
)
from tests.web.test_exports import ordered, whole
from tests.web.test_routes import routes
from web import create_app, viewing
from ziarchive import printing, sealing
from ziarchive.archive import Archive
from ziarchive.decisions import (
    Charge,
    Note,
    Restrict,
    Role,
)  # fmt: skip
from ziarchive.model import Code
from ziarchive.settings import Settings
from ziarchive.viewing import View


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, Office]]:
    """The office with the restricted files, and the one without."""
    common = tmp_path_factory.mktemp("sama") / "archive"
    fill(common)
    homes = [tmp_path_factory.mktemp(name) for name in ("dengan", "tanpa")]
    for number, home in enumerate(homes):
        shutil.copytree(common, home / "archive")
        if not number:
            add_secrets(home / "archive")
        with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
            archive.sync()
    with (
        Archive(Settings(homes[0], executor="inline"), lambda: NOW) as one,
        Archive(Settings(homes[1], executor="inline"), lambda: NOW) as two,
    ):
        for archive in (one, two):
            archive.decide("Orang secretary", Note(Code.of("I.1.1.1"), None, "biasa"), batch="b")
            if archive is one:
                for made in secret_decisions(archive):
                    archive.decide("Orang secretary", made, batch="b")
            sealing.freeze(archive, "Juli", "Orang secretary")
            populate(archive)
            archive.decide("Orang secretary", Charge(Code.of("I"), NAMES[Role.IN_CHARGE]))
            archive.decide("Orang secretary", Restrict(Code.of(CODE), (Role.ASSESSOR,)))
        both = office(one), office(two)
        for each in both:  # a worker that draws stays open from now on, and is the archive's own
            each.answer(Role.SECRETARY, each.asked("/dokumen/<id>/halaman/1.png"))
            each.answer(Role.READER, "/cari?q=rapat")
        yield both


def office(archive: Archive) -> Office:
    app, visitors = create_app(archive), {}
    for role, name in NAMES.items():
        visitors[role] = Visitor(app)
        assert visitors[role].login(name).status_code == 303
    found = (each.id for each in archive.documents() if f"LHKPN {NAME}_2024-03" in each.path)
    return Office(archive, visitors, next(found, NOBODY))


def test_every_address_has_a_row(offices: tuple[Office, Office]) -> None:
    """Who adds an address says here what it tells of restricted files; an address that is gone has no row."""
    assert {*ROWS, *ENDLESS} == {address for method, address in routes(offices[0].archive) if method == "GET"}


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("address", ROWS)
def test_others_are_told_nothing(offices: tuple[Office, Office], address: str, role: Role) -> None:
    """Each address answers the same as in an office without the restricted files, and names none of them."""
    full, bare = offices
    question, tells = ROWS[address]
    status, text = full.answer(role, full.asked(address) + question)
    assert (status, text) == bare.answer(role, bare.asked(address) + question)
    assert NAME not in text
    assert WORD not in text or WORD in question  # the box repeats what was asked
    if tells == GONE:
        assert status == 404


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("address", QUESTIONS)
def test_no_question_tells_more(offices: tuple[Office, Office], address: str, role: Role) -> None:
    """Other spellings, filters, facets, completions and papers answer the same in both offices."""
    full, bare = offices
    assert full.answer(role, address) == bare.answer(role, address)


@pytest.mark.parametrize("role", NAMED)
@pytest.mark.parametrize("address", ROWS)
def test_the_named_are_told(offices: tuple[Office, Office], address: str, role: Role) -> None:
    """The secretary and the roles that were named see the files where they stand."""
    question, tells = ROWS[address]
    status, text = offices[0].answer(role, offices[0].asked(address) + question)
    if tells == GONE:
        assert status == 200
    elif tells == THERE:
        assert NAME in text or WORD in text.replace(question, "")


def test_nothing_can_be_decided_on_it(offices: tuple[Office, Office]) -> None:
    """Whoever may not see a restricted requirement is told that it is not there, and decides nothing on it."""
    full = offices[0]
    other = next(each for each in full.archive.documents() if "I.1.1.1" in each.path)
    before = len(full.archive.standing.entries())
    for address, fields in (
        ("/dokumen/<id>/tempat", {"kode": "I.1.1.1"}),
        ("/dokumen/<id>/periode", {"periode": "2024-01"}),
        ("/kotak-masuk/terima", {"id": "<id>"}),
        ("/bukti/<code>/unggah.json?periode=2024", {}),
    ):
        tried = {name: full.asked(value) for name, value in fields.items()}
        unknown = {name: value.replace("<id>", NOBODY) for name, value in fields.items()}
        answers = (
            full.visitors[Role.IN_CHARGE].send(full.asked(address), **tried),
            full.visitors[Role.IN_CHARGE].send(address.replace("<id>", NOBODY).replace("<code>", "I.9.9.9"), **unknown),
        )
        assert answers[0].status_code == answers[1].status_code, address
    for address, fields in (
        (f"/dokumen/{other.id}/tempat?isi={other.sha256}", {"kode": CODE}),
        ("/slot/catatan", {"kode": CODE, "periode": "", "teks": "?"}),
        ("/slot/tidak-berlaku", {"kode": CODE, "periode": "", "teks": "?"}),
    ):
        visitor = full.visitors[Role.IN_CHARGE]
        visitor.send(address, **fields)
        said = re.findall(r"<p class=\"notice bad[^>]*>([^<]*)", visitor.client.get("/status").text)
        assert said[-1] == f"Kode {CODE} tidak ada dalam rencana. Lihat ziarchive plan show.", address
    judged = full.visitors[Role.HEAD].send(full.asked("/penilaian/<code>/nilai"), berkas=full.secret, hasil="accepted")
    assert judged.status_code == 404
    assert len(full.archive.standing.entries()) == before


def test_a_binder_holds_what_is_seen(offices: tuple[Office, Office], wait_until: Wait) -> None:
    """A binder is made for who asked: with the restricted files for a named role, else as in the other office."""
    made = []
    for each, role in ((offices[0], Role.ASSESSOR), (offices[0], Role.READER), (offices[1], Role.READER)):
        visitor = each.visitors[role]
        told = ordered(visitor, area="I")
        wait_until(lambda visitor=visitor, told=told: visitor.client.get(told["state"]).json["stage"] == "done")
        file = visitor.client.get(told["state"]).json["file"]
        with visitor.client.get(file) as answer, zipfile.ZipFile(io.BytesIO(answer.data)) as packed:
            made.append((packed.namelist(), each.plain(read(answer.data, "application/zip"))))
    named, full, bare = made
    assert any(NAME in name for name in named[0])
    assert full == bare
    assert not any(NAME in name for name in full[0])
    assert WORD not in full[1]


@pytest.mark.parametrize("form", ["docx", "pdf", "xlsx"])
def test_a_report_made_beside_holds_what_is_seen(offices: tuple[Office, Office], wait_until: Wait, form: str) -> None:
    """It is the same in the office without the restricted evidence, and has it for a named role."""
    made = []
    for each, role in ((offices[0], Role.ASSESSOR), (offices[0], Role.READER), (offices[1], Role.READER)):
        content = whole(each.visitors[role], ordered(each.visitors[role], form, area="I"), wait_until)
        made.append(each.plain(read(content, printing.FORMS[form])))
    named, full, bare = made
    assert "".join(NAME.split()) in "".join(named.split()) and full == bare and NAME not in full


def test_a_view_offers_what_the_site_asks() -> None:
    """Whatever a page asks of the archive, or what it calls with it does, is there for who may not see everything."""
    view = {*dir(View), "plan", "settings", "now", "gists", "seen", "standing", "healer", "finder"}
    asked = {
        found
        for file in Path(viewing.__file__).parent.rglob("*.py")
        for found in re.findall(r"\b_?archive\.([a-z]\w*)", file.read_text(encoding="utf-8"))
    }
    offered = {name for name in (*dir(Archive), "plan", "settings", "now") if not name.startswith("_")}
    assert (asked & offered) - view - SEALING == set()
