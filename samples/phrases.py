"""Who and what the invented office writes about: names, letterhead, topics and sentence patterns."""

from collections.abc import Mapping
from dataclasses import dataclass

MARK = "CONTOH"
MARK_LINE = "CONTOH - dokumen buatan untuk peragaan, bukan dokumen resmi"
OFFICE = "Balai Contoh Standar Lingkungan Rekaan"
SHORT = "BCSLR"
LETTERHEAD = (
    "LEMBAGA CONTOH STANDARDISASI NUSANTARA",
    OFFICE.upper(),
    "Jalan Umpama Nomor 0, Pati 59000 - telepon (0000) 000000 - balai@contoh.invalid",
)
PLACE = "Pati"
HEAD = "Rekaan Wijayanto, contoh"

PEOPLE = (
    "Andai Kusumaningrum",
    "Budi Contohwan",
    "Citra Umpamawati",
    "Dewi Misalkan",
    "Eko Sampelyanto",
    "Fajar Rekayasana",
    "Gita Andaikan",
    "Hadi Permisalan",
    "Indah Fiktifani",
    "Joko Karangan",
    "Kartika Dummiasih",
    "Lestari Khayalan",
    "Misal Prasetya",
    "Nanda Imajiwati",
    "Oki Perumpamaan",
    "Putri Bayangsari",
    "Rini Teladanika",
    "Seno Maketwan",
    "Tuti Ibaratsih",
    "Umar Semisalno",
)

