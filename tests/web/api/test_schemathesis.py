"""The API against its own document: schemathesis makes up requests, good and bad, and checks every answer."""

import contextlib
import itertools
import random
from collections import Counter
from copy import deepcopy
from secrets import token_hex
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from schemathesis import Case, GenerationMode

from tests.web.api.conftest import Office
from tests.web.people import NAMES
from ziarchive.decisions import Note, Role, Waiver
from ziarchive.model import Code

EXAMPLES = 5
CODE = "I.4.3.2"


def closing(app: Any) -> Any:
    """Return the app with each answer read to its end and closed, as a server does."""

    def answered(environ: dict[str, Any], start: Any) -> list[bytes]:
        with contextlib.closing(app(environ, start)) as parts:
            return [*parts]

    return answered


def strict(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with every answer closed, so that a field it does not tell of is found."""
    made = deepcopy(document)
    for schema in made["components"]["schemas"].values():
        schema.setdefault("additionalProperties", False)
    return made


def real(office: Office, case: Case) -> None:
    """Have a request ask about what is there, so that it can succeed."""
    document, name = office.document(CODE), str(case.operation.definition.raw["operationId"])
    paper = office.document("SOP")
    there = {"id": paper.id if name == "confirm" else document.id, "code": CODE}
    case.path_parameters = {key: there[key] for key in case.path_parameters or {}}
    said = case.body
    if not isinstance(said, dict):
        return
    if "period" in said and name != "date":
        said["period"] = None
    match name:
        case "place":
            said["codes"] = [CODE]
        case "confirm":
            said["code"] = str(paper.placement.suggestions[0].code) if paper.placement.suggestions else CODE
        case "unwaive":
            office.archive.decide(NAMES[Role.SECRETARY], Waiver(Code.of(CODE), None, "Tidak ada."))
        case "judge":
            said |= {
                "document": document.id,
                "sha256": document.sha256,
                "note": "Belum ditandatangani.",
                "final": False,
            }
        case "undo":
            said["batch"] = token_hex(8)
            made = Note(Code.of(CODE), None, said["batch"])
            office.archive.decide(NAMES[Role.SECRETARY], made, batch=said["batch"])


def role(case: Case) -> Role:
    return Role.ASSESSOR if case.operation.path.endswith("/verdict") else Role.SECRETARY


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_asked_and_answered_is_as_the_document_says(office: Office, method: str, mode: GenerationMode) -> None:
    """Every check of schemathesis holds for every operation; each was answered with success where it may be."""
    told = strict(office.get("/openapi.json"))
    schema = schemathesis.openapi.from_dict(told).include(method=method)
    schema.app = closing(office.app)
    good: Counter[str] = Counter()
    tries = itertools.count()
    operations = [each.ok() for each in schema.get_all_operations()]

    def ask(case: Case) -> None:
        random.seed(token_hex(8))  # hypothesis begins anew each time, and whoosh makes up the same names of files
        office.clock.pass_by(hours=2)  # wrong tokens are forgotten, or the next would have to wait
        if mode is GenerationMode.POSITIVE and next(tries) % 3:
            real(office, case)
        response = case.call_and_validate(headers={"Authorization": f"Bearer {office.tokens[role(case)]}"})
        good[case.operation.label] += response.status_code < 300

    rules = settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    for each in operations:
        seed(1)(rules(given(case=each.as_strategy(generation_mode=mode))(ask)))()
    if mode is GenerationMode.POSITIVE:
        assert [each.label for each in operations if not good[each.label]] == []
