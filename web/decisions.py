"""The forms of the site: each view reads one form and lets the desk carry out what it asks for."""

import re
from collections.abc import Callable, Iterable, Mapping
from secrets import token_hex

from flask import Flask, abort, request
from werkzeug.wrappers import Response

from web import sessions
from web.desk import Desk, refused
from web.own import Own, own_part
from ziarchive import moving
from ziarchive.archive import Archive
from ziarchive.decisions import Charge, Dated, Decision, Link, Note, SavedSearch, Unwaive, Waiver
from ziarchive.errors import UsageError
from ziarchive.model import Code, Document, Period
from ziarchive.naming import periods
from ziarchive.placing import certain
from ziarchive.wording import period_label


def register(app: Flask, archive: Archive, own: Own) -> None:
    """Add the addresses that forms are sent to, and the test `own_code` for what templates offer."""
    forms = Forms(archive, own)
    views: Mapping[str, Callable[..., Response]] = {
        "/dokumen/<id>/tempat": forms.place,
        "/dokumen/<id>/periode": forms.date,
        "/dokumen/<id>/pindah": forms.move,
        "/kotak-masuk/terima": forms.accept,
        "/slot/tidak-berlaku": forms.waive,
        "/slot/berlaku": forms.unwaive,
        "/slot/catatan": forms.note,
        "/cari/simpan": forms.save_search,
        "/penanggung-jawab": forms.charge,
        "/batal": forms.undo,
    }
    for address, view in views.items():
        app.add_url_rule(address, endpoint=f"do_{view.__name__}", view_func=view, methods=["POST"])
    app.jinja_env.tests["own_code"] = forms.own


class Unread(Exception):
    """A form says nothing that can be understood, or speaks of a file as it is no more."""


