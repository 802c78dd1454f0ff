"""The page of one required document."""

import re
from collections.abc import Callable
from pathlib import Path

from tests.web.conftest import Site, fill
from tests.web.test_decisions import Form


def test_the_page_tells_all_of_a_requirement(site: Site) -> None:
    """Where it stands in the plan, its slots with states and files, the expected name, and its neighbours."""
    page = site.page("/bukti/I.1.1.1")
    document = site.document("SK tim kerja")
    assert "SOP Pembentukan Tim ZI" in page and f"/dokumen/{document.id}" in page
    assert 'href="/bukti/I.1.1.2"' in page and 'rel="prev"' not in page
    monthly = site.page("/bukti/III.4.3.2")
    assert len(re.findall(r'<li class="slot"', monthly)) == 12
    assert "III.4.3.2_Rekap penilaian kinerja pegawai bulanan_2024-02" in monthly
    site.page("/bukti/IX.1.1.1", 404)


def test_a_slot_is_decided_on_from_its_page(tmp_path: Path, visit: Callable[..., Site]) -> None:
    """A waiver and notes are sent from the slot's own forms, show there, and can be taken back there."""
    fill(tmp_path / "archive")
    form = Form(visit(tmp_path))
    address = "/bukti/III.4.3.2"
    page = form.send("/slot/tidak-berlaku", page=address, kode="III.4.3.2", periode="2024-02", teks="libur").text
    assert "libur" in page and "Berlaku lagi" in page
    page = form.send("/slot/catatan", page=address, kode="III.4.3.2", periode="", teks="lihat rapat Mei").text
    assert "<dd>lihat rapat Mei</dd>" in page
    assert "Berlaku lagi" not in form.send("/slot/berlaku", page=address, kode="III.4.3.2", periode="2024-02").text
