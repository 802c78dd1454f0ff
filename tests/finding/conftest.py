"""A small office whose documents are of every state, taken in."""

from collections.abc import Iterator

import pytest

from tests.conftest import Office
from ziarchive.archive import Archive

UPG = "Laporan gratifikasi bulanan. Unit pengendalian menerima dan mencatat penolakan hadiah dari pegawai balai ini."


@pytest.fixture
def filled(office: Office) -> Iterator[Archive]:
    office.pdf("2024/V.1.2.2_Laporan UPG_2024-03.pdf", f"{UPG} Maret", "halaman kedua tentang gratifikasi")
    office.docx("2024/V.1.2.2_Laporan UPG_2024-04.docx", f"{UPG} April")
    office.pdf("2023/laporan lama upg.pdf", f"{UPG} Maret lalu")
    office.pdf("2024/I.4.1.2_Bukti lapor LHKPN_2024-03.pdf", "tanda terima harta kekayaan")
    office.pdf("2024/V.3.1.4_Laporan dumas_2024-05.pdf", "pengaduan masyarakat yang masuk lewat kotak saran")
    with office.open() as archive:
        archive.sync()
        yield archive
