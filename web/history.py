"""The page of all decisions, with a button to take a batch back, and its JSON twin."""

from flask import Flask, jsonify, render_template, request
from flask.wrappers import Response

from web import filters
from web.lists import paged
from web.own import own_part, places
from web.told import told
from ziarchive import telling, wording
from ziarchive.archive import Archive


def register(app: Flask, archive: Archive) -> None:
    """Add the history's addresses."""
    pages = History(archive)
    app.add_url_rule("/riwayat", endpoint="history", view_func=pages.page)
    app.add_url_rule("/riwayat.json", endpoint="history_json", view_func=pages.data)
    app.jinja_env.filters["moment"] = lambda at: f"{told(wording.date_label(at.date()))} {at:%H.%M}"


class History:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def page(self) -> str:
        wanted = filters.page_filter(request.args)
        found = paged(telling.latest(self._archive.standing.entries()), wanted.page)
        told = telling.told(found.items, self._archive.documents())
        own = own_part(self._archive)
        others = {one.number for one in told if not all(map(own, places(one)))}
        return render_template("history.html", wanted=wanted, found=found, told=told, others=others)

    def data(self) -> Response:
        entries = telling.latest(self._archive.standing.entries())
        return jsonify([telling.as_json(each) for each in telling.told(entries, self._archive.documents())])
