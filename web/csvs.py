"""The CSV twins of the lists that have one in JSON: the same addresses and filters, a line for each thing.

A table here says which JSON answer, which list in it, and what of each thing goes into which column.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from flask import Flask, Response, current_app

from web.display import STAGES
from ziarchive import tables

Json = Mapping[str, Any]
Cell = Callable[[Json], object]


@dataclass(frozen=True, slots=True)
class Twin:
    """One CSV answer."""

    endpoint: str
    of: str
    """The endpoint of the JSON answer."""
    things: Callable[[Any], Iterable[Json]]
    """Picks the list out of that answer."""
    columns: Mapping[str, Cell]


def _at(key: str) -> Cell:
    return lambda thing: "" if thing.get(key) is None else thing[key]


def _joined(key: str, of: Callable[[Any], object] = str) -> Cell:
    return lambda thing: " | ".join(str(of(each)) for each in thing[key])


def _best(key: str) -> Cell:
    """Take a value of the first suggestion."""
    return lambda thing: thing["suggestions"][0][key] if thing["suggestions"] else ""


def _of(key: str, inner: str) -> Cell:
    """Take a value out of what may not be there."""
    return lambda thing: (thing[key] or {}).get(inner, "")


def _duties(answer: Json) -> Iterable[Json]:
    return ({**duty, "who": share["name"]} for share in answer["people"] for duty in share["duties"])


def _notes(document: Json) -> str:
    """Return what assessors say of a document, each with who."""
    said = [f"{one['who']}: {one['outcome']} {one['note']}".strip() for one in document["opinions"]]
    final = document["final"]
    return "; ".join([*said, *([f"ketua tim: {final['outcome']} {final['note']}".strip()] if final else [])])


TWINS: Mapping[str, Twin] = {
    "/dokumen.csv": Twin(
        "documents_csv", "documents_json", list,
        {
            "berkas": _at("path"), "kode": _joined("codes"), "jenis": _at("kind"), "periode": _at("period"),
            "cara": _at("how"), "alasan": _at("why"), "tanda": _joined("flags"), "halaman": _at("pages"),
            "byte": _at("size"), "sha256": _at("sha256"), "id": _at("id"),
        },
    ),
    "/kotak-masuk.csv": Twin(
        "inbox_csv", "inbox_json", list,
        {
            "berkas": _at("path"), "alasan": _at("why"), "saran_kode": _best("code"), "saran_bukti": _best("evidence"),
            "kemiripan": _best("score"), "saran_alasan": _best("why"), "id": _at("id"),
        },
    ),
    "/riwayat.csv": Twin(
        "history_csv", "history_json", list,
        {
            "nomor": _at("number"), "waktu": _at("at"), "oleh": _at("who"), "keputusan": _at("words"),
            "berkas": _at("path"), "kelompok": _at("batch"),
        },
    ),
    "/riwayat/akses.csv": Twin(
        "access_csv", "access_json", list,
        {"waktu": _at("at"), "oleh": _at("who"), "apa": _at("act"), "berkas": _at("path"), "id": _at("id")},
    ),
    "/agenda.csv": Twin(
        "agenda_csv", "agenda_json", _duties,
        {
            "penanggung_jawab": _at("who"), "kode": _at("code"), "bukti_fisik": _at("evidence"),
            "periode": _at("period"), "jatuh_tempo": _at("due"), "hari": _at("days"), "keadaan": _at("state"),
            "nama_berkas": _at("file"), "folder": _at("folder"),
        },
    ),
    "/saran-mutu.csv": Twin(
        "advice_csv", "advice_json", lambda answer: answer["advice"],
        {
            "kode": _at("code"), "periode": _at("period"), "jenis": _at("kind"), "alasan": _at("why"),
            "berkas": _joined("documents", lambda each: each["path"]), "diabaikan": _at("dismissed"),
        },
    ),
    "/penilaian.csv": Twin(
        "assessment_csv", "assessment_json", list,
        {
            "kode": _at("code"), "bukti_fisik": _at("evidence"), "penilaian": _at("standing"),
            "slot": lambda thing: " | ".join(f"{state} {count}" for state, count in thing["slots"].items()),
            "berkas": _joined("documents", lambda each: each["path"]),
            "catatan": _joined("documents", _notes),
        },
    ),
    "/putaran.csv": Twin(
        "rounds_csv", "rounds_json", list,
        {"perubahan": _at("change"), "dari": _at("before"), "berkas": _at("path"), "id": _at("id")},
    ),
    "/tim.csv": Twin(
        "team_csv", "team_json", lambda answer: [*answer["in_charge"], *answer["roles"]],
        {"kode": _at("code"), "nama": _at("person"), "peran": _at("role")},
    ),
    "/dasbor.csv": Twin(
        "dashboard_csv", "dashboard_json", lambda answer: answer["owing"],
        {
            "penanggung_jawab": _at("name"), "orang": _at("person"), "lewat_batas": _at("overdue"),
            "dalam_7_hari": _at("week"), "dalam_30_hari": _at("month"),
        },
    ),
    "/nilai.csv": Twin(
        "score_csv", "score_json", lambda answer: answer["items"],
        {
            "butir": _at("code"), "komponen": _at("component"), "bobot": _at("weight"),
            "indikator": _joined("indicators"), "di_luar_rencana": _at("outside"),
            "jawaban_diterima": _of("answers", "accepted"), "jawaban_didukung": _of("answers", "supported"),
            "jawaban_paling_tinggi": _of("answers", "possible"), "poin_diterima": _of("points", "accepted"),
            "poin_didukung": _of("points", "supported"), "poin_paling_tinggi": _of("points", "possible"),
            "slot": _of("slots", "asked"), "slot_diterima": _of("slots", "accepted"),
            "slot_terpenuhi": _of("slots", "met"), "slot_terlambat": _of("slots", "late"), "alasan": _at("why"),
        },
    ),
    "/status.csv": Twin(
        "status_csv", "status_json", lambda answer: answer["rejected"],
        {
            "berkas": _at("path"), "berhenti_saat": lambda one: STAGES.get(one["stage"], one["stage"]),
            "alasan": _at("why"), "id": _at("id"),
        },
    ),
}  # fmt: skip
"""By address. Columns may be added, never renamed."""


def register(app: Flask) -> None:
    """Add the addresses; to be called when those of the JSON answers are there."""
    for address, twin in TWINS.items():
        app.add_url_rule(address, endpoint=twin.endpoint, view_func=_view(address, twin))


def _view(address: str, twin: Twin) -> Callable[[], Response]:
    def view() -> Response:
        answer = cast(Response, current_app.view_functions[twin.of]()).get_json()
        lines = ([cell(thing) for cell in twin.columns.values()] for thing in twin.things(answer))
        headers = {"Content-Disposition": f"attachment; filename={address.rpartition('/')[2]}"}
        return Response(tables.BOM + tables.table([*twin.columns], lines), mimetype="text/csv", headers=headers)

    return view
