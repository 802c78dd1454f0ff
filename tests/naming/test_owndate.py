"""When a document is from, by its text: real-looking heads, decrees, minutes, lists and reports, with their traps."""

import pytest

from ziarchive.naming import periods
from ziarchive.naming.owndate import own_date

KOP = "KEMENTERIAN PERTANIAN\nBALAI PENGUJIAN STANDAR INSTRUMEN\nJalan Jakenan Km 5, Pati 59182\n"
LAWS = (
    "Mengingat : 1. Undang-Undang Nomor 5 Tahun 2014 tentang ASN;\n"
    "2. Peraturan Pemerintah tanggal 3 Mei 2011\ntentang disiplin;\nTanggal 4 Juni 2012\n"
)
LETTERS = {
    "number and day on one line": ("Nomor : B-12/PW.140/H.4/07/2024     15 Juli 2024\nLampiran : -", "2024-07-15"),
    "place and day": (KOP + "Pati, 03 April 2024\nNomor : B-12/KPU/2024\nHal : Undangan", "2024-04-03"),
    "short month": ("Pati, 3 Agt 2024\nYth. Kepala Dinas", "2024-08-03"),
    "short month with a point": ("Pati, 03 Okt. 2024\nKepala,", "2024-10-03"),
    "capitals": ("PATI, 17 AGUSTUS 2024\nKEPALA BALAI", "2024-08-17"),
    "Dutch spelling": ("Pati, 5 Nopember 2024\nKepala,", "2024-11-05"),
    "a blank before the comma": ("Pati , 3 April 2024\nKepala,", "2024-04-03"),
    "tanggal between": ("Pati, tanggal 3 April 2024\nKepala,", "2024-04-03"),
    "tgl between": ("Pati, tgl. 3 April 2024\nKepala,", "2024-04-03"),
    "digits with strokes": ("Semarang, 03/04/2024\nKepala,", "2024-04-03"),
    "digits with dashes": ("Semarang, 03-04-2024\nKepala,", "2024-04-03"),
    "the day left open": ("Pati,            April 2024\nKepala,", "2024-04"),
    "the day dotted": ("Pati, ........ April 2024\nKepala,", "2024-04"),
    "signed below": (
        KOP + "Nomor : B-12/2024\nHal : Laporan\n\nDemikian.\n\nKudus, 9 Februari 2024\nKepala",
        "2024-02-09",
    ),
    "a town of two words": ("Jakarta Selatan, 5 Mei 2024\nDirektur", "2024-05-05"),
    "the letter before the meeting": (
        "Nomor : B-12/2024   15 Juli 2024\nHal : Undangan\nhari : Senin\ntanggal : 22 Juli 2024\nwaktu : 09.00",
        "2024-07-15",
    ),
    "the letter before the meeting's line": (
        "Pati, 15 Juli 2024\nHari/tanggal : Senin, 22 Juli 2024\nTempat : Aula",
        "2024-07-15",
    ),
    "the letter before what it answers": (
        "Pati, 15 Juli 2024\nMenindaklanjuti surat Nomor B-9/VI/2024 tanggal 3 Juni 2024 hal data",
        "2024-07-15",
    ),
    "month in a Roman number": (KOP + "Nomor : 005/KPU/VII/2024\nHal : Undangan", "2024-07"),
    "Roman number in capitals": ("KEPUTUSAN KEPALA\nNOMOR: 12/SK/XII/2023\nTENTANG TIM", "2023-12"),
    "number not yet given": ("Nomor :      /KPU/IX/2024\nHal : Undangan", "2024-09"),
    "blanks around the strokes": ("Nomor : B-12 / KPU / III / 2024\nHal : Undangan", "2024-03"),
    "month in digits of a long number": ("Nomor : B-12/PW.140/H.4/07/2024\nHal : Undangan", "2024-07"),
    "year only": ("Nomor : B/154/PL1/HK.02.00/2023\nHal : Undangan", "2023"),
    "no month in a short number": ("Nomor : 421/12/2024\nHal : Undangan", "2024"),
    "no month in a decree's short number": ("KEPUTUSAN KEPALA\nNOMOR : KEP/12/2024\nTENTANG TIM", "2024"),
    "number and year in words": ("KEPUTUSAN KEPALA BALAI\nNOMOR 12 TAHUN 2024\nTENTANG TIM KERJA", "2024"),
    "the day before the number": ("Nomor : 005/KPU/VI/2024\nPati, 1 Juli 2024\nHal : Undangan", "2024-07-01"),
}
DECREES = {
    "place and day on two lines": (LAWS + "MEMUTUSKAN\nDitetapkan di Pati\npada tanggal 3 April 2024\n", "2024-04-03"),
    "with colons": ("Ditetapkan di : Pati\nPada tanggal : 3 April 2024\nKEPALA", "2024-04-03"),
    "on one line": ("Ditetapkan di Pati pada tanggal 3 April 2024 KEPALA BALAI", "2024-04-03"),
    "in capitals": ("DITETAPKAN DI PATI\nPADA TANGGAL 3 APRIL 2024\n", "2024-04-03"),
    "issued": ("SURAT TUGAS\nDikeluarkan di Pati\nPada tanggal 3 April 2024\n", "2024-04-03"),
    "made": ("Dibuat di Pati\nTanggal 3 April 2024\n", "2024-04-03"),
    "the laws' days do not count": (LAWS, None),
    "the laws' places do not count": ("Menimbang : a. bahwa\n" + LAWS + "MEMUTUSKAN :\nKESATU : Membentuk", None),
    "the day of the law cited by a wrapped line": ("Dasar : surat\nTanggal 3 Mei 2024\nhal data", None),
    "effect when nothing else is told": (
        "KEPUTUSAN KEPALA\nMengangkat Sdr. A terhitung mulai tanggal 1 Maret 2024.",
        "2024-03-01",
    ),
    "effect in short": ("PETIKAN KEPUTUSAN\nTMT 1 Maret 2024 naik pangkat", "2024-03-01"),
    "effect with a colon": ("SURAT KEPUTUSAN\nTMT : 01-03-2024", "2024-03-01"),
    "effect within the number's year": ("SURAT KETERANGAN\nNomor : 12/KP/2024\nTMT 1 Maret 2024", "2024-03-01"),
    "effect in another year": ("SURAT KETERANGAN\nNomor : 12/KP/2024\nTMT 1 Januari 2025", "2024"),
    "the number's month before the effect": ("SURAT KETERANGAN\nNomor : 12/KP/II/2024\nTMT 1 Maret 2024", "2024-02"),
    "the signature before the effect": (
        "KEPUTUSAN\nterhitung mulai tanggal 1 Mei 2024\nDitetapkan di Pati\npada tanggal 3 April 2024",
        "2024-04-03",
    ),
    "effects that differ": ("SURAT KEPUTUSAN\nA TMT 1 Maret 2024\nB TMT 1 April 2024", None),
    "effects in a list of officials": ("DAFTAR URUT KEPANGKATAN\nBudi TMT 1 April 2019", None),
    "effect of a civil servant's beginning": ("SURAT KETERANGAN\nTMT CPNS : 1 Maret 2010", None),
    "the annex's head": ("LAMPIRAN\nNOMOR : 12/Kpts/2024\nTANGGAL : 3 April 2024\nDAFTAR TIM", "2024-04-03"),
    "a force date is not the decree's": ("Keputusan ini mulai berlaku pada tanggal 1 Januari 2025", None),
    "an end of force": ("Surat ini berlaku sampai dengan\nTanggal 31 Desember 2024 dan dapat diperpanjang", None),
}
MEETINGS = {
    "day and date": ("NOTULEN RAPAT\nHari/Tanggal : Senin, 15 Juli 2024\nTempat : Aula", "2024-07-15"),
    "with a comma": ("NOTULEN\nHari, tanggal : Senin, 15 Juli 2024\nPukul 09.00", "2024-07-15"),
    "with and": ("DAFTAR HADIR\nHari dan tanggal : Senin, 15 Juli 2024\nAcara : Rapat", "2024-07-15"),
    "Friday": ("DAFTAR HADIR\nHari/Tgl : Jum'at, 19 Juli 2024", "2024-07-19"),
    "two lines": ("NOTULEN\nHari : Senin\nTanggal : 15 Juli 2024\nTempat : Aula", "2024-07-15"),
    "date alone": ("DAFTAR HADIR\nTanggal : 15 Juli 2024\nNo Nama Tanda tangan", "2024-07-15"),
    "a range of days": ("DAFTAR HADIR\nTanggal : 15 - 17 Juli 2024\nTempat : Aula", "2024-07-15..2024-07-17"),
    "a range with weekdays": (
        "NOTULEN\nHari/Tanggal : Senin s.d. Rabu, 15 s.d. 17 Juli 2024\n",
        "2024-07-15..2024-07-17",
    ),
    "a range over two months is not cut": ("DAFTAR HADIR\nTanggal : 29 Juli s.d. 2 Agustus 2024\n", None),
    "the signature before the day": (
        "Hari/Tanggal : Senin, 15 Juli 2024\nHasil rapat\nPati, 16 Juli 2024\nNotulis",
        "2024-07-16",
    ),
    "handing over in digits": (
        "BERITA ACARA\nPada hari ini, Senin tanggal 15 Juli 2024 telah dilaksanakan",
        "2024-07-15",
    ),
    "handing over with bulan and tahun": (
        "BERITA ACARA\nPada hari ini Senin tanggal 15 bulan Juli tahun 2024, kami",
        "2024-07-15",
    ),
    "handing over in words": (
        "BERITA ACARA\nPada hari ini Senin, tanggal Lima Belas bulan Juli tahun Dua Ribu Dua Puluh Empat, kami",
        "2024-07-15",
    ),
    "handing over in words over two lines": (
        "BERITA ACARA\nPada hari ini Selasa tanggal tiga puluh satu bulan Desember tahun\n"
        "dua ribu dua puluh tiga bertempat di Pati",
        "2023-12-31",
    ),
    "the eleventh": ("Pada hari ini Kamis tanggal sebelas Juli dua ribu dua puluh empat telah", "2024-07-11"),
    "many days of one month": ("BUKU\nTanggal : 1 Maret 2024\nTanggal : 8 Maret 2024\n", "2024-03"),
    "days of two months": ("BUKU\nTanggal : 1 Maret 2024\nTanggal : 8 April 2024\n", None),
    "two places on two days": ("Pati, 3 April 2024\nMengetahui\nJakarta, 7 Mei 2024\nDirektur", None),
    "two places in a month": ("Pati, 3 April 2024\nMengetahui\nJakarta, 7 April 2024\nDirektur", "2024-04"),
    "a weekday is no place": ("Jadwal\nSenin, 15 Juli 2024\nApel pagi", None),
    "a meeting spoken of": ("Sesuai rapat tanggal 15 Juli 2024, disampaikan", None),
}
REPORTS = {
    "the heading before the signature": ("LAPORAN PENGADUAN\nBULAN MARET 2024\nPati, 5 April 2024", "2024-03"),
    "a quarter": ("LAPORAN IKM\nTRIWULAN II TAHUN 2024\n", "2024-TW2"),
    "a labelled period": ("Laporan UPG\nPeriode : Januari s.d. Maret 2024\n", "2024-TW1"),
    "only a year in prose": ("Laporan ini memuat capaian tahun 2024 dan target tahun 2025.", None),
    "printed on": ("Rekap absensi\nDicetak pada 3 Mei 2024\n", None),
    "printed on a day": ("Rekap absensi\nDicetak pada tanggal : 3 Mei 2024\n", None),
    "printed in a place": ("Rekap absensi\nDicetak di Pati, 3 Mei 2024\n", None),
    "day of printing": ("Rekap absensi\nTanggal cetak : 3 Mei 2024\n", None),
    "downloaded": ("Rekap\nDiunduh: Pati, 3 Mei 2024\n", None),
    "a deadline": ("Mohon dikirim paling lambat tanggal 5 Mei 2024\n", None),
    "a deadline over two lines": ("Mohon dikirim paling lambat\ntanggal 5 Mei 2024\n", None),
    "a last day": ("Batas akhir : Pati, 5 Mei 2024\n", None),
    "born": ("BIODATA\nTempat, tanggal lahir : Pati, 3 Mei 1992\n", None),
    "born, with strokes": ("BIODATA\nTempat/Tgl. Lahir\t:\tPati, 3 Mei 1992\n", None),
    "born, over two lines": ("BIODATA\nTempat dan tanggal lahir\nPati, 3 Mei 1992\n", None),
    "employee numbers": ("Daftar\nNIP 19920817 201912 1 004\nNIP. 199208172019121004", None),
    "a telephone": ("Telp. 0812-2024-0715\nFaks (0295) 2024", None),
    "a form's own date": ("No. Dokumen : FR-01/2019\nTanggal Terbit : 2 Januari 2019\nDAFTAR HADIR", None),
    "a received stamp": ("Diterima tanggal : 5 Mei 2024\n", None),
    "a day that does not exist": ("Pati, 31 Februari 2024\nKepala", None),
    "a law as title": ("Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara", None),
    "a wrapped citation": ("Sesuai dengan surat Kepala\nNomor B-9/2024 tanggal 3 Mei 2024\nhal data", None),
    "a cited number": ("Menindaklanjuti surat\nNomor : B-9/VI/2024 hal permintaan data", None),
    "nothing": ("", None),
}
TABLE = {
    f"{group}: {fact}": row
    for group, rows in (("letter", LETTERS), ("decree", DECREES), ("meeting", MEETINGS), ("report", REPORTS))
    for fact, row in rows.items()
}


