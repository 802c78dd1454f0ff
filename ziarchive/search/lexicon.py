"""The words that a root may be: PySastrawi's dictionary, mended for offices.

It lacks words that they write daily, holds rare ones that look like cut forms of common ones, and knows no second
spelling. So words are added, taken away, and led to the one form under which all their spellings are found.
"""

from functools import cache

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

_SHORT_TEXT = """
    acu adu aju aku ada bom bor cap cat cek cor doa dua eja gas hak hal ibu isi iur las map pos rem sah sol tes tik tim
    tip tua uap uji
"""
SHORT = frozenset(_SHORT_TEXT.split())
"""The roots of three letters that stand between affixes; the dictionary's others only look it (kam, hut, bah)."""

_MISLEADING_TEXT = """
    adakan akuan belian belikan delap deritaan ecek ering jujuran kacauan kece kecek keduduk kerasan kesah keti lebaran
    mastik mesan muas mungut nali pasu petan sahan sahkan surati
    acau acuan agam alis ambah ampas ancang awat ekang gera inci kacu kalong keciut kelai kelulus kerepot kerumit kesiap
    ketang ketegar ketes leta madam madat madu mang mangkat meni merang meta mulut naga nyaring okok paja pala palai
    perata perban pupu satak sepenuh serendah setebal setinggi sidi silah tega terna unjung uras usah usak
"""
_MISLEADING = frozenset(_MISLEADING_TEXT.split())
"""Words of the dictionary that are forms of commoner ones, or look like them by chance."""

_MORE = """
    kinerja wewenang rinci reviu diklat bimtek monev disabilitas diseminasi fasilitasi aksesi
    syariah validasi
    monitoring upload download input output update scan print share posting online offline link file
    template website workshop training meeting coaching mentoring benchmark screenshot dashboard leaflet banner barcode
    asn pns pppk pengacara
    pasca setuju pemilu memadai terdiri pengadaan keadaan peserta bagian sebagian satuan pemerintah pendapat pendapatan
    berlaku berikut berdasarkan mengenai mengingat menimbang menurut melalui selanjutnya
    undang-undang bekasi kediri maluku
"""
"""Words that the dictionary lacks, or that are more than the form of their root: a peserta is not who merely joins."""

