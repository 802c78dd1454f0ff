"""What a letter's number says of its date."""

import pytest

from ziarchive.naming import periods
from ziarchive.naming.numbers import find_number_date


@pytest.mark.parametrize(
    ("page", "canonical"),
    [
        ("Nomor : 005/KPU/VII/2024", "2024-07"),
        ("No. : 005/KPU/VII/2024", "2024-07"),
        ("Nomor Surat : 005/KPU/XI/2024", "2024-11"),
        ("Nomor\t005/KPU/VII/2024", "2024-07"),
        ("NOMOR 005/KPU/VII/2024", "2024-07"),
        ("Nomor : B/154/PL1/HK.02.00/2023", "2023"),
        ("Nomor : 800/XIII/2024", "2024"),
        ("Nomor : 1/I/2024\nNomor : 2/II/2023", "2024-01"),
        ("Nomor : 12/2024/BKD", None),
        ("Nomor : 12", None),
        ("Nomor : /2024", None),
        ("Nomor 005/KPU/VII/2024 tanggal 3 Juli 2024", None),
        ("Nomor Dokumen : FR/01/2019", None),
        ("UNDANG-UNDANG NOMOR 5 TAHUN 2014", None),
        ("Mengingat :\nNomor : 5/VI/2014", None),
        ("isi\n" * 15 + "Nomor : 005/KPU/VII/2024", None),
    ],
)
def test_the_number_of_the_letter_itself(page: str, canonical: str | None) -> None:
    """A Roman month, else the year; only the letter's own number in its head counts."""
    period = find_number_date(page)
    assert (period and periods.render(period)) == canonical