@pytest.mark.parametrize(("text", "canonical"), TABLE.values(), ids=list(TABLE))
def test_a_text_tells_when_it_is_from(text: str, canonical: str | None) -> None:
    """The document's own date is found, and no other is taken for it."""
    period = own_date([text])
    assert (period and periods.render(period)) == canonical


PAGES = {
    "the last page is signed": (["SURAT TUGAS\nNomor : 1/VI/2024", "Pati, 3 Juli 2024\nKepala"], "2024-07-03"),
    "the decree is signed before its annexes": (
        ["KEPUTUSAN KEPALA", "Ditetapkan di Pati\npada tanggal 3 April 2024", "DAFTAR TIM"],
        "2024-04-03",
    ),
    "the preface is dated": (
        ["DOKUMEN RENCANA AKSI", "KATA PENGANTAR\nPuji syukur\nPati, Januari 2024\nKepala", "isi", "penutup"],
        "2024-01",
    ),
    "a letter inside a report is another's": (["RENCANA AKSI", "UNDANGAN\nPati, 3 April 2024", "penutup"], None),
    "the first page before the last": (["Pati, 3 April 2024", "Kudus, 5 Mei 2024"], "2024-04-03"),
    "no page": ([], None),
}


@pytest.mark.parametrize(("pages", "canonical"), PAGES.values(), ids=list(PAGES))
def test_the_signed_page_is_found(pages: list[str], canonical: str | None) -> None:
    """First page, last page, then a decree's signature or a preface near the beginning."""
    period = own_date(pages)
    assert (period and periods.render(period)) == canonical
