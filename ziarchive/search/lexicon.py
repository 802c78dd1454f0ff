"""The words that a root may be: PySastrawi's dictionary, mended for offices.

It lacks words that they write daily, holds rare ones that look like cut forms of common ones, and knows no second
spelling. So words are added, taken away, and led to the one form under which all their spellings are found.
"""

from functools import cache

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

_SHORT_TEXT = """
    adu aju aku ada bom bor cap cat cek cor doa dua eja gas hak hal ibu isi iur las map pos rem sah sol tes tik tim
    tip tua uap uji
"""
SHORT = frozenset(_SHORT_TEXT.split())
"""The roots of three letters that stand between affixes; the dictionary's others only look it (kam, hut, bah)."""

_MISLEADING_TEXT = """
    adakan akuan belian belikan delap deritaan ecek ering jujuran kacauan kece kecek keduduk kerasan kesah keti lebaran
    mastik mesan muas mungut nali pasu petan sahan sahkan
    agam alis ambah ampas ancang awat gera inci kacu kalong kelai ketang leta madam madat madu mang mangkat meni merang
    meta mulut naga nyaring okok paja pala palai perata perban pupu satak sidi silah tega terna unjung usah usak
"""
_MISLEADING = frozenset(_MISLEADING_TEXT.split())
"""Words of the dictionary that are forms of commoner ones, or look like them by chance."""

_MORE = """
    kinerja wewenang rinci reviu diklat bimtek monev disabilitas partisipatif sinergitas diseminasi fasilitasi aksesi
    syariah validasi
    monitoring upload download input output update scan print share posting online offline link file
    template website workshop training meeting coaching mentoring benchmark screenshot dashboard leaflet banner barcode
    pasca setuju pemilu memadai terdiri pengadaan keadaan peserta bagian sebagian satuan pemerintah pendapat pendapatan
    berlaku berikut berdasarkan mengenai mengingat menimbang menurut melalui selanjutnya
    undang-undang bekasi kediri maluku
"""
"""Words that the dictionary lacks, or that are more than the form of their root: a peserta is not who merely joins."""

_SPELLINGS = """
    absensi: absen
    administrasi: adminstrasi administrsi
    ahli: akhli
    akta: akte
    aktif: aktip aktief
    aktivitas: aktifitas aktivitet
    akuntabilitas: akuntablitas akuntabiltas
    analisis: analisa
    andal: handal
    anggota: anggauta
    antre: antri
    apotek: apotik
    arti: erti
    asas: azas
    asesmen: assesmen assesment assessment
    atlet: atlit
    autentik: otentik
    bakti: bhakti
    baru: baharu
    benchmark: benchmarking bencmark
    biaya: beaya
    bhinneka: bhineka
    cacat: cacad
    definisi: difinisi
    desain: disain design
    deskripsi: diskripsi
    detail: detil
    diagnosis: diagnosa
    efektif: efektip effektif effektip efektivitas efektifitas
    efisien: effisien effisiensi efisiensi
    ekspor: eksport export
    fotokopi: fotocopy photocopy photokopi potokopi
    februari: pebruari
    finansial: finansiil
    formal: formil
    frekuensi: frekwensi
    gubernur: gubemur
    gratifikasi: gratifikas grativikasi gratifikiasi
    hakikat: hakekat
    hargai: penghargaan
    hierarki: hirarki hierarkhi
    hipotesis: hipotesa
    ihwal: ikhwal
    impor: import
    indera: indra
    instansi: intansi
    instruksi: intruksi
    integritas: integeritas
    isap: hisap
    istri: isteri
    izin: ijin idzin idjin
    internal: intemal
    internalisasi: intemalisasi
    internasional: intemasional
    jadwal: jadual
    jenderal: jendral
    kaidah: kaedah
    kategori: katagori
    kawal: mengawal pengawal pengawalan
    kedaluwarsa: kadaluarsa kadaluwarsa kedaluarsa
    kepala: mengepalai
    komersial: komersil komersiil
    kompleks: komplek
    konferensi: konperensi
    konkret: konkrit kongkret kongkrit
    konsekuensi: konsekwensi
    konsisten: konsistensi
    koordinasi: kordinasi koordinir kordinir
    karier: karir
    kreativitas: kreatifitas
    kuesioner: kuisioner kuestioner kwesioner questioner quesioner
    kualifikasi: kwalifikasi
    kualitas: kwalitas
    kuantitas: kwantitas
    kuitansi: kwitansi
    kuorum: quorum kworum
    kuota: quota
    legalisasi: legalisir
    likuidasi: likwidasi
    manajemen: managemen menejemen manejemen
    manajer: manager menejer
    masyarakat: masyrakat masarakat
    meterai: materai
    metode: metoda
    miliar: milyar milyard
    minimalisasi: minimalisir meminimalkan diminimalkan
    modern: moderen
    monitoring: memonitor dimonitor termonitor pemonitoran
    motif: motip
    napas: nafas
    nasihat: nasehat
    negatif: negatip
    negeri: negri
    nomor: nomer
    notula: notulen notulensi notulasi notule notulan
    november: nopember
    objek: obyek
    objektif: obyektif obyektip objektip objektivitas obyektivitas objektifitas obyektifitas
    optimalisasi: optimalisir
    organisasi: organisir
    orisinal: orisinil
    paham: faham
    panitia: panitya panitiya
    pasca: paska
    paspor: pasport
    peduli: perduli
    personel: personil
    persentase: prosentase
    pikir: fikir
    positif: positip
    praktik: praktek
    produktif: produktip
    produktivitas: produktifitas
    profesional: profesionil professional
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
    reviu: review
    rezim: rejim
    rinci: perinci
    risiko: resiko
    saksama: seksama
    sampel: sample
    sekadar: sekedar
    sekretariat: sekertariat
    sekretaris: sekertaris
    selenggara: selengara slenggara
    sempurna: sempuma
    sertifikat: sertipikat
    sistem: sistim system
    sistematika: sistimatika
    sistematis: sistimatis
    sosialisasi: sosialiasi sosilisasi sosialisai
    standar: standard
    standardisasi: standarisasi
    stasiun: setasiun
    struktural: strukturil
    subjek: subyek
    subjektif: subyektif subyektip
    survei: survey survai
    syukur: sukur
    takwa: taqwa
    tarif: tarip
    teknik: tehnik tekhnik
    teknis: tehnis tekhnis
    teknologi: tehnologi tekhnologi
    teladan: tauladan
    telantar: terlantar
    telanjur: terlanjur
    telepon: telefon telpon tilpon
    tenteram: tentram
    teoretis: teoritis
    terampil: trampil
    tradisional: tradisionil
    transparan: transparansi
    triliun: trilyun
    twitter: twiter
    ubah: obah robah rubah
    undang-undang: perundang-undangan undangundang perundangundangan perundangan perundang
    utang: hutang
    varietas: varitas
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
