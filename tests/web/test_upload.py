"""Files sent to a requirement: what is answered, who may send them, and what is refused before it is read."""

import hashlib
import inspect
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.conftest import NOW, fill
from tests.web.people import NAMES, populate, visitor
from web import create_app, sessions, upload
from ziarchive.archive import Archive
from ziarchive.decisions import Appoint, Charge, Restrict, Role, Uploaded
from ziarchive.model import Code
from ziarchive.settings import Settings
from ziarchive.viewing import View

CODE = "III.4.3.2"
ADDRESS = f"/bukti/{CODE}/unggah.json"
PLACE = {"periode": "2024-03", "nama": "rekap maret.txt", "siapa": "Sari"}
MEGABYTE = 1_000_000


class Unread(BytesIO):
    """A body that nobody may look at."""

    def read(self, *_: object) -> bytes:
        pytest.fail("the body was read")


@pytest.fixture
def archive(small: Path, tmp_path: Path) -> Iterator[Archive]:
    """An archive of one's own that takes files of up to a megabyte."""
    shutil.copytree(small, tmp_path, dirs_exist_ok=True)
    with Archive(Settings(tmp_path, executor="inline", upload=True, upload_megabytes=1), lambda: NOW) as opened:
        yield opened


def token(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(f"/bukti/{CODE}").text)
    return found[1] if found else ""


def send(
    client: FlaskClient, body: bytes = b"isi", token: str = "", asked: Mapping[str, str] | None = None
) -> TestResponse:
    headers = {"X-CSRFToken": token}
    question = {**PLACE, **(asked or {})}
    return client.post(ADDRESS, query_string=question, data=body, headers=headers, content_type=upload.CONTENT)


def stored(archive: Archive) -> list[str]:
    return [each.name for each in archive.settings.archive.rglob("*2024-03*")]


def test_a_sent_file_is_stored_and_told(archive: Archive) -> None:
    """The answer tells name, place, SHA-256, document and the slot's state; the page then links the document."""
    client = create_app(archive).test_client()
    told = send(client, b"Rekap bulan Maret", token(client)).get_json()
    assert told["name"] == "III.4.3.2_Rekap penilaian kinerja pegawai bulanan_2024-03.txt"
    assert told["sha256"] == hashlib.sha256(b"Rekap bulan Maret").hexdigest()
    assert (archive.settings.archive / told["path"]).read_bytes() == b"Rekap bulan Maret"
    assert (told["new"], told["state"], told["message"]) == (True, "met", f"Tersimpan sebagai {told['name']}.")
    assert told["document"]["url"] in client.get(f"/bukti/{CODE}").text
    assert "mengunggah «rekap maret.txt»" in client.get("/riwayat").text
    again = send(client, b"Rekap bulan Maret", token(client)).get_json()
    assert (again["new"], again["document"]) == (False, told["document"])
    assert len(stored(archive)) == 1


def test_the_body_of_a_large_file_is_not_read(archive: Archive) -> None:
    """What is announced too long, or not announced at all, is refused by its head alone."""
    client = create_app(archive).test_client()
    headers = {"X-CSRFToken": token(client)}
    heads = (
        ({"CONTENT_LENGTH": str(10 * 1024**3)}, 413),
        ({"CONTENT_LENGTH": str(MEGABYTE + 1)}, 413),
        ({"HTTP_TRANSFER_ENCODING": "chunked"}, 411),
    )
    for head, status in heads:
        answer = client.post(
            ADDRESS,
            query_string=PLACE,
            headers=headers,
            content_type=upload.CONTENT,
            environ_overrides={**head, "wsgi.input": Unread()},
        )
        assert answer.status_code == status
        assert answer.get_json()["error"]
    assert stored(archive) == []
    assert send(client, bytes(MEGABYTE), headers["X-CSRFToken"]).status_code == 200


def test_only_our_own_pages_can_send(archive: Archive) -> None:
    """Without the page's token, or as a form, nothing is stored."""
    client = create_app(archive).test_client()
    assert send(client).status_code == 400
    form = client.post(ADDRESS, query_string=PLACE, data={"csrf_token": token(client)})
    assert form.status_code == 415
    assert stored(archive) == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"periode": ""}, "Pilih dahulu slot"),
        ({"periode": "2023-03"}, "tidak punya slot"),
        ({"nama": "a.exe"}, ".exe"),
        ({"nama": ""}, "Nama berkas"),
        ({"siapa": ""}, "Nama yang memutuskan kosong"),
    ],
)
def test_what_makes_no_sense_is_refused(archive: Archive, asked: dict[str, str], said: str) -> None:
    """A missing slot, a program, a file or a sender without a name: the answer says what to do."""
    client = create_app(archive).test_client()
    answer = send(client, token=token(client), asked=asked)
    assert answer.status_code == 400
    assert said in answer.get_json()["error"]
    assert stored(archive) == []


def test_a_requirement_that_is_not_there_is_not_found(archive: Archive) -> None:
    """A file is sent to a code of the plan, never to a path."""
    client = create_app(archive).test_client()
    headers = {"X-CSRFToken": token(client)}
    for code in ("IX.1.1.1", "..", "%2e%2e"):
        address = f"/bukti/{code}/unggah.json"
        answer = client.post(address, query_string=PLACE, data=b"isi", headers=headers, content_type=upload.CONTENT)
        assert answer.status_code == 404
    assert stored(archive) == []


