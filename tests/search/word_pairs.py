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
    kesiapan siap persiapan menyiapkan
    mengetik pengetikan diketik ketik
    memproses pemrosesan diproses proses
    mengacu acuan diacu
    inovasi inovatif inovator berinovasi
    profesional profesionalisme profesionalitas
    koordinasi koordinator kordinator mengoordinasikan
    pengalaman mengalami dialami berpengalaman
    sinergi sinergis sinergitas bersinergi
    sinkron sinkronisasi menyinkronkan disinkronkan
    optimal optimalisasi mengoptimalkan pengoptimalan
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
    benturan berbenturan, penjatuhan dijatuhkan, pengelasan las, mengelas dilas, memangku pemangku
    pemrograman memprogram, pemrakarsa prakarsa, pemrosesannya proses, karangan pengarang, dikemas pengemasan
    menyurati surat, pengetesan tes, pengacauan kacau, kelulusan lulus, kerumitan rumit, kerepotan repot
    sepenuhnya penuh, setinggi tinggi, serendah rendah, mengurung dikurung, pengekangan dikekang
    pemrioritasan prioritas, mensyaratkan menyaratkan
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
    mentri menteri, kementrian kementerian, ijasah ijazah, berijasah ijazah, himbauan imbauan, menghimbau imbauan
    silahkan silakan, standart standar, dokument dokumen, documen dokumen, vidio video, pamplet pamflet
    kwartal kuartal, assessor asesor, screenshoot screenshot, managemen manajemen, management manajemen
    intergritas integritas, pengaduaan pengaduan, poto foto, photo foto, photo poto, kordinator koordinator
    menginventarisir inventarisasi, akutabilitas akuntabilitas
    akuntabel akuntabilitas, kreatif kreativitas, produktif produktivitas, selektif selektivitas
    responsif responsivitas, kompetitif kompetitivitas, subjektif subyektivitas, kompeten kompetensi
    kredibel kredibilitas, netral netralitas, strategis strategi, digital digitalisasi, monitor monitoring
    audit auditor, evaluasi evaluator, verifikasi verifikator, notulis notulen, asesor asesmen
    fasilitator memfasilitasi, validator validasi, supervisor supervisi, kolaborasi kolaboratif
    partisipasi partisipatif
    efektif efektivitas, efisien efisiensi, transparan transparansi, objektif objektivitas, gratifikasi gratifikas
"""
"""Two spellings of one word, a quality and its name, or what is done and who does it."""

PARTED = """
    laporan-laporan laporan, laporan-laporannya pelaporan, sebaik-baiknya baik, bersama-sama bersama, tugas2 tugas
    laporan2nya laporan, laporannya laporan, SKP-nya SKP, tugasku tugas, laporanmu laporan, laporanlah laporan
    laporankah laporan, laporanpun laporan, pascapanen pasca-panen, subbagian sub-bagian, nonaktif dinonaktifkan
    antikorupsi anti-korupsi, antarlembaga antar-lembaga, multimedia multi-media, prajabatan pra-jabatan
    diupload di-upload, upload mengupload, email e-mail, fingerprint finger-print, whistleblowing whistle-blowing
    whistleblower whistleblowing, followup follow-up, screenshot screen-shot, website web-site
    benchmark benchmarking, fotokopi fotocopy, tindaklanjut menindaklanjuti, kerjasama bekerjasama
    tanggungjawab pertanggungjawaban, tandatangan penandatangan, tatakelola tata-kelola
    ketidaksesuaian tidak-sesuai, ketidakpuasan tidak-puas, ketidaklengkapan tidak-lengkap
    ketidakpatuhan tidak-patuh, ketidakhadiran tidak-hadir, ketidakjelasan tidak-jelas, ketidaktepatan tidak-tepat
    ketidakhadirannya ketidakhadiran, ketidakadaan tidak-ada, ketidakberdayaan tidak-berdaya
    narasumber nara-sumber, narahubung nara-hubung, purnabakti purna-bakti, nonpns non-pns, nonasn non-asn
    triwulan tri-wulan, triwulanan tri-wulan, esakip e-sakip, tim-tim tim, setinggi-tingginya tinggi
    turun-temurun turun
    undang-undang perundang-undangan, a.n. a/n, s.d. s/d, d.a. d/a
