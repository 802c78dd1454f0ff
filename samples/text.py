"""Writes the office's prose: one composer for each kind of document, seeded, so that it repeats."""

from collections.abc import Callable, Mapping
from datetime import date
from random import Random

from samples.paper import Block, Grid, Heading, Items, NewPage, Paper, Sign, Text, long_date
from samples.phrases import HEAD, OFFICE, OPENERS, PEOPLE, POSTS, RESULTS, SHORT, Topic, topic_of
from ziarchive.wording import MONTHS

Composer = Callable[[str, str, date, Random], tuple[Block, ...]]


def compose(kind: str, title: str, period: str, dated: date) -> Paper:
    """Return a document of `kind` (as the plan names kinds); the same arguments give the same text."""
    rng = Random(f"{kind}|{title}|{period}|{dated}")  # noqa: S311 - repeatable prose, not a secret
    return Paper(title, dated, _COMPOSERS.get(kind, _plan)(title, period, dated, rng))


def paragraph(rng: Random, topic: Topic, sentences: int) -> str:
    """Return prose on a topic, what was done and what was found in turn."""
    return " ".join(_result(rng, topic) if place % 3 == 1 else _done(rng, topic) for place in range(sentences))


def _done(rng: Random, topic: Topic) -> str:
    return rng.choice(OPENERS).format(subject=topic.subject, work=rng.choice(topic.works))


def _result(rng: Random, topic: Topic) -> str:
    return rng.choice(RESULTS).format(finding=rng.choice(topic.findings))


def _number(rng: Random, dated: date, prefix: str = "B") -> str:
    return f"{prefix}-{rng.randint(11, 988)}/{SHORT}/TU/{dated:%m/%Y}"


def _head_signs(dated: date) -> Sign:
    return Sign(dated, f"Kepala {OFFICE}", HEAD)


def _decree(title: str, period: str, dated: date, rng: Random) -> tuple[Block, ...]:
    topic = topic_of(title)
    team = rng.sample(PEOPLE, 8)
    roles = ("Pengarah", "Ketua", "Sekretaris", *["Anggota"] * 5)
    members = tuple((str(row), name, role) for row, (name, role) in enumerate(zip(team, roles, strict=True), 1))
    return (
        Heading(f"KEPUTUSAN KEPALA {OFFICE.upper()}"),
        Heading(f"NOMOR {_number(rng, dated, 'SK')}"),
        Heading(f"TENTANG {title.removeprefix('SK ').upper()}"),
        Text("Menimbang :"),
        Items((("a.", f"bahwa untuk kelancaran {topic.subject} perlu ditetapkan keputusan ini;"),
               ("b.", f"bahwa pegawai yang namanya tercantum dipandang mampu {rng.choice(topic.works)};"))),
        Text("Mengingat :"),
        Items((("1.", f"Peraturan Contoh tentang {topic.rule};"),
               ("2.", f"Program kerja tahunan {OFFICE} tahun {dated.year};"))),
        Heading("MEMUTUSKAN"),
        Text("Menetapkan :"),
        Items((("KESATU", f"{title}, {period}, dengan susunan sebagaimana tercantum dalam lampiran."),
               ("KEDUA", f"Tim bertugas {rng.choice(topic.works)} dan {rng.choice(topic.works)}."),
               ("KETIGA", "Biaya pelaksanaan keputusan ini dibebankan pada anggaran balai."),
               ("KEEMPAT", "Keputusan ini mulai berlaku pada tanggal ditetapkan."))),
        _head_signs(dated),
        NewPage(),
        Heading("LAMPIRAN SUSUNAN TIM"),
        Grid((("No", "Nama", "Kedudukan"), *members)),
    )  # fmt: skip


def _procedure(title: str, period: str, dated: date, rng: Random) -> tuple[Block, ...]:
    topic = topic_of(title)
    steps = tuple(
        (str(row), rng.choice(topic.works).capitalize(), rng.choice(POSTS), f"{rng.randint(1, 5)} hari")
        for row in range(1, 8)
    )
    return (
        Heading(title.upper()),
        Text(f"Nomor {_number(rng, dated, 'SOP')}, berlaku {long_date(dated)} untuk {period}."),
        Heading("A. Tujuan"),
        Text(f"Prosedur ini menjadi acuan {topic.subject}. {paragraph(rng, topic, 3)}"),
        Heading("B. Dasar"),
        Text(f"Peraturan Contoh tentang {topic.rule}."),
        Heading("C. Uraian kegiatan"),
        Grid((("No", "Kegiatan", "Pelaksana", "Waktu"), *steps)),
        NewPage(),
        Heading("D. Pencatatan dan pendataan"),
        Text(paragraph(rng, topic, 5)),
        _head_signs(dated),
    )


def _minutes(title: str, period: str, dated: date, rng: Random) -> tuple[Block, ...]:
    topic, people = topic_of(title), rng.sample(PEOPLE, 9)
    remarks = tuple((f"{row}.", f"{name}: {_done(rng, topic)}") for row, name in enumerate(people[2:7], 1))
    return (
        Heading(title.upper()),
        Items((("Hari/tanggal", long_date(dated)), ("Periode", period), ("Waktu", "09.00 s.d. 11.30 WIB"),
               ("Tempat", "Ruang rapat lantai satu"), ("Pemimpin rapat", people[0]), ("Notulis", people[1]),
               ("Peserta", ", ".join(people[2:])))),
        Heading("Pembahasan"),
        Text(f"Rapat membahas {topic.subject}. {paragraph(rng, topic, 3)}"),
        Items(remarks),
        Heading("Kesimpulan dan tindak lanjut"),
        Text(paragraph(rng, topic, 3)),
        Sign(dated, "Notulis", people[1]),
    )  # fmt: skip


