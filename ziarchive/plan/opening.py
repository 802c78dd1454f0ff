"""Opens what names several documents at once or points at another, and mends titles.

Each step is one habit of writing, takes the cell's items in their order, and tells what it did.
"""

import re
from dataclasses import replace

from ziarchive.naming.words import words
from ziarchive.plan.heads import leading
from ziarchive.plan.pieces import AND, Item

_GROUP = re.compile(r"^(?P<what>[^()]+?)\s*\((?P<parts>[^()]+)\)$")
_FOLLOW = re.compile(r"^tindak ?lanjut ?nya$", re.IGNORECASE)
_HEAD_WORDS = re.compile(r"^(?:laporan|rekap\w*|analisis|analisa|hasil|dokumen)\s+", re.IGNORECASE)
_PASSIVES = re.compile(r"^(?P<what>.+?) di(?P<one>\w+si)kan (?P<to>.+?) dan di(?P<two>\w+si)kan (?P<at>.+)$")
_TWIN = re.compile(r"^(?P<lead>.+?) (?P<same>\w+(?: \w+)?) (?P<no>non[- ]?)(?P=same)$", re.IGNORECASE)
_PAIR = re.compile(r"\b(?:monitoring|pemantauan) (?:dan|&) evaluasi\b", re.IGNORECASE)
_SPELLED = {
    r"\bdarftar\b": "daftar",
    r"\bnotulasi\b": "notulensi",
    r"\bcentre\b": "center",
    r"\bsms\b": "SMS",
    r"\b(penggunaan|pelaksanaan|penerapan)nya(?= \w)": r"\1",
    r"\btersedia (?=website|portal)": "tersedia di ",
    r"\bdilakukan (?=per |tiap |setiap )": "",
    r"^ditindak ?lanjuti (?:dengan )?": "tindak lanjut: ",
    r"\bmenampilkan\b": "tampilan",
    r"\bmensosialisasikan\b": "sosialisasi",
    r"\bmempublikasikan\b": "publikasi",
}


def groups(items: list[Item]) -> list[Item]:
    """Open "Sosialisasi X (daftar hadir, notulen, laporan)" when all in the brackets are documents."""
    made: list[Item] = []
    for item in items:
        group = _GROUP.match(item.title)
        inner = [part.strip() for part in re.split(r",\s*(?:dan\s+)?|\s+dan\s+", group["parts"])] if group else []
        if group and len(inner) > 1 and all((head := leading(part)) and head.starts for part in inner):
            what = re.sub(r"\bterkait (?:dengan )?", "", group["what"])
            made += [item.told(f"{part} {_low(what)}", f"dibuka dari «{item.title}»") for part in inner]
        else:
            made.append(item)
    return made


def followed_up(items: list[Item]) -> list[Item]:
    """Name what "tindak lanjutnya" follows up: the object of the document before."""
    made: list[Item] = []
    for item in items:
        first, *rest = AND.split(item.title)
        if len(rest) == 1 and _FOLLOW.match(rest[0]):
            made += [replace(item, title=first), _pointed(replace(item, title=rest[0]), first)]
        elif made and _FOLLOW.match(item.title):
            made.append(_pointed(item, made[-1].title))
        else:
            made.append(item)
    return made


def _pointed(item: Item, before: str) -> Item:
    object_ = _low(_HEAD_WORDS.sub("", before))
    return item.told(f"Tindak lanjut {object_}", f"«{item.title}» menunjuk ke «{before}»")


def _low(text: str) -> str:
    """Begin with a small letter, unless the first word is an acronym."""
    return text if text.split(" ", maxsplit=1)[0].isupper() else text[:1].lower() + text[1:]


def passives(items: list[Item]) -> list[Item]:
    """Open "X disosialisasikan pada A dan dipublikasikan di B": the document, and a proof of each deed."""
    made: list[Item] = []
    for item in items:
        told = _PASSIVES.match(item.title)
        if not told:
            made.append(item)
            continue
        what = re.sub(r"^dokumen ", "", told["what"], flags=re.IGNORECASE)
        why = f"dibuka dari «{item.title}»"
        made.append(item.told(told["what"], why))
        made.append(item.told(f"Bukti {told['one']} {what} {told['to']}", why))
        made.append(item.told(f"Bukti {told['two']} {what} {told['at']}", why))
    return made


def twins(items: list[Item]) -> list[Item]:
    """Open "diklat fungsional non fungsional", where a comma was forgotten."""
    made: list[Item] = []
    for item in items:
        twin = _TWIN.match(item.title)
        if twin:
            why = f"dibuka dari «{item.title}», tampaknya kurang koma"
            made.append(item.told(f"{twin['lead']} {twin['same']}", why))
            made.append(item.told(f"{twin['lead']} {twin['no']}{twin['same']}", why))
        else:
            made.append(item)
    return made


def spelled(items: list[Item]) -> list[Item]:
    """Mend slips and turn verbs into what is shown; the cell itself stays as printed."""
    made: list[Item] = []
    for item in items:
        title = item.title
        for wrong, right in _SPELLED.items():
            title = re.sub(wrong, right, title, flags=re.IGNORECASE)
        made.append(item if title == item.title else item.told(title, f"judul dirapikan dari «{item.title}»"))
    return made


def unique(items: list[Item]) -> list[Item]:
    """Keep one of two titles that mean the same, and name the other in brackets."""
    made: list[Item] = []
    for item in items:
        key = words(item.title)
        at = next((number for number, other in enumerate(made) if key and words(other.title) == key), None)
        if at is None or leading(item.title) != leading(made[at].title):
            made.append(item)
            continue
        both = f"{made[at].title} ({item.title})" if made[at].title.casefold() != item.title.casefold() else item.title
        made[at] = made[at].told(both, f"«{item.title}» dibaca sebagai dokumen yang sama")
    return made


def undecided(items: list[Item]) -> list[Item]:
    """Tell of a "dan" that was left within a title, because one document may be meant or two."""
    left = "kata «dan» di dalamnya dibiarkan: bila dua dokumen yang dimaksud, pisahkan barisnya"
    return [item.told(item.title, left) if AND.search(_PAIR.sub("", item.title)) else item for item in items]