_SPELLINGS = """
    absensi: absen
    administrasi: adminstrasi administrsi
    adu: pengaduaan
    ahli: akhli
    akta: akte
    aktif: aktip aktief
    aktivitas: aktifitas aktivitet
    akuntabilitas: akuntabel akuntablitas akuntabiltas akuntibilitas akutabilitas
    analisis: analisa
    andal: handal
    anggota: anggauta
    antre: antri
    apotek: apotik
    arti: erti
    asas: azas
    asesmen: assesmen assesment assessment asesor assesor assessor
    atlet: atlit
    audit: auditor
    autentik: otentik
    bakti: bhakti
    baru: baharu
    benchmark: benchmarking bencmark
    bhinneka: bhineka
    biaya: beaya
    cacat: cacad
    definisi: difinisi
    desain: disain design
    deskripsi: diskripsi
    detail: detil
    diagnosis: diagnosa
    digital: digitalisasi
    dokumen: dokument documen document
    efektif: efektip effektif effektip efektivitas efektifitas
    efisien: effisien effisiensi efisiensi
    ekspor: eksport export
    evaluasi: evaluator
    fasilitasi: fasilitator
    februari: pebruari
    finansial: finansiil
    fleksibel: fleksibilitas
    formal: formil
    foto: poto photo
    fotokopi: fotocopy photocopy photokopi potokopi
    frekuensi: frekwensi
    gratifikasi: gratifikas grativikasi gratifikiasi
    gubernur: gubemur
    hakikat: hakekat
    hargai: penghargaan
    hierarki: hirarki hierarkhi
    hipotesis: hipotesa
    ihwal: ikhwal
    ijazah: ijasah
    imbau: himbau
    impor: import
    indera: indra
    inklusif: inklusivitas inklusifitas
    inovasi: inovatif inovator
    instansi: intansi
    instruksi: intruksi
    integritas: integeritas intergritas intregritas
    internal: intemal
    internalisasi: intemalisasi
    internasional: intemasional
    inventarisasi: inventarisir
    isap: hisap
    istri: isteri
    izin: ijin idzin idjin
    jadwal: jadual
    jenderal: jendral
    kaidah: kaedah
    karang: mengarang pengarang
    karier: karir
    kategori: katagori
    kawal: mengawal pengawal pengawalan
    kedaluwarsa: kadaluarsa kadaluwarsa kedaluarsa
    kemas: mengemas pengemas pengemasan
    kepala: mengepalai
    ketik: mengetik pengetik pengetikan
    kolaborasi: kolaboratif kolaborator
    komersial: komersil komersiil
    kompetensi: kompeten
    kompetitif: kompetitivitas kompetitifitas
    kompleks: komplek
    kondusif: kondusivitas kondusifitas
    konferensi: konperensi
    konkret: konkrit kongkret kongkrit
    konsekuensi: konsekwensi
    konsisten: konsistensi
    koordinasi: kordinasi koordinir kordinir koordinator kordinator
    kreatif: kreativitas kreatifitas
    kredibel: kredibilitas
    kualifikasi: kwalifikasi
    kualitas: kwalitas
    kuantitas: kwantitas
    kuartal: kwartal
    kuesioner: kuisioner kuestioner kwesioner questioner quesioner
    kuitansi: kwitansi
    kuorum: quorum kworum
    kuota: quota
    kurung: mengurung pengurungan
    las: mengelas pengelas pengelasan
    legalisasi: legalisir
    likuidasi: likwidasi
    manajemen: managemen menejemen manejemen management managment
    manajer: manager menejer
    masyarakat: masyrakat masarakat
    menteri: mentri
    meterai: materai
    metode: metoda
    miliar: milyar milyard
    minimalisasi: minimalisir meminimalkan diminimalkan
    modern: moderen
    monitoring: monitor memonitor dimonitor termonitor pemonitoran
    motif: motip
    napas: nafas
    nasihat: nasehat
    negatif: negatip
    negeri: negri
    netral: netralitas
    nomor: nomer
    notula: notulen notulensi notulasi notule notulan notulis
    november: nopember
    objek: obyek
    objektif: obyektif obyektip objektip objektivitas obyektivitas objektifitas obyektifitas
    optimal: optimalisasi optimalisir optimasi
    organisasi: organisir
    orisinal: orisinil
    paham: faham
    pamflet: pamplet
    pangku: memangku
    panitia: panitya panitiya
    partisipasi: partisipatif
    pasca: paska
    paspor: pasport
    peduli: perduli
    pengajian: mengaji
    pengalaman: mengalami dialami
    persentase: prosentase
    personel: personil
    pikir: fikir
    positif: positip
    praktik: praktek
    produktif: produktip produktivitas produktifitas
    profesional: profesionil professional profesionalitas profesionalisme
    provinsi: propinsi
    proyek: projek
    publikasi: mempublikasi mempublikasikan
    putra: putera
    putri: puteri
    rapor: raport rapot
    rasional: rasionil
    realisasi: realisir
    rekapitulasi: rekapitulas
    respons: respon
    responsif: responsivitas responsifitas
    reviu: review
    rezim: rejim
    rinci: perinci
    risiko: resiko
    saksama: seksama
    sampel: sample
    screenshot: screenshoot sreenshot skrinshot
    sekadar: sekedar
    sekretariat: sekertariat
    sekretaris: sekertaris
    selektif: selektivitas selektifitas
    selenggara: selengara slenggara
    sempurna: sempuma
    sensitif: sensitivitas sensitifitas
    sertifikat: sertipikat
    silakan: silahkan
    sinergi: sinergis sinergitas
    sinkron: sinkronisasi
    sistem: sistim system
    sistematika: sistimatika
    sistematis: sistimatis
    sosialisasi: sosialiasi sosilisasi sosialisai
    standar: standard standart
    standardisasi: standarisasi
    stasiun: setasiun
    strategis: strategi
    struktural: strukturil
    subjek: subyek
    subjektif: subyektif subyektip subjektivitas subyektivitas subjektifitas
    supervisi: supervisor
    survei: survey survai
    syarat: menyaratkan
    syukur: sukur
    takwa: taqwa
    tarif: tarip
    teknik: tehnik tekhnik
    teknis: tehnis tekhnis
    teknologi: tehnologi tekhnologi
    teladan: tauladan
    telanjur: terlanjur
    telantar: terlantar
    telepon: telefon telpon tilpon
    tenteram: tentram
    teoretis: teoritis
    terampil: trampil
    tradisional: tradisionil
    transparan: transparansi
    triliun: trilyun
    turun: temurun
    twitter: twiter
    ubah: obah robah rubah
    undang-undang: perundang-undangan undangundang perundangundangan perundangan perundang
    urung: mengurungkan
    utang: hutang
    validasi: validator
    varietas: varitas
    verifikasi: verifikator
    video: vidio
    wakaf: wakap
    whistleblowing: whistleblower wistleblowing
    wujud: ujud
    zaman: jaman
"""
"""The form to be found by: its other spellings, and forms whose root is another word."""


@cache
def lexicon() -> dict[str, str]:
    """Return every word with the form it is found by: itself, but for another spelling."""
    known = {word: word for word in StemmerFactory().get_words()}
    for word in _MISLEADING:
        known.pop(word, None)
    known |= {word: word for word in _MORE.split()}
    return known | {other: kept for kept, others in _spellings() for other in (kept, *others)}


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Return by the form that is kept its other spellings."""
    return dict(_spellings())


def _spellings() -> list[tuple[str, tuple[str, ...]]]:
    rows = (line.split(":") for line in _SPELLINGS.strip().splitlines())
    return [(kept.strip(), tuple(others.split())) for kept, others in rows]
