"""The page of who does what."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.conftest import Site
from tests.web.test_decisions import Form
from ziarchive.decisions import Role
from ziarchive.model import Code


@pytest.fixture
def form(tmp_path: Path, visit: Callable[..., Site]) -> Iterator[Form]:
    """An empty archive of one's own."""
    (tmp_path / "archive").mkdir()
    yield Form(visit(tmp_path))


def test_persons_in_charge_are_set_and_shown(form: Form) -> None:
    """Each area has its person or none, and a part of it may have its own."""
    form.send("/penanggung-jawab", page="/tim", kode="III", nama="Budi")
    page = form.send("/penanggung-jawab", page="/tim", kode="III.4", nama="Ani").text
    rows = re.findall(r'<th scope="row"[^>]*>(?:<b>)?([IV.\d]+).*?<td>([^<]+)</td>', page)
    assert {("III", "Budi"), ("III.4", "Ani"), ("I", "belum ada")} <= set(rows)


def test_roles_are_given_and_taken(form: Form) -> None:
    """The first role is the secretary's; roles show, and an unknown one is refused."""
    assert "Harus selalu ada seorang sekretaris" in form.send("/tim/peran", page="/tim", nama="Ani", peran="head").text
    assert "Sari: sekretaris." in form.send("/tim/peran", page="/tim", nama="Sari", peran="secretary").text
    form.send("/tim/peran", page="/tim", nama="Ani", peran="assessor")
    assert form.site.archive.standing.decisions().roles == {"Sari": Role.SECRETARY, "Ani": Role.ASSESSOR}
    assert "tidak dikenal" in form.send("/tim/peran", page="/tim", nama="Ani", peran="raja").text
    form.send("/tim/peran", page="/tim", nama="Ani", peran="")
    assert form.site.archive.standing.decisions().roles == {"Sari": Role.SECRETARY}
    assert form.site.archive.standing.decisions().person(Code.of("I")) == ""
