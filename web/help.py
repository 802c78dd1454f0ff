"""The help page: the guides, and a checker that tells how a file name is read before a file is dropped."""

from functools import cached_property

from flask import Flask, render_template, request, send_from_directory, url_for
from werkzeug.wrappers import Response

from web import guides, viewing
from ziarchive.archive import Archive
from ziarchive.errors import UsageError
from ziarchive.namecheck import Checked, NameChecker
from ziarchive.naming.periodforms import whole_year
from ziarchive.naming.skeleton import expected_name


def register(app: Flask, archive: Archive) -> None:
    """Add the help's addresses."""
    pages = Help(archive)
    app.add_url_rule("/bantuan", endpoint="help", view_func=pages.page)
    app.add_url_rule("/bantuan/nama", endpoint="help_name", view_func=pages.name)
    app.add_url_rule("/bantuan/gambar/<name>", endpoint="help_picture", view_func=pages.picture)


class Help:
    def __init__(self, archive: Archive) -> None:
        plan = viewing.whole(archive).plan  # whoever drops a file may know what it would count for
        self._plan = plan
        first = next(plan.requirements(), None)
        self._example = expected_name(first, whole_year(plan.year)) if first else ""

    @cached_property
    def _checker(self) -> NameChecker:
        return NameChecker(self._plan)

    def page(self) -> str:
        shown = [guides.guide(name, guides.read(name), _picture) for name in guides.FILES]
        return render_template("help.html", guides=shown, example=self._example, **self._answer())

    def name(self) -> str:
        """The checker's answer alone, for a page that shows it while one types."""
        return render_template("help_name.html", **self._answer())

    def picture(self, name: str) -> Response:
        response = send_from_directory(guides.FOLDER / guides.PICTURES, name, mimetype="image/png")
        response.headers["Cache-Control"] = "private, max-age=86400"
        return response

    def _answer(self) -> dict[str, str | Checked | None]:
        name = request.args.get("nama", "").strip().strip('"')  # Windows copies a path in quotes
        try:
            return {"name": name, "checked": self._checker.check(name) if name else None, "problem": ""}
        except UsageError as error:
            return {"name": name, "checked": None, "problem": str(error)}


def _picture(name: str) -> str:
    return url_for("help_picture", name=name)