class Forms:
    def __init__(self, archive: Archive, own: Own) -> None:
        self._archive, self._own = archive, own
        self._desk = Desk(archive)

    def place(self, id: str) -> Response:
        """Link a document to one slot or many, or to none; with a period when one is given."""
        try:
            document = self._shown(id, request.args.get("isi", ""))
            codes, period = _codes(request.form.getlist("kode")), _period(request.form.get("periode", ""))
        except Unread as error:
            return refused(str(error))
        dated = (Dated(document.sha256, period),) if period else ()
        link = Link(document.sha256, codes)
        done = f"Ditautkan ke {_named(link.codes)}." if link.codes else "Tautan dicabut."
        return self._desk.carry_out(done, link, *dated)

    def date(self, id: str) -> Response:
        """Set the period of a document, or with an empty one let its name and text say it again."""
        try:
            document = self._shown(id, request.args.get("isi", ""))
            period = _period(request.form.get("periode", ""))
        except Unread as error:
            return refused(str(error))
        done = f"Periode ditetapkan: {period_label(period)}." if period else "Periode dibaca lagi dari berkasnya."
        return self._desk.carry_out(done, Dated(document.sha256, period))

    def move(self, id: str) -> Response:
        """Move a document's file to the place that the page showed."""
        document, after = self._known(id), request.form.get("tujuan", "")
        name, batch = sessions.signer(), token_hex(8)

        def work() -> str:
            if after != moving.proposed(self._archive, document):
                raise UsageError("Tempat baku berkas ini berubah sejak halaman dibuka. Lihat lagi, lalu ulangi.")
            moving.move(self._archive, document, after, name, batch)
            return f"Dipindahkan ke {after}. Daftar diperbarui sebentar lagi."

        return self._desk.do(work, name, batch)

    def accept(self) -> Response:
        """Link the chosen files to the slots shown beside them, or all of one's own whose place is almost sure."""
        try:
            links = self._sure() if request.form.get("semua") else self._chosen(request.form.getlist("pilih"))
        except Unread as error:
            return refused(str(error))
        if not links:
            return refused("Belum ada berkas yang dipilih, atau yang dipilih tidak punya saran.")
        return self._desk.carry_out(f"{len(links)} berkas ditempatkan.", *links)

    def waive(self) -> Response:
        """Let a slot not apply, with a reason."""
        return self._of_slot(
            lambda code, period: Waiver(code, period, request.form.get("teks", "")), "dinyatakan tidak berlaku"
        )

    def unwaive(self) -> Response:
        return self._of_slot(lambda code, period: Unwaive(code, period, request.form.get("teks", "")), "berlaku lagi")

    def note(self) -> Response:
        return self._of_slot(
            lambda code, period: Note(code, period, request.form.get("teks", "").strip()), "diberi catatan"
        )

    def save_search(self) -> Response:
        """Keep a search under a name; an empty question takes it away."""
        name, question = request.form.get("nama", "").strip(), request.form.get("q", "").strip()
        done = f"Pencarian «{name}» disimpan." if question else f"Pencarian «{name}» dihapus."
        return self._desk.carry_out(done, SavedSearch(name, question))

    def charge(self) -> Response:
        """Put a person in charge of an area, a component or an indicator; nobody when the name is empty."""
        person = request.form.get("nama", "").strip()
        try:
            codes = _codes([request.form.get("kode", "")])
        except Unread as error:
            return refused(str(error))
        done = f"Penanggung jawab {_named(codes)}: {person or 'belum ada'}."
        return self._desk.carry_out(done, *(Charge(code, person) for code in codes))

    def undo(self) -> Response:
        return self._desk.undo(self._own.require)

    def _of_slot(self, decide: Callable[[Code, Period | None], Decision], done: str) -> Response:
        try:
            (code,), period = _codes([request.form.get("kode", "")]), _period(request.form.get("periode", ""))
        except (Unread, ValueError) as error:
            return refused(str(error))
        named = f"{code} ({period_label(period)})" if period else str(code)
        return self._desk.carry_out(f"{named} {done}.", decide(code, period))

    def _sure(self) -> tuple[Link, ...]:
        pairs, own = [(each, certain(each.placement)) for each in self._archive.inbox()], own_part(self._archive)
        return tuple(Link(document.sha256, (best.code,)) for document, best in pairs if best and own(best.code))

    def _chosen(self, texts: Iterable[str]) -> tuple[Link, ...]:
        """Read what a box of the inbox says: a document, the content that was shown, and its slot; raises `Unread`."""
        chosen = [text.split() for text in texts]
        if any(len(words) != 3 for words in chosen):
            raise Unread("Pilihan pada formulir tidak terbaca. Muat ulang halaman, lalu ulangi.")
        return tuple(Link(self._shown(id, sha256).sha256, _codes([code])) for id, sha256, code in chosen)

    def own(self, code: Code) -> bool:
        """Tell whether the visitor may decide on a place in the plan, if on any."""
        return own_part(self._archive)(code)

    def _known(self, id: str) -> Document:
        return self._archive.document(id) or abort(404)

    def _shown(self, id: str, sha256: str) -> Document:
        """Return a document whose content is still the one that the page showed; raises `Unread`."""
        document = self._known(id)
        if document.sha256 != sha256:
            raise Unread("Isi berkas ini berubah sejak halaman dibuka. Lihat lagi, lalu ulangi.")
        return document


def _codes(texts: Iterable[str]) -> tuple[Code, ...]:
    """Read codes, several in a text too; raises `Unread`."""
    words = [word for text in texts for word in re.split(r"[\s,;+]+", text) if word]
    try:
        return tuple(map(Code.of, words))
    except ValueError as error:
        raise Unread(f"Kode «{' '.join(words)}» tidak terbaca. Tulis misalnya I.4.2.1.") from error


def _period(text: str) -> Period | None:
    """Read a period, or None for an empty text; raises `Unread`."""
    found = periods.parse(text.strip()) if text.strip() else None
    if text.strip() and not found:
        raise Unread(f"Periode «{text}» tidak terbaca. Tulis misalnya 2024-07, 2024-TW2 atau 15 Juli 2024.")
    return found


def _named(codes: Iterable[Code]) -> str:
    return ", ".join(map(str, codes))