def _letter(title: str, period: str, dated: date, rng: Random) -> tuple[Block, ...]:
    topic = topic_of(title)
    return (
        Items((("Nomor", _number(rng, dated)), ("Sifat", "Biasa"), ("Lampiran", "satu berkas"),
               ("Hal", f"{title} ({period})"))),
        Text("Yth. Seluruh Ketua Tim Kerja dan Pegawai di tempat"),
        Text(f"Dengan hormat, sehubungan dengan {topic.subject}, bersama ini kami sampaikan hal {title}. "
             f"{paragraph(rng, topic, 2)}"),
        Text("Kegiatan dilaksanakan pada pukul 09.00 WIB di ruang rapat. Mengingat pentingnya acara ini, "
             "kehadiran Bapak dan Ibu tidak dapat diwakilkan. Atas perhatiannya diucapkan terima kasih."),
        _head_signs(dated),
    )  # fmt: skip


def _attendance(title: str, period: str, dated: date, rng: Random) -> tuple[Block, ...]:
    people = rng.sample(PEOPLE, 16)
    rows = tuple((str(row), name, rng.choice(POSTS), "ttd") for row, name in enumerate(people, 1))
    return (
        Heading(title.upper()),
        Text(f"Acara: {topic_of(title).subject}. Periode {period}, tanggal {long_date(dated)}."),
        Grid((("No", "Nama", "Jabatan", "Tanda tangan"), *rows)),
        Sign(dated, "Kepala Subbagian Tata Usaha", people[0]),
    )


def _recap(title: str, period: str, dated: date, rng: Random) -> tuple[Block, ...]:
    rows = tuple(
        (str(row), name, str(rng.randint(18, 23)), str(rng.randint(0, 2)), f"{rng.randint(88, 100)}%")
        for row, name in enumerate(rng.sample(PEOPLE, 14), 1)
    )
    return (
        Heading(f"{title.upper()} - {period.upper()}"),
        Grid((("No", "Nama", "Hari kerja", "Catatan", "Capaian"), *rows)),
        Text(paragraph(rng, topic_of(title), 3)),
        Sign(dated, "Analis Kepegawaian", rng.choice(PEOPLE)),
    )


def _report(title: str, period: str, dated: date, rng: Random) -> tuple[Block, ...]:
    topic = topic_of(title)
    counts = tuple((month, str(rng.randint(0, 9)), str(rng.randint(0, 3))) for month in MONTHS[: dated.month])
    return (
        Heading(title.upper()),
        Heading(period.upper()),
        Heading("BAB I PENDAHULUAN"),
        Text(f"Laporan ini memuat {topic.subject} untuk {period}. {paragraph(rng, topic, 5)}"),
        NewPage(),
        Heading("BAB II PELAKSANAAN"),
        Text(paragraph(rng, topic, 6)),
        Grid((("Bulan", "Masuk", "Belum selesai"), *counts)),
        NewPage(),
        Heading("BAB III PENUTUP"),
        Text(paragraph(rng, topic, 4)),
        _head_signs(dated),
    )


def _statement(title: str, period: str, dated: date, rng: Random) -> tuple[Block, ...]:
    topic = topic_of(title)
    promises = tuple((f"{row}.", f"Kami {work}.") for row, work in enumerate(topic.works, 1))
    return (
        Heading(title.upper()),
        Text(f"Dengan ini {OFFICE} menyatakan sanggup menjalankan {topic.subject} ({period})."),
        Items(promises),
        Text("Apabila tidak menepati pernyataan ini, kami siap menerima sanksi sesuai ketentuan."),
        _head_signs(dated),
    )


def _plan(title: str, period: str, dated: date, rng: Random) -> tuple[Block, ...]:
    topic = topic_of(title)
    rows = tuple(
        (str(row), rng.choice(topic.works).capitalize(), rng.choice(PEOPLE), f"{rng.randint(1, 12)} dokumen")
        for row in range(1, 10)
    )
    return (
        Heading(title.upper()),
        Heading(period.upper()),
        Text(paragraph(rng, topic, 4)),
        Grid((("No", "Uraian", "Penanggung jawab", "Target"), *rows)),
        NewPage(),
        Heading("Penjelasan"),
        Text(paragraph(rng, topic, 5)),
        _head_signs(dated),
    )


_COMPOSERS: Mapping[str, Composer] = {
    "SK": _decree,
    "SOP": _procedure,
    "Pedoman": _procedure,
    "Notulen": _minutes,
    "Undangan": _letter,
    "Surat": _letter,
    "Surat tugas": _letter,
    "Daftar hadir": _attendance,
    "Rekap": _recap,
    "Laporan": _report,
    "LAKIN": _report,
    "Tindak lanjut": _report,
    "Analisis": _report,
    "Maklumat": _statement,
    "Pakta integritas": _statement,
    "Sertifikat": _statement,
    "Bukti lapor": _statement,
}
