"""The JSON twins of the pages, for other programs: the same addresses and filters, the agreed shapes.

Lists are whole; only the hits of a search come in the page's parts.
"""

from functools import partial

from flask import Flask, jsonify, request
from flask.wrappers import Response

from web import filters
from web.lists import select
from ziarchive import shapes, tables
from ziarchive.archive import Archive


def register(app: Flask, archive: Archive) -> None:
    """Add the addresses that end in .json."""
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # the default provider has it
    app.json.sort_keys = False  # type: ignore[attr-defined]
    data = Data(archive)
    app.add_url_rule("/kesenjangan.json", view_func=data.gaps_json)
    app.add_url_rule("/cari.json", view_func=data.search_json)
    app.add_url_rule("/cari.csv", view_func=data.search_csv)
    app.add_url_rule("/saran.json", view_func=data.suggestions_json)
    app.add_url_rule("/dokumen.json", view_func=data.documents_json)
    app.add_url_rule("/kotak-masuk.json", view_func=data.inbox_json)
    app.add_url_rule("/status.json", view_func=data.status_json)


class Data:
    """Each view answers a page's question for a program."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def gaps_json(self) -> Response:
        wanted = filters.gap_filter(request.args, self._archive.plan, self._archive.today())
        filters.refuse(wanted.problems)
        return jsonify(shapes.gaps(wanted.select(self._archive.gaps(wanted.on))))

    def search_json(self) -> Response:
        wanted = filters.search_filter(request.args)
        filters.refuse(wanted.problems)
        answer = shapes.search(self._archive.search(wanted.text, filters.HITS, wanted.offset, wanted.order))
        if wanted.lacking:
            answer["lacking"] = shapes.indicators(self._archive.finder.lacking(wanted.text))
        return jsonify(answer)

    def search_csv(self) -> Response:
        """The hits of the page as a table that a spreadsheet opens."""
        wanted = filters.search_filter(request.args)
        filters.refuse(wanted.problems)
        report = self._archive.search(wanted.text, filters.HITS, wanted.offset, wanted.order)
        headers = {"Content-Disposition": "attachment; filename=cari.csv"}
        return Response(tables.BOM + tables.search(report), mimetype="text/csv", headers=headers)

    def suggestions_json(self) -> Response:
        """What the question may become while it is typed."""
        found = self._archive.finder.suggest(request.args.get("q", "")[: filters.QUESTION])
        return jsonify({"suggestions": [shapes.completion(each) for each in found]})

    def documents_json(self) -> Response:
        report = partial(self._archive.gaps, self._archive.today())
        wanted = filters.document_filter(request.args, self._archive.plan).told(report)
        filters.refuse(wanted.problems)
        return jsonify(shapes.documents(select(self._archive.documents(), wanted)))

    def inbox_json(self) -> Response:
        return jsonify(shapes.inbox(self._archive.inbox(), self._archive.plan))

    def status_json(self) -> Response:
        return jsonify(shapes.status(self._archive.status()))
