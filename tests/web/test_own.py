"""What is whose: who is in charge of a part is offered, and decides on, that part."""

import shutil
from pathlib import Path

from tests.web.people import NAMES, populate, visitor
from tests.web.test_browser import NOW
from ziarchive.archive import Archive
from ziarchive.decisions import Charge, Role
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
