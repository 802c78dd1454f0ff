"""Offers an operation: its address, the check of what is asked, and its place in the OpenAPI document."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from threading import Lock
from typing import Any

import flask_smorest
from flask import Flask, Response, abort
from marshmallow import RAISE, Schema
from webargs.flaskparser import FlaskParser

from web.api import answers, problems
from ziarchive import __version__

TITLE = "ziarchive"
ABOUT = (
    "The evidence archive of one office. Every request bears a token (`Authorization: Bearer …`), which has the rights "
    "of its owner at that moment; who is logged in to the site may read with the session's cookie, too. "
    "Errors are problems as in RFC 9457. See docs/api.md."
)
_PATTERNS = {"id": "^[0-9a-f]{12}$", "code": r"^[IVX]+(\.[1-9][0-9]*){3}$"}
_GET_FAILS = (401, 422, 429, 503)
_POST_FAILS = (400, 401, 403, 409, 413, 415, 422, 429, 503)
FILE = {"type": "string", "format": "binary"}


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked."""

    method: str
    address: str
    """Below /api/v1, as Flask writes it."""
    view: Callable[..., Any]
    """Its name is the operation's; its docstring tells what it is for."""
    asks: type[Schema]
    """The parameters, or the body of what is decided."""
    answer: type[Schema] | None
    """None for the file itself."""

    @property
    def named(self) -> tuple[str, ...]:
        """The parameters within the address."""
        return tuple(name for name in _PATTERNS if f"<{name}>" in self.address)

    @property
    def fails(self) -> tuple[int, ...]:
        """The statuses of what can go wrong."""
        usual = _GET_FAILS if self.method == "GET" else _POST_FAILS
        return (*usual, 404) if self.named else usual


class Parser(FlaskParser):
    """Refuses what is not asked for in addresses, too, and JSON without end: nested, or of digits."""

    DEFAULT_UNKNOWN_BY_LOCATION = {**FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION, "query": RAISE}  # noqa: RUF012

    def load_json(self, req: Any, schema: Schema) -> Any:
        try:
            return super().load_json(req, schema)
        except (RecursionError, ValueError):  # numbers of thousands of digits are no JSON that Python reads
            abort(400)


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]  # it has no types
    ARGUMENTS_PARSER = Parser()


class Document(flask_smorest.Api):  # type: ignore[misc]  # it has no types
    """The OpenAPI document; the site's own errors are left alone (`web.errors`)."""

    DEFAULT_ERROR_RESPONSE_NAME = None
    ERROR_SCHEMA = answers.Problem

    def __init__(self, app: Flask) -> None:
        scheme = {"type": "http", "scheme": "bearer"}
        options = {
            "info": {"description": ABOUT, "license": {"name": "MIT"}},
            "security": [{"token": []}],
            "components": {"securitySchemes": {"token": scheme}},
        }
        app.config["OPENAPI_URL_PREFIX"] = problems.PREFIX
        told = {"title": TITLE, "version": __version__, "openapi_version": "3.0.3"}
        super().__init__(app, spec_kwargs=told | options)
        self._untold: list[Blueprint] = []
        self._telling = Lock()

    def register_blueprint(self, blueprint: Blueprint) -> None:
        """Add its addresses. What is told of them is made when it is first asked for: it takes longer than the site."""
        self._app.extensions["flask-smorest"]["blp_name_to_api"][blueprint.name] = self
        self._app.register_blueprint(blueprint)
        self._untold.append(blueprint)

    def _openapi_json(self) -> Response:
        with self._telling:
            while self._untold:
                each = self._untold.pop()
                each.register_views_in_doc(self, self._app, self.spec, name=each.name, parameters=None)
                self.spec.tag({"name": each.name, "description": each.description})
        return super()._openapi_json()  # type: ignore[no-any-return]

    def _register_responses(self) -> None:
        """Tell of none: each operation says how it fails."""

    def _register_error_handlers(self) -> None:
        """Register none: this one would take every error of the app."""


def offer(blueprint: Blueprint, each: Operation) -> None:
    """Add an operation to the blueprint; all its answers at once, for each decorator copies the whole."""
    name = each.view.__name__
    view = blueprint.arguments(each.asks, location="query" if each.method == "GET" else "json")(each.view)
    view = blueprint.doc(operationId=name, responses=_responses(each))(view)
    parameters = [
        {"in": "path", "name": one, "required": True, "schema": {"type": "string", "pattern": _PATTERNS[one]}}
        for one in each.named
    ]
    blueprint.add_url_rule(each.address, name, view, parameters=parameters, methods=[each.method])


def _responses(each: Operation) -> dict[str, object]:
    told: dict[int, dict[str, object]] = {status: _content(_refused(status)) for status in sorted(each.fails)}
    if each.method == "GET":
        told[304] = {}
    if each.answer:
        told[200] = _content(each.answer, "application/json")
    else:
        told |= {200: _content(FILE, "*/*"), 206: _content(FILE, "*/*"), 416: _content(answers.Problem)}
    return {str(status): {"description": HTTPStatus(status).phrase, **content} for status, content in told.items()}


def _refused(status: int) -> type[Schema]:
    return answers.Refused if status == HTTPStatus.UNPROCESSABLE_ENTITY else answers.Problem


def _content(schema: object, media_type: str = problems.MEDIA_TYPE) -> dict[str, object]:
    return {"content": {media_type: {"schema": schema}}}