def test_each_role_sees_and_sends_what_it_may(archive: Archive) -> None:
    """The box is shown to the secretary and to who is in charge of the part; the others' files are refused."""
    populate(archive)
    archive.decide(NAMES[Role.SECRETARY], Charge(Code.of("III.4"), NAMES[Role.IN_CHARGE]))
    app = create_app(archive)
    for role, name in NAMES.items():
        person = visitor(archive, app=app)
        person.login(name)
        may = role in (Role.SECRETARY, Role.IN_CHARGE)
        assert ('class="drop"' in person.client.get(f"/bukti/{CODE}").text) is may
        answer = send(person.client, name.encode(), person.token("/status"), {"siapa": "orang lain"})
        assert answer.status_code == (200 if may else 403)
        if role is Role.IN_CHARGE:
            assert 'class="drop"' not in person.client.get("/bukti/I.1.1.2").text
    entries = [each.who for each in archive.standing.entries() if isinstance(each.decision, Uploaded)]
    assert sorted(entries) == sorted([NAMES[Role.SECRETARY], NAMES[Role.IN_CHARGE]])


def test_where_it_is_off_nothing_is_taken(tmp_path: Path) -> None:
    """The page shows no box, and the answer says which setting would allow it."""
    fill(tmp_path / "archive")
    with Archive(Settings(tmp_path, executor="inline"), lambda: NOW) as archive:
        client = create_app(archive).test_client()
        assert 'class="drop"' not in client.get(f"/bukti/{CODE}").text
        answer = send(client, token=token(client))
        assert answer.status_code == 403 and "upload = true" in answer.get_json()["error"]
        assert stored(archive) == []


@pytest.fixture
def roomy(tmp_path: Path) -> Iterator[Archive]:
    """An archive that takes files of the usual size."""
    with Archive(Settings(tmp_path, executor="inline", upload=True), lambda: NOW) as opened:
        yield opened


def test_only_who_is_in_has_room_for_a_file(roomy: Archive) -> None:
    """The server lets strangers send no more than a form, to this address and to any other."""
    archive = roomy
    app = create_app(archive)
    room = upload.room(app, archive, False)
    assert room(ADDRESS, "") == archive.settings.upload_bytes
    assert {room(path, "") for path in ("/masuk", "/bukti/III.4.3.2", "/unggah.json", "")} == {sessions.FORM_BYTES}
    assert upload.room(app, archive, True)(ADDRESS, "") == sessions.FORM_BYTES
    populate(archive)
    person = visitor(archive, app=app)
    before = cookie(person.client)
    person.login(NAMES[Role.SECRETARY])
    assert room(ADDRESS, cookie(person.client)) == archive.settings.upload_bytes
    assert {room(ADDRESS, each) for each in ("", before, "ziarchive=palsu")} == {sessions.FORM_BYTES}


def test_only_who_may_upload_has_room_for_a_file(roomy: Archive) -> None:
    """A reader sends no more than a form, and neither does who lost the role after logging in."""
    app = create_app(roomy)
    populate(roomy)
    room, sent = upload.room(app, roomy, False), {}
    for role in (Role.READER, Role.IN_CHARGE):
        person = visitor(roomy, app=app)
        person.login(NAMES[role])
        sent[role] = cookie(person.client)
    assert room(ADDRESS, sent[Role.READER]) == sessions.FORM_BYTES
    assert room(ADDRESS, sent[Role.IN_CHARGE]) == roomy.settings.upload_bytes
    roomy.decide(NAMES[Role.SECRETARY], Appoint(NAMES[Role.IN_CHARGE], None))
    assert room(ADDRESS, sent[Role.IN_CHARGE]) == sessions.FORM_BYTES


def cookie(client: FlaskClient) -> str:
    client.get("/masuk")
    held: Any = client.get_cookie("ziarchive")
    return f"ziarchive={held.value}"


def test_who_does_not_see_all_evidence_uploads_as_well(archive: Archive) -> None:
    """Where some evidence is hidden from who is in charge, their own file is stored, read and told as ever."""
    populate(archive)
    me = NAMES[Role.IN_CHARGE]
    archive.decide(NAMES[Role.SECRETARY], Charge(Code.of("III"), me), Restrict(Code.of("I.4.1.2"), ()))
    visit = visitor(archive)
    visit.login(me)
    answer = send(visit.client, b"Rekap bulan Maret", token(visit.client))
    assert (answer.status_code, answer.get_json()["state"]) == (200, "met")


def test_a_view_is_asked_as_the_whole_archive_is() -> None:
    """Pages take the one for the other, so every question of a view has the archive's parameters."""
    own = {"shows_sealed", "undoable"}
    asked = {name for name, _ in inspect.getmembers(View, inspect.isfunction) if not name.startswith("_")} - own
    for name in asked:
        assert parameters(getattr(View, name)) == parameters(getattr(Archive, name)), name


def parameters(asked: Callable[..., object]) -> list[tuple[str, object, object]]:
    return [(each.name, each.kind, each.default) for each in inspect.signature(asked).parameters.values()]
