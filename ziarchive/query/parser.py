"""Reads the search box. Never fails: what makes no sense is named, and treated as the sentence says.

laporan pengaduan            both words, in any Indonesian form
"tim kerja"                  the words side by side
renc*                        words that begin so
-draf   NOT draf   TIDAK draf
a OR b   a ATAU b            AND / DAN binds tighter; operators are upper case
(a OR b) c
jenis:SK,SOP tahun:2024 judul:"Daftar hadir" periode:2024-TW2 status:terlambat dari:ocr tanggal:2024-01..2024-06
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ziarchive.query import And, Everything, Not, Or, Phrase, Prefix, Query, Understood, Word
from ziarchive.query.filters import read_filter
from ziarchive.query.stopwords import STOP_WORDS

MAX_TERMS = 60
MAX_DEPTH = 20

_QUOTES = '"“”„«»'
_LEXEME = re.compile(
    rf"""\s+
    | (?P<bracket>[()])
    | (?P<minus>-+(?=[\w({_QUOTES}]))
    | (?:(?P<name>[^\W\d_]+):)?[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<end>[{_QUOTES}]|$)
    | (?P<plain>[^\s(){_QUOTES}]+)
    """,
    re.VERBOSE,
)
_AND = frozenset({"AND", "DAN"})
_OR = frozenset({"OR", "ATAU"})
_NOT = frozenset({"NOT", "TIDAK"})


@dataclass(slots=True)
class _Group:
    """One open bracket: finished alternatives, and the operands of the one being read."""

    alternatives: list[list[Query]] = field(default_factory=list)
    operands: list[Query] = field(default_factory=list)
    operator: str = ""
    """AND or OR as typed, still without its right-hand side."""
    negation: str = ""
    """NOT or - as typed, still without its operand."""


class _Reader:
    """One reading of one search box."""

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.groups = [_Group()]
        self.problems: list[str] = []
        self.terms = 0
        self.skipped_brackets = 0

    def read(self, text: str) -> Understood:
        for lexeme in _LEXEME.finditer(text):
            if self.terms >= MAX_TERMS and not lexeme["bracket"] and lexeme[0].strip():
                self.problems.append(
                    f"Pencarian terlalu panjang: hanya {MAX_TERMS} bagian pertama yang dipakai, "
                    f"mulai «{text[lexeme.start() :].strip()}» diabaikan."
                )
                break
            self._take(lexeme)
        while len(self.groups) > 1:
            self.problems.append("Kurung buka tanpa penutup; dianggap ditutup di akhir.")
            self._close()
        return Understood(self._joined(self.groups.pop()) or Everything(), tuple(self.problems))

    def _take(self, lexeme: re.Match[str]) -> None:
        if lexeme["bracket"] == "(":
            self._open()
        elif lexeme["bracket"]:
            self._close_typed()
        elif lexeme["minus"]:
            self._negate(lexeme["minus"])
        elif lexeme["quoted"] is not None:
            self._quoted(lexeme)
        elif lexeme["plain"]:
            self._plain(lexeme["plain"])

    def _open(self) -> None:
        if len(self.groups) > MAX_DEPTH:
            self.skipped_brackets += 1
            self.problems.append(f"Kurung lebih dari {MAX_DEPTH} tingkat; kurung terdalam diabaikan.")
        else:
            self.groups.append(_Group())

    def _close_typed(self) -> None:
        if self.skipped_brackets:
            self.skipped_brackets -= 1
        elif len(self.groups) == 1:
            self.problems.append("Kurung tutup tanpa pembuka; diabaikan.")
        else:
            self._close()

    def _close(self) -> None:
        inner = self._joined(self.groups.pop())
        if inner is None:
            self._dropped("Kurung tanpa isi; diabaikan.")
        else:
            self._operand(inner)

    def _negate(self, typed: str) -> None:
        group = self.groups[-1]
        group.negation = "" if group.negation else typed

    def _quoted(self, lexeme: re.Match[str]) -> None:
        if not lexeme["end"]:
            self.problems.append(f"Tanda kutip tanpa penutup; frasa dianggap «{lexeme['quoted'].strip()}».")
        text = " ".join(lexeme["quoted"].split())
        if lexeme["name"]:
            self._filter(lexeme["name"], text, quoted=True)
        elif _has_letters(text):
            self._operand(Phrase(text))
        else:
            self._dropped(f"Tanda kutip «{text}» tidak berisi kata; diabaikan.")

    def _plain(self, text: str) -> None:
        name, colon, value = text.partition(":")
        if text in _NOT:
            self._negate(text)
        elif text in _AND or text in _OR:
            self._operator(text)
        elif colon and name.isalpha():
            self._filter(name, value, quoted=False)
        else:
            self._word(text)

    def _operator(self, typed: str) -> None:
        group = self.groups[-1]
        if group.negation:
            self._dangling(group.negation)
            group.negation = ""
        if not group.operands:
            self._dangling(typed)
            return
        if group.operator:
            self._dangling(group.operator)
        group.operator = typed
        if typed in _OR:
            group.alternatives.append(group.operands)
            group.operands = []

    def _filter(self, name: str, value: str, *, quoted: bool) -> None:
        query, problems = read_filter(name, value, quoted=quoted, year=self.year)
        if query is None:
            self._dropped(*problems)
        else:
            self.problems += problems
            self._operand(query)

    def _word(self, text: str) -> None:
        word, star, rest = text.lstrip("*").partition("*")
        if not _has_letters(word):
            self._dropped(f"«{text}» bukan kata; diabaikan.")
        elif rest.strip("*"):
            self.problems.append(f"Tanda * hanya berlaku di akhir kata; «{text}» dicari sebagai awalan «{word}».")
            self._operand(Prefix(word))
        else:
            if text.startswith("*"):
                self.problems.append(f"Tanda * di depan «{text}» diabaikan.")
            self._operand(Prefix(word) if star else Word(word))

    def _dropped(self, *problems: str) -> None:
        """Name what is left out; a negation before it is left out with it, and does not wait for the next word."""
        self.groups[-1].negation = ""
        self.problems += problems

    def _operand(self, query: Query) -> None:
        group = self.groups[-1]
        if group.negation:
            query = query.part if isinstance(query, Not) else Not(query)
        group.negation = group.operator = ""
        group.operands.append(query)
        self.terms += 1

    def _joined(self, group: _Group) -> Query | None:
        for typed in (group.operator, group.negation):
            if typed:
                self._dangling(typed)
        every = [*group.alternatives, group.operands]
        parts = [_one_of(And, self._without_common_words(operands)) for operands in every if operands]
        return _one_of(Or, parts) if parts else None

    def _without_common_words(self, operands: list[Query]) -> list[Query]:
        common = [part for part in operands if isinstance(part, Word) and part.text.lower() in STOP_WORDS]
        rest = [part for part in operands if part not in common]
        if not common or not any(isinstance(part, Word | Phrase | Prefix) for part in rest):
            return operands
        names = ", ".join(f"«{part.text}»" for part in common)
        self.problems.append(f"Kata umum {names} diabaikan; pakai tanda kutip bila perlu dicari.")
        return rest

    def _dangling(self, typed: str) -> None:
        self.problems.append(f"«{typed}» tanpa kata yang dihubungkan; diabaikan.")


def parse(text: str, year: int | None = None) -> Understood:
    """Read a search box; any string gives an answer, and an empty one means every document.

    `year` is meant by a period that names none, such as periode:TW2.
    """
    return _Reader(year).read(text)


def _one_of(kind: type[And] | type[Or], parts: list[Query]) -> Query:
    return parts[0] if len(parts) == 1 else kind(tuple(_flat(kind, parts)))


def _flat(kind: type[And] | type[Or], parts: list[Query]) -> Iterator[Query]:
    for part in parts:
        if isinstance(part, kind):
            yield from part.parts
        else:
            yield part


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)
