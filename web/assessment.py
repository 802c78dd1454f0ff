"""The assessor's pages: the work list, one item at a time with keys for its verdict, and rounds."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from flask import Flask, abort, jsonify, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from web import access, assessed, files, filters, sessions, viewing
from web.desk import Desk, refused
from web.display import telling
from ziarchive import assessment, previews, sealing
from ziarchive.archive import Archive
from ziarchive.assessment import Item, Judged, Standing
from ziarchive.assessment.rounds import Since
from ziarchive.decisions import Decisions, Outcome, Role, Unjudge, Verdict
from ziarchive.errors import CannotRun
from ziarchive.gaps import GapReport
from ziarchive.lke.score import ItemScore
from ziarchive.model import Code
from ziarchive.scoring import Scoring
from ziarchive.wording import OUTCOMES

STANDINGS: Mapping[Standing, str] = {
    Standing.DISPUTED: "Berbeda pendapat",
    Standing.LAPSED: "Gugur, berkas berubah",
    Standing.WAITING: "Menunggu penilaian",
    Standing.JUDGED: "Sudah dinilai",
    Standing.EMPTY: "Belum ada berkas",
    Standing.WAIVED: "Tidak berlaku",
}
CANNED = (
    "Belum ditandatangani atau dicap.",
    "Nomor atau tanggal surat tidak ada.",
    "Tanggal di luar periode slot ini.",
    "Bukan bukti yang diminta.",
    "Masih draf; serahkan yang final.",
    "Tidak terbaca; pindai ulang.",
    "Dokumen tahun lalu.",
    "Daftar hadir atau notulen belum dilampirkan.",
)
"""Notes that assessors write again and again."""
NOT_JUDGED = "Anda belum menilai berkas ini, jadi tidak ada yang dicabut. Untuk keputusan ketua tim, centang kotaknya."
WITHDRAWN = "Belum ada keputusan ketua tim yang dapat dicabut."


def register(app: Flask, archive: Archive) -> None:
    """Add the assessor's addresses."""
    pages = Assessment(archive)
    app.add_url_rule("/penilaian", endpoint="assessment", view_func=pages.overview)
    app.add_url_rule("/penilaian.json", endpoint="assessment_json", view_func=pages.overview_json)
    app.add_url_rule("/penilaian/<code>", endpoint="assess", view_func=pages.item)
    app.add_url_rule("/penilaian/<code>/nilai", endpoint="do_judge", view_func=pages.judge, methods=["POST"])
    app.add_url_rule("/dokumen/<id>/halaman/<int:number>.png", endpoint="page_picture", view_func=pages.picture)
    app.add_url_rule("/putaran", endpoint="rounds", view_func=pages.rounds)
    app.add_url_rule("/putaran.json", endpoint="rounds_json", view_func=pages.rounds_json)
    app.add_url_rule("/putaran/beku", endpoint="do_freeze", view_func=pages.freeze, methods=["POST"])
    app.jinja_env.filters |= telling(
        standing=STANDINGS.__getitem__, share=lambda score: f"{float(score):.2f}".replace(".", ",")
    )


