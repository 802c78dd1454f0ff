"""Pairs of words from the titles and actions of a plan: what must find each other, and look-alikes that must not."""

FAMILIES = """
    pengaduan aduan mengadukan diadukan
    perencanaan rencana merencanakan direncanakan
    pengawasan pengawas mengawasi diawasi
    penguatan kuat menguatkan
    pelayanan layanan melayani dilayani
    kepegawaian pegawai
    laporan melaporkan pelaporan dilaporkan lapor
    penilaian nilai menilai dinilai
    evaluasi mengevaluasi dievaluasi
    sosialisasi mensosialisasikan disosialisasikan
    pembangunan membangun dibangun
    penetapan menetapkan ditetapkan tetap
    pengendalian mengendalikan kendali
    pemantauan memantau dipantau
    keputusan memutuskan putusan
    pengukuran mengukur ukur
    pengembangan mengembangkan kembang
    undangan mengundang diundang
    kehadiran menghadiri hadir
    kepuasan memuaskan puas
    penghargaan menghargai
    pemenuhan memenuhi
    persetujuan disetujui menyetujui setuju
    kebutuhan membutuhkan butuh
    penempatan menempatkan tempat
    peraturan mengatur aturan pengaturan
    penyusunan menyusun disusun
    perubahan mengubah ubah
    perbaikan memperbaiki baik
    pengelolaan mengelola dikelola kelola
    pengarsipan kearsipan arsip
    keterbukaan terbuka
    pencegahan mencegah cegah
    penugasan menugaskan petugas tugas
    kebijakan bijak
    pelaksanaan melaksanakan dilaksanakan
    penerapan menerapkan diterapkan
    penataan menata ditata
    kepemimpinan pimpinan memimpin
    pengarahan arahan mengarahkan
    ditindaklanjuti menindaklanjuti tindaklanjut
    penandatanganan ditandatangani menandatangani tandatangan
    pertanggungjawaban tanggungjawab
    penyalahgunaan menyalahgunakan
    disiplin kedisiplinan
    integritas berintegritas
"""
"""All forms of one word in each line."""

FORMS = """
    pengaduan diadukan, pengadu aduan, pelaporan dilaporkan, pelapor melapor, pengawasan diawasi, penguatan diperkuat
    pembangunan terbangun, pencanangan dicanangkan, penetapan ditetapkannya, pemilihan terpilih
    pembentukan dibentuknya, pemantauan terpantau, pemetaan dipetakan, penegakan ditegakkan, penanganan ditangani
    penilaian dinilai, penyelenggaraan diselenggarakan, pengukuran terukur, peningkatan ditingkatkan
    pemutakhiran dimutakhirkan, pemanfaatan memanfaatkan, pengikutsertaan diikutsertakan, penempatan ditempatkan
    pengangkatan diangkat, penyusunan tersusun, perencanaan direncanakan, penandatanganan ditandatangani
    penerimaan diterima, kepegawaian pegawainya, ketatalaksanaan tatalaksana, keterbukaan terbuka
    keterlibatan melibatkan, kesenjangan senjang, kepuasan memuaskan, kehadiran menghadiri, kelengkapan dilengkapi
    kepemimpinan pimpinan, kearsipan pengarsipan, kesesuaian penyesuaian, keseluruhan menyeluruh, perbedaan berbeda
    atasan mengatasi, mempublikasikan publikasi, dipublikasikan memublikasikan, menyosialisasikan mensosialisasikan
    disosialisasikan sosialisasi, mengidentifikasi teridentifikasi, diimplementasikan implementasi
    diinternalisasikan internalisasi, mengevaluasi dievaluasinya, dikomunikasikan komunikasi
    mengoptimalkan dioptimalkan, menganalisis analisisnya, direviu mereviu, dimonitoring memonitor
    penghargaan menghargai, persetujuan disetujui, perjanjian dijanjikan, keputusan diputuskan, pemberian diberikan
    pelatihan dilatih, perizinan diizinkan, permohonan dimohonkan, undangan mengundang, rekapan direkap
    berakhlak akhlak, berintegritas integritasnya, penggunaan digunakan, penyampaian disampaikan, pembahasan dibahas
    penyelesaian diselesaikan, pengendalian terkendali, akuntabilitasnya akuntabilitas, pemenuhan terpenuhi
    benturan berbenturan, penjatuhan dijatuhkan
"""
"""A word and a form of it."""