POSTS = (
    "Kepala Subbagian Tata Usaha",
    "Ketua Tim Kerja Layanan Pengujian",
    "Ketua Tim Kerja Program dan Evaluasi",
    "Analis Kepegawaian",
    "Arsiparis",
    "Pranata Humas",
    "Pranata Komputer",
    "Bendahara Pengeluaran",
    "Penyuluh",
    "Teknisi Laboratorium",
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a document is about."""

    subject: str
    rule: str
    """The rule that a decree on it cites; invented, without a number of a real one."""
    works: tuple[str, ...]
    """What is done, as clauses without a subject."""
    findings: tuple[str, ...]


DEFAULT = Topic(
    "pembangunan Zona Integritas menuju Wilayah Bebas dari Korupsi",
    "pedoman pembangunan Zona Integritas di lingkungan instansi pemerintah",
    (
        "menyusun rencana aksi enam area perubahan",
        "memeriksa kelengkapan bukti fisik setiap area",
        "menyampaikan kemajuan pekerjaan pada rapat bulanan",
        "mengajak seluruh pegawai menjaga integritas dalam pelayanan",
        "menata arsip elektronik agar mudah ditemukan oleh tim penilai",
    ),
    (
        "sebagian bukti fisik belum diberi nama sesuai kode indikator",
        "koordinator area telah menyerahkan dokumen tepat waktu",
        "rencana aksi triwulan berjalan sudah sesuai target",
    ),
)

# By a word of the title; the first that occurs wins, so the narrower words stand first.
TOPICS: Mapping[str, Topic] = {
    "gratifikasi": (
        GRATUITY := Topic(
            "pengendalian gratifikasi oleh Unit Pengendalian Gratifikasi (UPG)",
            "pedoman pelaporan gratifikasi dan tata kerja unit pengendalian gratifikasi",
            (
                "menerima dan mencatat laporan penolakan gratifikasi dari pegawai",
                "memasang spanduk tolak gratifikasi di ruang pelayanan",
                "meneruskan laporan penerimaan gratifikasi paling lambat sepuluh hari kerja",
                "menyosialisasikan batas kewajaran hadiah dan jamuan kedinasan",
            ),
            (
                "tidak ada penerimaan gratifikasi yang dilaporkan pada periode ini",
                "satu penolakan bingkisan dicatat dan barang dikembalikan kepada pemberi",
                "pegawai baru belum seluruhnya mengikuti sosialisasi gratifikasi",
            ),
        )
    ),
    "upg": GRATUITY,
    "benturan": Topic(
        "penanganan benturan kepentingan",
        "pedoman umum penanganan benturan kepentingan bagi pegawai",
        (
            "memetakan jenis benturan kepentingan pada layanan pengujian",
            "mewajibkan pejabat pengadaan mengisi pernyataan bebas benturan kepentingan",
            "menetapkan langkah pencegahan pada setiap tugas fungsi utama",
        ),
        (
            "lima potensi benturan kepentingan teridentifikasi pada proses pengadaan",
            "pernyataan potensi benturan kepentingan telah diisi oleh seluruh pejabat",
        ),
    ),
    "wbs": Topic(
        "penerapan whistleblowing system (WBS)",
        "tata cara pengelolaan pelaporan pelanggaran secara rahasia",
        (
            "menjaga kerahasiaan identitas pelapor pelanggaran",
            "memeriksa kanal pelaporan WBS pada laman balai setiap pekan",
            "menyosialisasikan alur pelaporan pelanggaran kepada pegawai dan mitra",
        ),
        (
            "kanal WBS dapat diakses dan belum menerima laporan pelanggaran",
            "alur tindak lanjut laporan WBS perlu ditempel di ruang layanan",
        ),
    ),
    "pengaduan": (
        COMPLAINTS := Topic(
            "penanganan pengaduan masyarakat",
            "pedoman pengelolaan pengaduan masyarakat secara terbuka dan akuntabel",
            (
                "membuka kotak pengaduan setiap hari Jumat",
                "menjawab pengaduan yang masuk melalui laman dan pesan singkat",
                "merekap pengaduan menurut jenis layanan dan waktu penyelesaian",
                "menyampaikan hasil penyelesaian kepada pengadu",
            ),
            (
                "tiga pengaduan diterima dan seluruhnya selesai dalam lima hari kerja",
                "pengaduan terbanyak menyangkut waktu tunggu hasil pengujian",
                "tidak ada pengaduan yang melewati batas waktu penyelesaian",
            ),
        )
    ),
    "dumas": COMPLAINTS,
    "ikm": (
        SURVEY := Topic(
            "survei kepuasan masyarakat (SKM) dan indeks kepuasan masyarakat (IKM)",
            "pedoman penyusunan survei kepuasan masyarakat unit penyelenggara pelayanan publik",
            (
                "membagikan kuesioner kepada penerima layanan pengujian",
                "mengolah sembilan unsur pelayanan menjadi nilai indeks",
                "menayangkan hasil survei kepuasan pada laman balai",
            ),
            (
                "nilai IKM mencapai 86,4 dengan mutu pelayanan baik",
                "unsur waktu penyelesaian memperoleh nilai terendah",
                "seratus dua puluh responden mengisi kuesioner secara daring",
            ),
        )
    ),
    "skm": SURVEY,
    "lhkpn": Topic(
        "kewajiban pelaporan harta kekayaan penyelenggara negara (LHKPN)",
        "kewajiban penyampaian laporan harta kekayaan bagi pejabat dan pegawai",
        (
            "mengingatkan wajib lapor sebelum batas waktu akhir Maret",
            "mengumpulkan tanda terima pelaporan harta kekayaan",
        ),
        ("seluruh wajib lapor telah menyampaikan LHKPN secara elektronik",),
    ),
    "spi": Topic(
        "sistem pengendalian intern pemerintah (SPIP)",
        "penyelenggaraan sistem pengendalian intern di lingkungan unit kerja",
        (
            "mengidentifikasi risiko pada setiap kegiatan utama",
            "menetapkan kegiatan pengendalian untuk risiko yang tinggi",
            "memantau efektivitas pengendalian intern setiap triwulan",
        ),
        (
            "dua risiko pengadaan turun dari tinggi menjadi sedang",
            "daftar risiko perlu dimutakhirkan setelah ada layanan baru",
        ),
    ),
    "ppid": Topic(
        "keterbukaan informasi publik oleh PPID",
        "standar layanan informasi publik",
        (
            "memperbarui daftar informasi publik pada portal PPID",
            "melayani permohonan informasi melalui formulir daring",
        ),
        (
            "dua permohonan informasi dijawab dalam tiga hari kerja",
            "daftar informasi publik telah dimutakhirkan",
        ),
    ),
    "kinerja": (
        PERFORMANCE := Topic(
            "akuntabilitas dan pengukuran kinerja",
            "sistem akuntabilitas kinerja instansi pemerintah",
            (
                "menurunkan indikator kinerja utama ke sasaran pegawai",
                "membandingkan capaian kinerja dengan target triwulan",
                "menilai kinerja pegawai melalui aplikasi elektronik",
            ),
            (
                "capaian kinerja rata-rata 96 persen dari target",
                "satu indikator belum tercapai karena alat uji dalam perbaikan",
            ),
        )
    ),
    "skp": PERFORMANCE,
    "iku": PERFORMANCE,
    "laki": PERFORMANCE,
    "rkt": PERFORMANCE,
    "pegawai": (
        STAFF := Topic(
            "pengelolaan sumber daya manusia aparatur",
            "manajemen pegawai negeri sipil dan pola karier",
            (
                "menghitung kebutuhan pegawai menurut beban kerja",
                "mencatat kehadiran pegawai dengan mesin sidik jari",
                "merencanakan pelatihan sesuai kesenjangan kompetensi",
            ),
            (
                "kehadiran pegawai mencapai 98 persen hari kerja",
                "empat jabatan fungsional belum terisi menurut peta jabatan",
            ),
        )
    ),
    "absensi": STAFF,
    "anjab": STAFF,
    "layanan": (
        SERVICE := Topic(
            "standar pelayanan dan budaya pelayanan prima",
            "standar pelayanan publik dan maklumat pelayanan",
            (
                "memasang maklumat pelayanan di ruang tunggu",
                "meninjau ulang prosedur dan biaya setiap jenis layanan",
                "melatih petugas depan menyapa dan menjelaskan alur layanan",
            ),
            (
                "waktu penerbitan hasil uji turun dari sepuluh menjadi delapan hari",
                "papan alur layanan perlu huruf yang lebih besar",
            ),
        )
    ),
    "pelayanan": SERVICE,
    "maklumat": SERVICE,
}

OPENERS = (
    "Dalam rangka {subject}, tim {work}.",
    "Balai {work} sebagai bagian dari {subject}.",
    "Pada periode ini tim {work}.",
    "Setelah dibahas bersama, disepakati untuk {work}.",
    "Petugas yang ditunjuk {work} dan melaporkannya kepada Kepala Balai.",
    "Untuk memperkuat {subject}, setiap tim kerja wajib {work}.",
    "Koordinator area bertanggung jawab {work} sebelum akhir bulan.",
)
RESULTS = (
    "Hasil pemantauan menunjukkan bahwa {finding}.",
    "Berdasarkan catatan petugas, {finding}.",
    "Dari pembahasan diketahui {finding}; tindak lanjut dicatat dalam lembar pemantauan.",
    "Sampai tanggal laporan, {finding}.",
    "Perlu diperhatikan bahwa {finding}.",
)


def topic_of(title: str) -> Topic:
    """Return what a title is about; Zona Integritas when no word tells."""
    lowered = title.lower()
    return next((topic for word, topic in TOPICS.items() if word in lowered), DEFAULT)
