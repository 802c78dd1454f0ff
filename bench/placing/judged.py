"""The judged file names: read from `names.yaml`, each with its path and the requirements that are right for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from ziarchive import plan, plans
from ziarchive.model import Code, Plan
from ziarchive.naming import skeleton

PLAN = "bpsi-lingtan-2024"
_NONE = "-"
_REWORDED = Path(__file__).parent.parent / "relevance" / "evidence.yaml"


@dataclass(frozen=True, slots=True)
class Name:
    """One file name with what is right for it."""

    path: str
    answers: frozenset[Code]
    """Any of them is right; empty when the file belongs to no requirement."""
    page: str = ""
    """The text of its first page, for a name that tells little."""

    @property
    def tuning(self) -> bool:
        """True for the half that rules may be changed for."""
        return sha256(self.path.encode()).digest()[0] % 2 == 0


def builtin() -> Plan:
    """Return the plan that the names are judged by."""
    return plan.load(plans.builtin_text(PLAN), PLAN)


def names(by: Plan, text: str | None = None) -> tuple[Name, ...]:
    """Return the judged names, those of `names.yaml` unless other text is given.

    Raises `ValueError` for a code that the plan does not have, and for a file judged twice.
    """
    if text is None:
        text = Path(__file__).with_name("names.yaml").read_text(encoding="utf-8")
    folders = {str(code): folder for code, folder in skeleton.folders(by).items()}
    known = {requirement.code for requirement in by.requirements()}
    found: dict[tuple[str, str], Name] = {}
    for name in _rows(yaml.safe_load(text), folders):
        if (key := (name.path, name.page)) in found or not name.answers <= known:
            raise ValueError(f"judged twice, or by a code that the plan does not have: {name.path}")
        found[key] = name
    return tuple(found.values())


def reworded() -> tuple[Name, ...]:
    """Return the titles that the bench of relevance has in other words, each as a file of the archive's root."""
    table = yaml.safe_load(_REWORDED.read_text(encoding="utf-8"))
    return tuple(Name(f"{title}.pdf", frozenset([Code.of(code)])) for code, title in table["reworded"])


def _rows(groups: list[Mapping[str, Any]], folders: Mapping[str, str]) -> Iterator[Name]:
    for group in groups:
        folder = str(group["folder"])
        above = folders.get(folder, folder)
        for name, told in group["files"].items():
            row = told if isinstance(told, Mapping) else {"codes": told}
            path = f"{above}/{name}" if above else str(name)
            yield Name(path, _answers(str(row["codes"])), str(row.get("page", "")))


def _answers(codes: str) -> frozenset[Code]:
    return frozenset() if codes == _NONE else frozenset(map(Code.of, codes.split()))