SPELLINGS = """
    aktif aktip, jadwal jadual, izin ijin, perizinan perijinan, sistem sistim, sistem system, risiko resiko
    berisiko beresiko, kuitansi kwitansi, survei survey, analisis analisa, dianalisis menganalisa, praktik praktek
    apotek apotik, november nopember, februari pebruari, persentase prosentase, standardisasi standarisasi
    objektif obyektif, subjek subyek, proyek projek, teknik tehnik, teknologi tehnologi, metode metoda
    nasihat nasehat, asas azas, akta akte, karier karir, kategori katagori, hierarki hirarki, konkret konkrit
    koordinasi koordinir, kualitas kwalitas, kuesioner kuisioner, manajemen menejemen, meterai materai
    otentik autentik, panitia panitya, personel personil, provinsi propinsi, sekretaris sekertaris
    sertifikat sertipikat, terampil trampil, utang hutang, perubahan perobahan, kreativitas kreatifitas
    efektivitas efektifitas, notulen notulensi, notulasi notulen, notula notulensi, reviu review, asesmen assessment
    absen absensi, desain design, pikiran fikiran, kedaluwarsa kadaluarsa, legalisir dilegalisasi
    efektif efektivitas, efisien efisiensi, transparan transparansi, objektif objektivitas, gratifikasi gratifikas
"""
"""Two spellings of one word, or a quality and its name."""

PARTED = """
    laporan-laporan laporan, laporan-laporannya pelaporan, sebaik-baiknya baik, bersama-sama bersama, tugas2 tugas
    laporan2nya laporan, laporannya laporan, SKP-nya SKP, tugasku tugas, laporanmu laporan, laporanlah laporan
    laporankah laporan, laporanpun laporan, pascapanen pasca-panen, subbagian sub-bagian, nonaktif dinonaktifkan
    antikorupsi anti-korupsi, antarlembaga antar-lembaga, multimedia multi-media, prajabatan pra-jabatan
    diupload di-upload, upload mengupload, email e-mail, fingerprint finger-print, whistleblowing whistle-blowing
    whistleblower whistleblowing, followup follow-up, screenshot screen-shot, website web-site
    benchmark benchmarking, fotokopi fotocopy, tindaklanjut menindaklanjuti, kerjasama bekerjasama
    tanggungjawab pertanggungjawaban, tandatangan penandatangan, tatakelola tata-kelola
    undang-undang perundang-undangan, a.n. a/n, s.d. s/d, d.a. d/a
"""
"""One word, and the same with a hyphen in it, doubled, or with an ending that is a word of its own."""

MISREAD = """
    pernbangunan pembangunan, iaporan laporan, pelaporan peiaporan, pe1ayanan pelayanan, peiayanan pelayanan
    pengaduan pengacluan, dokurnen dokumen, manajernen manajemen, pcngawasan pengawasan, rnutasi mutasi
    ljazah ijazah, kebljakan kebijakan, lnspektorat inspektorat, implementasi implernentasi, niiai nilai
    gubernur gubemur, pernyataan pemyataan, sebenarnya sebenamya, jawaban javvaban, 0rganisasi organisasi
    surnber sumber, disiplin disip1in, pernantauan memantau, sosia1isasi disosialisasikan
"""
"""A word, and what a scan was misread into."""

LOOK_ALIKES = """
    pengaduan pengadaan, pengaduan paduan, pengadaan ada, pengadaan diadakan, pengawasan pengawetan
    penetapan penempatan, penempatan empat, penempatan empati, penetapan etape, evaluasi devaluasi
    sosialisasi sosial, sosialisasi sosialis, mutasi mutu, kinerja kerja, kinerja pekerjaan, penilaian nilam
    gratifikasi ratifikasi, gratifikasi grafik, internalisasi internal, standardisasi standar, publikasi publik
    integritas integrasi, integritas inti, aktivitas aktif, akuntabilitas akuntabel, akuntabilitas akuntansi
    kompetensi kompetisi, disiplin disipasi, kapasitas kapasitor, pegawai pengawas, pegawai gawai, rencana bencana
    laporan lapar, laporan lapangan, undangan undang-undang, undangan udang, mengundang undang-undang, kepala kelapa
    kepala pala, survei surplus, tugas tegas, hadir hadiah, layanan layar, notulen nota, anggaran anggota
    kebijakan kebajikan, surat serat, pakta fakta, kepuasan puasa, keuangan keterbukaan, penghargaan harga
    pemerintah perintah, pendapat pendapatan, pembahasan bahasa, ketua tua, perilaku menilai, media dia
    peserta serta, bagian bagi, satuan satu, penggunaan guna, atasan atas, penyesuaian sesuai, memperoleh oleh
    penanganan tangan, pelaksanaan tatalaksana, penataan tata, jawaban jawab, perusahaan usaha, tindakan tindak
    berkelanjutan lanjut, peringatan mengingat, pertimbangan menimbang, kerusakan rusa, penarikan tari
    pemadatan madu, pelanggan pelanggaran, fasilitas fasilitasi, kemudian kemudi, perkara kara, nomor nominal
    tanggal tinggal, bulan bulat, maklumat maklum, abdul abdullah, meeting ting, training latih, climate mati
    plta pita, claim klaim, XXII XXIII, tahap1 tahap2, b1 bi, 1a la, 2024 2023, I II, a an
"""
"""Words that only look like forms of each other, or share a root and mean something else."""


def pairs(table: str) -> list[tuple[str, str]]:
    """Return the pairs of a table."""
    found = [tuple(entry.split()) for entry in table.replace("\n", ",").split(",") if entry.strip()]
    return [(one, other) for one, other in found]
