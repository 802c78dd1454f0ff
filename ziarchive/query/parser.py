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
from ziarchive.query.known import NOTHING, Known
from ziarchive.query.lexemes import Kind, Lexeme
from ziarchive.query.operators import NOT, OPERATORS, OR, as_phrase, as_word, in_lower_case
from ziarchive.query.pasted import straight
from ziarchive.query.runs import joined
from ziarchive.query.stopwords import STOP_WORDS

MAX_TERMS = 60
EVERY = "*"
MAX_DEPTH = 20

_SHOWN = 40
"""So many characters of a long part are quoted."""
_BEFORE = re.compile(r"^[\W_]+")
"""What no index holds of a word."""
_NO_LETTER = re.compile(r"(?P<start>\w+)\?+\w")


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

    def __init__(self, known: Known) -> None:
        self.known = known
        self.groups = [_Group()]
        self.problems: list[str] = []
        self.terms = 0
        self.skipped_brackets = 0

    def read(self, text: str) -> Understood:
        for lexeme in joined(text, self.known):
            if self.terms >= MAX_TERMS and lexeme.kind not in (Kind.OPEN, Kind.CLOSE):
                self.problems.append(
                    f"Pencarian terlalu panjang: hanya {MAX_TERMS} bagian pertama yang dipakai, "
                    f"mulai «{_shown(text[lexeme.start :])}» diabaikan."
                )
                break
            self._take(lexeme)
        while len(self.groups) > 1:
            self.problems.append("Kurung buka tanpa penutup; dianggap ditutup di akhir.")
            self._close()
        query = self._joined(self.groups.pop()) or Everything()
        return Understood(query, tuple(dict.fromkeys(self.problems)))

    def _take(self, lexeme: Lexeme) -> None:
        match lexeme.kind:
            case Kind.OPEN:
                self._open()
            case Kind.CLOSE:
                self._close_typed()
            case Kind.MINUS:
                self._negate(lexeme.text)
            case Kind.PHRASE:
                self._phrase(lexeme)
            case Kind.FILTER:
                self._filter(lexeme)
            case Kind.WORD if lexeme.text in OPERATORS:
                self._operator(lexeme.text)
            case Kind.WORD:
                self._word(lexeme.text)

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

    def _phrase(self, lexeme: Lexeme) -> None:
        phrase = as_phrase(lexeme.text)
        if not _has_letters(phrase.text):
            typed = f"Tanda kutip «{lexeme.text}» tidak berisi kata; diabaikan."
            self._dropped(typed if lexeme.closed else "Tanda kutip tanpa pasangan; diabaikan.")
            return
        self._unclosed(lexeme)
        if phrase.text != lexeme.text:
            self.problems.append(f"Tanda * tidak berlaku di dalam tanda kutip; dicari frasa «{_shown(phrase.text)}».")
        self._operand(phrase)

    def _unclosed(self, lexeme: Lexeme) -> None:
        if not lexeme.closed:
            self.problems.append(f"Tanda kutip tanpa penutup; frasa dianggap «{_shown(lexeme.text)}».")

    def _operator(self, typed: str) -> None:
        group = self.groups[-1]
        if typed in NOT:
            self._negate(typed)
            return
        if group.negation:
            self._dangling(group.negation)
            group.negation = ""
        if not group.operands:
            self._dangling(typed)
            return
        if group.operator:
            self._dangling(group.operator)
        group.operator = typed
        if typed in OR:
            group.alternatives.append(group.operands)
            group.operands = []

    def _filter(self, lexeme: Lexeme) -> None:
        query, problems = read_filter(lexeme.name, lexeme.text, quoted=lexeme.quoted, known=self.known)
        if query is None:
            self._dropped(*problems)
            return
        self._unclosed(lexeme)
        self.problems += (*problems, *lexeme.problems)
        self._operand(query)

    def _word(self, text: str) -> None:
        word, star, rest = _BEFORE.sub("", text).rstrip("'").partition("*")
        if not _has_letters(word):
            self._dropped(f"«{text}» bukan kata; diabaikan.")
        elif rest.strip("*"):
            self.problems.append(f"Tanda * hanya berlaku di akhir kata; «{text}» dicari sebagai awalan «{word}».")
            self._operand(Prefix(word))
        else:
            if text.startswith("*"):
                self.problems.append(f"Tanda * di depan «{text}» diabaikan.")
            self._operand(Prefix(word) if star else as_word(word))
        if cut := _NO_LETTER.match(word):
            self.problems.append(f"Tanda ? di «{text}» tidak mewakili huruf; pakai awal katanya: «{cut['start']}*».")

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
        parts = [_one_of(And, self._without_common_words([*_flat(And, operands)])) for operands in every if operands]
        return _one_of(Or, parts) if parts else None

    def _without_common_words(self, operands: list[Query]) -> list[Query]:
        lower = dict(in_lower_case(operands))
        common = [part.text for part in operands if isinstance(part, Word) and part.text.lower() in STOP_WORDS]
        rest = [part for part in operands if not (isinstance(part, Word) and part.text in common)]
        if not any(map(_tells, rest)):
            return operands
        self.problems += lower.values()
        if names := ", ".join(f"«{text}»" for text in common if text not in lower):
            self.problems.append(f"Kata umum {names} diabaikan; pakai tanda kutip bila perlu dicari.")
        return rest

    def _dangling(self, typed: str) -> None:
        self.problems.append(f"«{typed}» tanpa kata yang dihubungkan; diabaikan.")


def parse(text: str, known: Known = NOTHING) -> Understood:
    """Read a search box; any string gives an answer, and an empty one or a lone star means every document.

    `known` tells which values filters have in an office.
    """
    typed = straight(text)
    return Understood(Everything(), ()) if typed.strip() == EVERY else _Reader(known).read(typed)


def _one_of(kind: type[And] | type[Or], parts: list[Query]) -> Query:
    return parts[0] if len(parts) == 1 else kind(tuple(_flat(kind, parts)))


def _flat(kind: type[And] | type[Or], parts: list[Query]) -> Iterator[Query]:
    for part in parts:
        if isinstance(part, kind):
            yield from part.parts
        else:
            yield part


def _tells(part: Query) -> bool:
    """Tell whether a part looks for a word, so that common words beside it say nothing more."""
    if isinstance(part, And | Or):
        return any(map(_tells, part.parts))
    return isinstance(part, Word | Phrase | Prefix)


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _shown(text: str) -> str:
    """Return the text as it is quoted in a sentence, a long one cut."""
    bare = " ".join(text.split())
    return bare if len(bare) <= _SHOWN else f"{bare[:_SHOWN].rsplit(' ', 1)[0]} …"