"""
"""One word, and the same with a hyphen in it, doubled, or with an ending that is a word of its own."""

MISREAD = """
    pernbangunan pembangunan, iaporan laporan, pelaporan peiaporan, pe1ayanan pelayanan, peiayanan pelayanan
    pengaduan pengacluan, dokurnen dokumen, manajernen manajemen, pcngawasan pengawasan, rnutasi mutasi
    ljazah ijazah, kebljakan kebijakan, lnspektorat inspektorat, implementasi implernentasi, niiai nilai
    gubernur gubemur, pernyataan pemyataan, sebenarnya sebenamya, jawaban javvaban, 0rganisasi organisasi
    surnber sumber, disiplin disip1in, pernantauan memantau, sosia1isasi disosialisasikan
    penllaian penilaian, publlk publik, apllkasi aplikasi, akuntabilltas akuntabilitas, penilalan penilaian
    larnplran lampiran, clasar dasar, claftar daftar, clokumen dokumen, penclidikan pendidikan, unlt unit, un1t unit
    lzin izin, hasll hasil, wllayah wilayah, memlliki memiliki, pcrnerintah pemerintah
"""
"""A word, and what a scan was misread into."""

LOOK_ALIKES = """
    pengaduan pengadaan, pengaduan paduan, pengadaan ada, pengadaan diadakan, pengawasan pengawetan
    penetapan penempatan, penempatan empat, penempatan empati, penetapan etape, evaluasi devaluasi
    sosialisasi sosial, sosialisasi sosialis, mutasi mutu, kinerja kerja, kinerja pekerjaan, penilaian nilam
    gratifikasi ratifikasi, gratifikasi grafik, internalisasi internal, standardisasi standar, publikasi publik
    integritas integrasi, integritas inti, aktivitas aktif, akuntabilitas akuntansi
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
    alam pengalaman, alami pengalaman, acara pengacara, arang pengarang, pengajian pengkajian, pengajian mengkaji
    etik mengetik, etik pengetikan, etika mengetik, kelas pengelasan, memang memangku, emas pengemasan
    mengacu memacu, mengacu mengacau, acuan acuh, acuan cuan, siapa kesiapan, tidak tindak
    narasumber narasi, triwulan bulan, triwulan caturwulan
    instruktur instruksi, administrator administrasi, moderator moderasi, indikator indikasi, direktur direktorat
    inspektur inspektorat, sekretaris sekretariat, aparat aparatur, sistem sistematis, dokumen dokumentasi
    kompeten kompetitif, kompeten komponen, produktif produk, produktivitas produksi, responsif responden
    efektif efek, selektif seleksi, objektif objek, subjektif subjek, sinergi energi, inovasi renovasi
    digital digit, optimal optimis, profesional profesi, profesional profesor, normal normalisasi, legal legalisasi
    audit auditorium, audit editor, evaluasi evakuasi, koordinator koordinat, notulis penulis, asesor aksesori
    menteri materi, menteri mantri, poto potong, monitor motor, strategi tragedi, silakan pancasila
    bantul bantu, fisikal fisika, kotal kota, masal masa, scrap serap, selling seling, cells celis, clan dan
    pengion klon, seringkali ringkai
    plta pita, claim klaim, XXII XXIII, tahap1 tahap2, b1 bi, 1a la, 2024 2023, I II, a an
"""
"""Words that only look like forms of each other, or share a root and mean something else."""


def pairs(table: str) -> list[tuple[str, str]]:
    """Return the pairs of a table."""
    found = [tuple(entry.split()) for entry in table.replace("\n", ",").split(",") if entry.strip()]
    return [(one, other) for one, other in found]
