"""What is whose: who is in charge of a part is offered, and decides on, that part."""

import re
import shutil
from pathlib import Path

from tests.web.people import NAMES, populate, visitor
from tests.web.test_browser import NOW
from ziarchive.archive import Archive
from ziarchive.decisions import Charge, Note, Role
from ziarchive.model import Code, Document, How
from ziarchive.settings import Settings


def test_what_is_almost_sure_is_accepted_as_far_as_it_is_ones_own(demo: Path, tmp_path: Path) -> None:
    """Files of others' parts wait for them, and stop nobody; the secretary accepts what is left."""
    home = shutil.copytree(demo, tmp_path / "kantor")
    with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
        populate(archive)
        archive.decide(NAMES[Role.SECRETARY], Charge(Code.of("I"), NAMES[Role.IN_CHARGE]))
        linked = {each.id for each in archive.documents() if each.placement.how is How.LINK}

        def accepted(role: Role) -> set[str]:
            person = visitor(archive)
            person.login(NAMES[role])
            assert "Terima 1 yang hampir pasti" in person.client.get("/kotak-masuk").text
            person.send("/kotak-masuk/terima", semua="1")
            return {str(code) for each in archive.documents() if fresh(each) for code in each.placement.codes}

        def fresh(document: Document) -> bool:
            return document.placement.how is How.LINK and document.id not in linked

        assert accepted(Role.IN_CHARGE) == {"I.4.3.5"}
        assert accepted(Role.SECRETARY) == {"I.4.3.5", "II.2.3.2"}


def test_only_what_is_ones_own_is_offered(demo: Path, tmp_path: Path) -> None:
    """Places, boxes, notes and undo of others' parts are offered to the secretary, not to who would be refused."""
    home = shutil.copytree(demo, tmp_path / "kantor")
    with Archive(Settings(home, executor="inline"), lambda: NOW) as archive:
        populate(archive)
        archive.decide(NAMES[Role.SECRETARY], Charge(Code.of("I"), NAMES[Role.IN_CHARGE]))
        for code in ("I.1.1.1", "II.1.1.1"):
            archive.decide(NAMES[Role.SECRETARY], Note(Code.of(code), None, f"catatan {code}"), batch=f"b{code}")
        other = next(each for each in archive.documents() if [*map(str, each.placement.codes)] == ["II.2.1.5"])
        pages = {}
        for role in (Role.SECRETARY, Role.IN_CHARGE):
            person = visitor(archive)
            person.login(NAMES[role])
            addresses = ("/kotak-masuk", "/riwayat", "/bukti/I.1.1.1", "/bukti/II.1.1.1", f"/dokumen/{other.id}")
            pages[role] = [person.client.get(address).text for address in addresses]
        (inbox, history, _, others, document), own = pages[Role.SECRETARY], pages[Role.IN_CHARGE]

        def offered(page: str) -> set[str]:
            places = re.findall(r'name="kode" value="([^"]+)" formaction', page)
            return {*places, *re.findall(r'name="pilih" value="\w+ \w+ ([^"]+)"', page)}

        assert {code for code in offered(inbox) if code.startswith("I.")} == offered(own[0]) < offered(inbox)
        assert offered(own[0]) and "bI.1.1.1" in own[1] and "bII.1.1.1" in history and "bII.1.1.1" not in own[1]
        assert "Simpan catatan" in own[2] and "Simpan catatan" in others and "Simpan catatan" not in own[3]
        assert "Ubah tempat" in document and "Ubah tempat" not in own[4]
