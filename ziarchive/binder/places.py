"""Where each document goes in the binder: canonical folders and names, each name once, short enough for Windows.

Windows and macOS tell no capital from a small letter, so neither does the rule that names differ. `%` and
`#` stay out of names: the first is written in two ways in bags, the second ends an address in a browser.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from ziarchive.model import Code, Document, Period, Plan
from ziarchive.naming import canonical, parse, tidy
from ziarchive.naming.skeleton import folders

LONGEST = 199
"""Characters of a path, counted from the bag's own folder."""
_LEAST_TITLE = 24
"""Rather than cut a title shorter, further codes are left out of a name."""
_MOST_BYTES = 240
"""A file system on Linux takes no name of more than 255."""
_NUMBERED = " (9999)"
_OUT_OF_NAMES = str.maketrans({"%": " persen", "#": " "})


def narrowed(documents: Iterable[Document], codes: Collection[Code]) -> list[Document]:
    """Return the documents that are surely for one of these requirements, each with only those of its codes."""
    found = []
    for document in documents:
        kept = tuple(code for code in document.placement.codes if code in codes)
        if kept:
            found.append(replace(document, placement=replace(document.placement, codes=kept)))
    return found


def placed(plan: Plan, documents: Iterable[Document]) -> Mapping[str, str]:
    """Return the path below data/ of each document by its id, in the order of the paths.

    The codes of the documents must be requirements of the plan.
    """
    homes = folders(plan)
    titles = {item.code: item.title for item in plan.requirements()}
    taken: set[str] = set()
    paths: dict[str, str] = {}
    for document in sorted(documents, key=lambda each: (each.placement.codes, each.path)):
        placement = document.placement
        home = homes[placement.codes[0].indicator]
        title = (placement.title or titles[placement.codes[0]]).translate(_OUT_OF_NAMES)
        ext = parse(document.path.rpartition("/")[2]).ext
        room = LONGEST - len(f"data/{home}/{_NUMBERED}")
        name = _name(placement.codes, title, placement.period, ext, room)
        paths[document.id] = _free(f"{home}/{name}", ext, taken)
    return dict(sorted(paths.items(), key=lambda pair: pair[1]))


def _name(codes: tuple[Code, ...], title: str, period: Period | None, ext: str, room: int) -> str:
    spare = room - len(canonical(codes, "", period, ext)) - 1
    if spare < _LEAST_TITLE and len(codes) > 1:
        return _name(codes[:1], title, period, ext, room)
    name = canonical(codes, tidy(title, spare), period, ext)
    return name if len(name.encode()) <= _MOST_BYTES else canonical(codes, tidy(title, spare // 3), period, ext)


def _free(path: str, ext: str, taken: set[str]) -> str:
    """Return the path, with a number where another document has it already, and note it as taken."""
    stem, number, free = path.removesuffix(ext), 1, path
    while free.casefold() in taken:
        number += 1
        free = f"{stem} ({number}){ext}"
    taken.add(free.casefold())
    return free
