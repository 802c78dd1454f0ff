"""Reads a regulation's file, strictly, and names everything that is wrong with it at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import yaml

from ziarchive.errors import SettingsInvalid
from ziarchive.lke.weights import Gate, Item, Option, Regulation, Scale, Scope, weight

_Row = Mapping[str, Any]
_TOP = {"id": str, "title": str, "scales": dict, "parts": list, "areas": list, "gates": list, "components": list}
_SCOPE = {"name": str, "of": list}
_GATE = {**_SCOPE, "at_least": dict}
_COMPONENT = {"code": str, "name": str, "weight": (int, float), "items": dict}
# Which of the two is there is known only at run time.
_LOADER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def load(text: str, source: str) -> Regulation:
    """Read a regulation's file; `source` is what an error calls it.

    Raises `SettingsInvalid`; its `problems` name every wrong row.
    """
    try:
        rows = yaml.load(text, _LOADER)  # noqa: S506  # it is a safe loader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SettingsInvalid(
            f"Tabel bobot LKE {source} bukan YAML yang sah.", [" ".join(str(error).split())]
        ) from error
    reader = _Reader()
    found = reader.regulation(rows)
    if reader.problems or found is None:
        raise SettingsInvalid(f"Tabel bobot LKE {source} perlu diperbaiki pada:", reader.problems)
    return found


class _Reader:
    """One reading of one file; `problems` fills meanwhile."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def regulation(self, rows: Any) -> Regulation | None:
        """Return what the file says, sound only when `problems` stayed empty."""
        if not self._shaped(rows, _TOP, "berkas"):
            return None
        scales = {str(name): self._scale(str(name), options) for name, options in rows["scales"].items()}
        items = tuple(self._items(rows["components"], scales))
        parts, areas = (tuple(self._scopes(rows[key], _SCOPE, key)) for key in ("parts", "areas"))
        self._check_items(items, parts, areas)
        gates = tuple(self._gates(rows["gates"], items))
        if len({tuple(gate.needed) for gate in gates}) > 1:
            self.problems.append("gates: setiap baris harus menyebut predikat yang sama, dalam urutan yang sama")
        return Regulation(rows["id"], rows["title"], items, parts, areas, gates)

    def _scale(self, name: str, options: object) -> Scale:
        told = options if isinstance(options, dict) else {}
        found = tuple(Option(str(answer), self._number(value, f"skala {name}")) for answer, value in told.items())
        scores = [option.score for option in found]
        if found and (scores != sorted(scores, reverse=True) or scores[0] > 1 or scores[-1] != 0):
            self.problems.append(f"skala {name}: urutkan nilai jawaban dari yang tertinggi, paling tinggi 1, sampai 0")
        return Scale(name, found)

    def _items(self, rows: Iterable[Any], scales: Mapping[str, Scale]) -> Iterator[Item]:
        for number, row in enumerate(rows, 1):
            if not self._shaped(row, _COMPONENT, f"components, baris {number}"):
                continue
            where = f"components, {row['code']}"
            share = self._number(row["weight"], where) / max(1, len(row["items"]))
            if share <= 0 or not row["items"]:
                self.problems.append(f"{where}: beri bobot lebih dari 0 dan sedikitnya satu butir")
            for letter, scale in row["items"].items():
                if scale not in scales:
                    self.problems.append(f"{where}.{letter}: skala «{scale}» tidak ada pada scales")
                yield Item(f"{row['code']}.{letter}", row["name"], share, scales.get(scale, Scale("", ())))

    def _scopes(self, rows: Iterable[Any], shape: Mapping[str, Any], key: str) -> Iterator[Scope]:
        for number, row in enumerate(rows, 1):
            if self._shaped(row, shape, f"{key}, baris {number}"):
                yield Scope(row["name"], tuple(map(str, row["of"])))

    def _gates(self, rows: list[Any], items: tuple[Item, ...]) -> Iterator[Gate]:
        for row in rows:
            for scope in self._scopes([row], _GATE, "gates"):
                whole = weight(item for item in items if scope.holds(item.code))
                needed = {
                    str(level): self._points(value, whole, scope.name) for level, value in row["at_least"].items()
                }
                if any(points > whole for points in needed.values()):
                    self.problems.append(f"gates, {scope.name}: nilai minimal lebih tinggi daripada bobotnya")
                yield Gate(scope, needed)

    def _points(self, value: object, whole: Fraction, name: str) -> Fraction:
        """Return points, or a percentage of a weight in points."""
        if isinstance(value, str) and value.endswith("%"):
            return self._number(value[:-1], f"gates, {name}") * whole / 100
        return self._number(value, f"gates, {name}")

    def _number(self, value: object, where: str) -> Fraction:
        """Return a number as it is printed: 0.1 is a tenth, which no float is."""
        try:
            found = Fraction(str(value))
        except (ValueError, ZeroDivisionError):
            found = Fraction(-1)
        if found < 0:
            self.problems.append(f"{where}: «{value}» harus berupa angka, paling kecil 0")
        return max(found, Fraction())

    def _check_items(self, items: Iterable[Item], parts: Iterable[Scope], areas: Iterable[Scope]) -> None:
        for code, times in Counter(item.code for item in items).items():
            if times > 1:
                self.problems.append(f"components, {code}: butir ini tertulis {times} kali")
            for key, scopes in (("parts", parts), ("areas", areas)):
                if sum(scope.holds(code) for scope in scopes) != 1:
                    self.problems.append(f"{key}: butir {code} harus termasuk tepat satu baris")

    def _shaped(self, row: Any, shape: Mapping[str, Any], where: str) -> bool:
        """Tell whether a row has just the keys of a shape, with their types."""
        if not isinstance(row, dict):
            self.problems.append(f"{where}: harus berisi {', '.join(shape)}")
            return False
        wrong = [key for key, kind in shape.items() if not isinstance(row.get(key), kind)]
        wrong += [str(key) for key in row if key not in shape]
        if wrong:
            self.problems.append(f"{where}: periksa {', '.join(wrong)}; yang diperlukan: {', '.join(shape)}")
        return not wrong
