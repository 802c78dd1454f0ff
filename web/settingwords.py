"""The settings of `ziarchive.toml` in the words of the page, in groups: what each is for, and what can be written."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _

GROUPS: Mapping[object, Mapping[str, object]] = {
    _("Rencana kerja dan LKE"): {
        "plan": _("rencana kerja bawaan, atau berkas rencana di folder kantor"),
        "lke": _("bobot dan syarat LKE bawaan, atau berkas seperti itu di folder kantor"),
    },
    _("Keadaan slot"): {
        "gaps.soon_days": _("berapa hari sebelum jatuh tempo sebuah slot yang kosong menjadi «Segera»"),
    },
    _("Folder bukti dan catatan"): {
        "archive.folder": _("folder bukti; boleh folder bersama di jaringan"),
        "archive.shown_as": _("alamat folder itu bagi pegawai, misalnya \\\\server\\zi; kosong: letaknya di server"),
        "archive.rename": _("apakah situs boleh memindahkan berkas ke tempatnya bila diminta (true atau false)"),
        "index.folder": _("data turunan; harus di disk komputer ini"),
        "ledger.file": _("buku keputusan"),
    },
    _("Jeda sebelum berkas dibaca"): {
        "watch.settle_seconds": _("berapa detik sebuah berkas harus diam sebelum dibaca"),
        "watch.reconcile_seconds": _("jeda antara dua pencocokan seluruh folder, dalam detik"),
        "watch.mode": _("cara mengawasi folder: auto, native atau polling"),
    },
    _("Batas pembacaan"): {
        "extract.workers": _("berapa berkas dibaca bersamaan; 0 menurut prosesor"),
        "extract.seconds": _("waktu paling lama untuk satu berkas, dalam detik"),
        "extract.megabytes": _("memori paling banyak untuk satu berkas, dalam MB"),
        "extract.disk_megabytes": _("berkas sementara paling banyak, dalam MB"),
        "extract.characters": _("huruf paling banyak yang disimpan dari satu berkas"),
        "extract.executor": _("pelaksana pembacaan"),
        "ocr.seconds": _("waktu paling lama untuk mengenali dua halaman pindaian, dalam detik"),
        "ocr.megabytes": _("memori paling banyak untuk mengenali dua halaman, dalam MB"),
        "search.engine": _("mesin pencari"),
    },
    _("Alamat situs"): {
        "web.host": _("alamat yang didengarkan; 0.0.0.0 membuka situs untuk jaringan kantor"),
        "web.port": _("nomor port"),
        "web.names": _("nama lain situs ini dalam jaringan, dipisahkan koma"),
        "web.upload": _("apakah orang boleh menaruh berkas lewat situs (true atau false)"),
        "web.upload_megabytes": _("berkas terbesar yang boleh ditaruh lewat situs, dalam MB"),
        "web.proxy": _("apakah semua pengunjung datang lewat proksi balik (true atau false)"),
    },
    _("Kop surat dan tanda tangan"): {
        "letterhead.ministry": _("lembaga di atas kantor, satu baris satu lembaga"),
        "letterhead.office": _("nama kantor; kosong berarti menurut rencana kerja"),
        "letterhead.address": _("alamat, telepon dan situs, baris demi baris"),
        "letterhead.logo": _("logo, berkas gambar di folder kantor"),
        "letterhead.city": _("kota di depan tanggal tanda tangan"),
        "letterhead.position": _("jabatan penanda tangan"),
        "letterhead.signer": _("nama penanda tangan"),
        "letterhead.nip": _("NIP penanda tangan"),
    },
}
