"""Every file that the site hands out, in words: what it is for, who needs it, and which filters it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flask_babel import lazy_gettext as _

from web import making


@dataclass(frozen=True, slots=True)
class Form:
    """One file of an export."""

    label: object
    endpoint: str
    values: Mapping[str, str] = field(default_factory=dict)
    made: str = ""
    """What it is called where it can be made beside the requests."""


@dataclass(frozen=True, slots=True)
class Export:
    """The same answer in some forms."""

    title: object
    what: object
    who: object
    forms: Sequence[Form]
    takes: frozenset[str]
    """The filters of the page that it is narrowed by."""


_PLACE = frozenset(("pada", "area", "komponen"))
_DAY = frozenset(("pada",))
_NONE: frozenset[str] = frozenset()


def _gap(label: str, suffix: str) -> Form:
    return Form(label, "gap_report", {"suffix": suffix}, suffix if suffix in making.REPORTS else "")


SETS: Mapping[object, Sequence[Export]] = {
    _("Keadaan bukti"): (
        Export(
            _("Laporan kesenjangan"),
            _("Angka, matriks, dan setiap slot dengan keadaannya; PDF dan Word berkop surat dan siap ditandatangani."),
            _("kepala kantor, rapat tim, penilai"),
            (
                _gap("PDF", "pdf"),
                _gap("DOCX", "docx"),
                _gap("XLSX", "xlsx"),
                _gap("HTML", "cetak.html"),
                _gap("CSV", "csv"),
                Form("JSON", "gaps_json"),
            ),
            _PLACE,
        ),
        Export(
            _("Dasbor"),
            _("CSV: siapa masih berutang bukti, dan berapa. JSON: juga kesiapan, matriks area, dan tenggat."),
            _("rapat tim, papan informasi"),
            (Form("CSV", "dashboard_csv"), Form("JSON", "dashboard_json")),
            _DAY,
        ),
        Export(
            _("Perkembangan setahun"),
            _("Berapa yang jatuh tempo dan terpenuhi, pekan demi pekan."),
            _("rapat pemantauan"),
            (Form("CSV", "progress_csv"), Form("JSON", "progress_json")),
            frozenset(("pada", "area")),
        ),
    ),
    _("Tenggat"): (
        Export(
            _("Kalender tenggat"),
            _("Semua tenggat setahun untuk kalender ponsel atau Outlook."),
            _("penanggung jawab"),
            (Form("ICS", "agenda_calendar"),),
            frozenset(("area",)),
        ),
        Export(
            _("Daftar tenggat"),
            _("Siapa membawa apa dalam 30 hari; TXT untuk grup WhatsApp."),
            _("sekretaris, penanggung jawab"),
            (Form("TXT", "agenda_text"), Form("CSV", "agenda_csv"), Form("JSON", "agenda_json")),
            frozenset(("pada", "area")),
        ),
    ),
    _("Penilaian"): (
        Export(
            _("Lembar LKE"),
            _("Setiap butir LKE dengan perkiraan jawaban, bukti dan catatan, dalam bentuk lembar kerja evaluasi."),
            _("tim penilai internal"),
            (Form("XLSX", "score_sheet"), Form("CSV", "score_csv"), Form("JSON", "score_json")),
            _DAY,
        ),
        Export(
            _("Bukti lemah"),
            _("Bukti yang terpenuhi tetapi mungkin ditolak penilai, dengan alasannya."),
            _("sekretaris, penanggung jawab"),
            (Form("CSV", "advice_csv"), Form("JSON", "advice_json")),
            _PLACE,
        ),
    ),
    _("Isi arsip dan catatan"): (
        Export(
            _("Daftar dokumen"),
            _("Setiap berkas dengan tempat, periode dan SHA-256."),
            _("arsiparis, pemeriksa"),
            (Form("CSV", "documents_csv"), Form("JSON", "documents_json")),
            frozenset(("area",)),
        ),
        Export(
            _("Kotak masuk"),
            _("Berkas yang belum pasti tempatnya, dengan saran pertamanya."),
            _("sekretaris"),
            (Form("CSV", "inbox_csv"), Form("JSON", "inbox_json")),
            _NONE,
        ),
        Export(
            _("Riwayat keputusan"),
            _("Siapa memutuskan apa dan kapan, lengkap."),
            _("pemeriksa, inspektorat"),
            (Form("CSV", "history_csv"), Form("JSON", "history_json")),
            _NONE,
        ),
        Export(
            _("Tim"),
            _("Penanggung jawab setiap bagian, dan peran setiap orang."),
            _("sekretaris, lampiran SK tim"),
            (Form("CSV", "team_csv"), Form("JSON", "team_json")),
            _NONE,
        ),
        Export(
            _("Status"),
            _("CSV: berkas yang tidak dapat dibaca, dengan alasannya. JSON: juga kesehatan arsip."),
            _("pengelola, pemantauan"),
            (Form("CSV", "status_csv"), Form("JSON", "status_json")),
            _NONE,
        ),
    ),
}
"""By the heading that they stand under."""
