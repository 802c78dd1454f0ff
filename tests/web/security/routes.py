"""An address for every route of the site, made from its own table: a route that nobody can fill in fails here."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from werkzeug.routing import Rule

from ziarchive.archive import Archive
from ziarchive.model import Document

STREAMS = frozenset(("changes",))
"""Answers that never end; they hold no names."""
QUESTIONS = {
    "changes_json": "?halaman=/dokumen",
    "help_name": "?nama=sk.pdf",
    "search": "?q=laporan",
    "search_csv": "?q=laporan",
    "search_json": "?q=laporan",
    "suggestions_json": "?q=lap",
    "excerpt": "?q=laporan",
    "api.search": "?q=laporan",
}
"""What else a route is asked, by its endpoint."""
EMPTY = {"make_state": {404}, "make_file": {404}, "page_picture": {404}, "login": {303}, "do_login": {303}}
"""Answers that are no page of a text file while everything is open and nothing was made, by endpoint."""


@dataclass(frozen=True, slots=True)
class Route:
    """One address to ask."""

    endpoint: str
    address: str


def values(archive: Archive, document: Document) -> dict[str, str]:
    """Return what stands for each argument of a route."""
    code = document.placement.codes[0]
    return {
        "id": document.id,
        "code": str(code),
        "number": "1",
        "name": "kesenjangan-1280.png",
        "filename": "ziarchive.css",
        "suffix": "csv",
    }


SPECIAL = {"area": lambda code: code.split(".")[0], "component": lambda code: ".".join(code.split(".")[:2]),
           "indicator": lambda code: ".".join(code.split(".")[:3])}  # fmt: skip
"""Whose code is that of a part of the plan, by endpoint."""


def asked(app: Flask, archive: Archive, document: Document) -> Iterator[Route]:
    """Yield an address for every route that is read, streams apart; raises `KeyError` for an unknown argument."""
    known = values(archive, document)
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint not in STREAMS:
            yield Route(rule.endpoint, filled(rule, known) + QUESTIONS.get(rule.endpoint, ""))


def filled(rule: Rule, known: dict[str, str]) -> str:
    """Return the address of a rule with a value for each of its arguments."""
    own = {name: known[name] for name in rule.arguments}
    if rule.endpoint in SPECIAL:
        own["code"] = SPECIAL[rule.endpoint](own["code"])
    built = rule.build(own)
    assert built, rule
    return built[1]
