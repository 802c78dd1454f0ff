"""The proof at scale: every title of the plan, spoilt in many ways, in the folder of every indicator.

A title that is taken for certain must be the one that was spoilt, or another with the same words: most of the
folders do not ask for it at all, and there nothing may be placed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ziarchive.matching import Matcher, Said
from ziarchive.matching.titles import Item, Titles
from ziarchive.model import How, Placement, Plan
from ziarchive.naming import skeleton

_ABBREVIATED = {
    "laporan": "Lap", "notulen": "Not.", "notulensi": "Notula", "daftar hadir": "DH", "undangan": "Und",
    "pegawai": "peg", "tindak lanjut": "TL", "monitoring dan evaluasi": "monev", "pengaduan masyarakat": "dumas",
    "zona integritas": "ZI", "pelaksanaan": "pelaks", "sosialisasi": "sos", "pelatihan": "diklat", "dokumen": "dok",
}  # fmt: skip
_LONGEST = re.compile(r"[^\W\d_]{7,}")


def _swapped(title: str) -> str:
    """Swap two letters in the middle of the longest word."""
    word = max(_LONGEST.findall(title), key=len, default="")
    middle = len(word) // 2
    mistyped = f"{word[:middle]}{word[middle + 1 : middle + 2]}{word[middle : middle + 1]}{word[middle + 2 :]}"
    return title.replace(word, mistyped, 1) if word else title


def _dropped(title: str) -> str:
    """Leave a letter out of the longest word."""
    word = max(_LONGEST.findall(title), key=len, default="")
    return title.replace(word, word[: len(word) // 2] + word[len(word) // 2 + 1 :], 1) if word else title


def _abbreviated(title: str) -> str:
    words = "|".join(sorted(_ABBREVIATED, key=len, reverse=True))
    return re.sub(rf"\b(?:{words})\b", lambda found: _ABBREVIATED[found[0].lower()], title, flags=re.IGNORECASE)


def _camel(title: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in re.findall(r"[^\W_]+", title))


NOISES: Mapping[str, Callable[[str], str]] = {
    "as it is": str,
    "final": lambda title: f"{title} fix FINAL",
    "copy": lambda title: f"{title} rev2 - Copy (1)",
    "signed and scanned": lambda title: f"scan {title} ttd ok",
    "underscores and a month": lambda title: f"{title}_Maret_2024".replace(" ", "_"),
    "a day before": lambda title: f"2024-07-11 {title.upper()}",
    "in one word": _camel,
    "abbreviated": _abbreviated,
    "letters swapped": _swapped,
    "a letter left out": _dropped,
    "another word": lambda title: f"{title} lengkap",
    "a person": lambda title: f"{title} an Budi Santoso",
}
SPOILERS: Mapping[str, Callable[[str], str]] = {
    "draft of it": lambda title: f"Draft {title}",
    "bill for it": lambda title: f"Kuitansi pembahasan {title}",
    "rules about it": lambda title: f"Permenpan 90 tahun 2021 {title}",
    "another office's": lambda title: f"{title} BPTP Jawa Barat",
    "invitation to it": lambda title: f"Undangan pembahasan {title}",
    "minutes about it": lambda title: f"Notulen pembahasan {title}",
}
"""With these it is no longer the document itself: nothing may be placed, unless an invitation or minutes are due."""
_OTHERS = {"invitation to it": "undangan", "minutes about it": "notulen"}


@dataclass(slots=True)
class Tally:
    """How often a spoilt title was taken for certain."""

    placed: int = 0
    wrong: list[str] = field(default_factory=list)
    homes: int = 0
    at_home: int = 0
    """Placed in its own indicator, of `homes`."""

    def count(self, path: str, target: Item | None, right: bool, home: bool) -> None:
        """Note one file and the requirement that it counts for."""
        self.homes += home
        self.placed += target is not None
        self.at_home += home and target is not None and right
        if target and not right:
            self.wrong.append(f"{path} -> {target.code} {target.title}")


def prove(plan: Plan, step: int = 1) -> dict[str, Tally]:
    """Place every `step`th title with every noise in every indicator's folder; all of them take minutes."""
    matcher, titles = Matcher(plan), Titles(plan)
    folders = [(each.code, skeleton.folder(plan, each.code, plan.year)) for each in plan.indicators()]
    tallies: dict[str, Tally] = {}
    for noise, spoil in {**NOISES, **SPOILERS}.items():
        tally = tallies[noise] = Tally()
        for item in titles.items[::step]:
            name = spoil(item.title.replace("/", "-"))
            for indicator, folder in folders:
                path = f"{folder}/{name}.pdf"
                target = _titled(matcher.place(path, Said()), titles)
                right = target is not None and _is_right(noise, item, target)
                tally.count(path, target, right, item.code.within(indicator))
    return tallies


def _titled(placement: Placement, titles: Titles) -> Item | None:
    return titles.by_code[placement.codes[0]] if placement.how is How.TITLE else None


def _is_right(noise: str, source: Item, target: Item) -> bool:
    return _same(source, target) if noise in NOISES else target.head == _OTHERS.get(noise)


def _same(one: Item, other: Item) -> bool:
    """Tell whether two requirements ask for the same document by their titles; "Laporan" may be left out."""
    return one.words ^ other.words <= {"laporan"} and (
        one.cadence == other.cadence or not (one.cadence and other.cadence)
    )