class Assessment:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._desk = Desk(archive)
        self._scoring = viewing.Each(archive, Scoring)
        self._held: tuple[GapReport, Decisions, tuple[Item, ...]] | None = None
        """The items of the last moment that was asked about."""

    def overview(self) -> str:
        """The work list: every item with how far it is."""
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        items = self._items()
        return render_template(
            "assessment.html",
            wanted=wanted,
            asked=request.args.get("tampil", ""),
            items=_asked(items, wanted.area),
            counts=Counter(each.standing for each in items),
            standings=STANDINGS,
            start=_next(items, None),
            indicators={each.code: each for each in self._archive.plan.indicators()},
        )

    def overview_json(self) -> Response:
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        filters.refuse(wanted.problems)
        return jsonify(assessed.items(_asked(self._items(), wanted.area)))

    def item(self, code: str) -> str:
        """One item: what is asked, what is there, and the keys."""
        items = self._items()
        item = self._item(items, code)
        chosen = item.judged(request.args.get("berkas", "")) or _first(item)
        if chosen:
            access.shown(chosen.document)
        at = items.index(item)
        place = item.requirement.code.indicator
        return render_template(
            "item.html",
            item=item,
            indicator=next(each for each in self._archive.plan.indicators() if each.code == place),
            lke=[each for each in self._scoring().on(self._archive.today()).items if place in _codes(each)],
            chosen=chosen,
            pages=self._archive.finder.pages(chosen.document, item.requirement.title) if chosen else (),
            text=self._archive.text(chosen.document).pages[:1] if chosen else (),
            drawable=chosen is not None and previews.drawable(chosen.document),
            shown_as=files.shown_now(self._archive, chosen.document) if chosen else "",
            before=items[at - 1] if at else None,
            after=items[at + 1] if at + 1 < len(items) else None,
            left=sum(each.standing in (Standing.WAITING, Standing.LAPSED, Standing.DISPUTED) for each in items),
            outcomes=OUTCOMES,
            canned=CANNED,
            head=self._archive.standing.decisions().roles.get(sessions.who(), Role.HEAD) is Role.HEAD,
        )

    def judge(self, code: str) -> Response:
        """Write the verdict down, bound to the content that was on the page."""
        items = self._items()
        item = self._item(items, code)
        chosen = item.judged(request.form.get("berkas", ""))
        if chosen is None or chosen.document.sha256 != request.form.get("sha256"):
            return refused("Berkas ini berubah atau berpindah sejak halaman dibuka. Lihat lagi, lalu nilai.")
        final, said = bool(request.form.get("final")), request.form.get("hasil", "")
        if said == "cabut":
            judgement = chosen.judgement
            if not judgement or not (judgement.final if final else sessions.signer() in judgement.opinions):
                return refused(WITHDRAWN if final else NOT_JUDGED)
            made: Verdict | Unjudge = Unjudge(chosen.document.sha256, item.requirement.code, final)
            return self._desk.carry_out("Penilaian dicabut.", made)
        if said not in OUTCOMES:
            return refused("Pilih hasil penilaian: diterima, perlu perbaikan, atau ditolak.")
        note = request.form.get("catatan", "").strip()
        document = chosen.document
        verdict = Verdict(document.sha256, item.requirement.code, Outcome(said), note, document.path, final)
        done = f"{item.requirement.code}: {OUTCOMES[verdict.outcome]}."
        return self._desk.carry_out(done, verdict, lead=lambda: self._after(item, chosen))

    def picture(self, id: str, number: int) -> Response:
        """A page of a document, drawn small."""
        document = self._archive.document(id) or abort(404)
        file = previews.page(self._archive, document, number) or abort(404)
        response = send_file(file, mimetype="image/png", conditional=True)
        response.headers["Cache-Control"] = "private, max-age=86400"
        return response

    def rounds(self) -> str:
        """The sealed rounds, and what became of the chosen one's files."""
        rounds, name = self._archive.standing.decisions().rounds, self._round()
        since, trouble = None, ""
        try:
            since = self._since(name) if name else None
        except CannotRun as error:  # one broken manifest must not hide the other rounds
            trouble = error.message
        return render_template("rounds.html", rounds=rounds, name=name, since=since, trouble=trouble)

    def rounds_json(self) -> Response:
        name = self._round()
        return jsonify(assessed.changed(self._since(name)) if name else [])

    def _round(self) -> str:
        """Return the name of the round that is asked for, or of the last; empty while there is none."""
        return request.args.get("nama") or next(reversed([*self._archive.standing.decisions().rounds]), "")

    def _since(self, name: str) -> Since:
        return sealing.since(self._archive, name, partial(viewing.shows_sealed, self._archive))

    def freeze(self) -> Response:
        """Seal a round."""
        name = sessions.signer()
        return self._desk.do(lambda: _frozen(self._archive, request.form.get("nama", ""), name), name)

    def _items(self) -> tuple[Item, ...]:
        archive, held = self._archive, self._held
        report, decisions = archive.gaps(archive.today()), archive.standing.decisions()
        if held is None or held[0] is not report or held[1] is not decisions:
            documents = {document.id: document for document in archive.documents()}
            held = self._held = report, decisions, assessment.items(report, documents, decisions)
        return held[2]

    def _item(self, items: tuple[Item, ...], code: str) -> Item:
        return next((each for each in items if str(each.requirement.code) == code), None) or abort(404)

    def _after(self, item: Item, judged: Judged) -> str:
        """Return the address of what is to be judged next: another document of the item, else another item."""
        items = self._items()
        here = self._item(items, str(item.requirement.code))
        other = next((each for each in here.documents if each.standing is Standing.WAITING), None)
        if other and other.document.id != judged.document.id:
            return url_for("assess", code=here.requirement.code, berkas=other.document.id)
        following = _next(items, here)
        return url_for("assess", code=following.requirement.code) if following else url_for("assessment")


def _asked(items: tuple[Item, ...], area: Code | None) -> list[Item]:
    """Return the items of an area, or of all, whose standing is the one asked for, if any is."""
    standing = request.args.get("tampil", "")
    return [
        each
        for each in items
        if (area is None or each.requirement.code.within(area)) and standing in ("", each.standing.value)
    ]


def _codes(score: ItemScore) -> list[Code]:
    return [indicator.code for indicator in score.indicators]


def _frozen(archive: Archive, name: str, who: str) -> str:
    """Seal all that lies there, and say how many of the files the visitor sees."""
    sealed = sealing.freeze(viewing.whole(archive), name, who)
    made = archive.standing.decisions().rounds[sealed.name]
    return f"Putaran «{made.name}» dibekukan: {made.files} berkas disegel."


def _first(item: Item) -> Judged | None:
    """Return the document to look at first: one that waits, else the first."""
    waiting = (each for each in item.documents if each.standing is not Standing.JUDGED)
    return next(waiting, item.documents[0] if item.documents else None)


def _next(items: tuple[Item, ...], after: Item | None) -> Item | None:
    """Return the next item with something to judge, from the start again when there is none behind."""
    at = items.index(after) + 1 if after else 0
    wanted = (Standing.WAITING, Standing.LAPSED)
    return next((each for each in (*items[at:], *items[:at]) if each.standing in wanted and each is not after), None)
