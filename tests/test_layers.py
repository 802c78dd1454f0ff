"""The layers of the design hold: imports run downward only, and edges never import each other."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = (
    "errors model",
    "ports limits busy query decisions records rulings secrecy placing plan plans naming matching namecheck gaps "
    "changes assessment agenda advice gist agreement lke describe reports pace status wording",
    "registry settings locks private",
    "folder workers firstseen ledger store extract search planfile papers",
    "people tokens accesslog stores notes standing whereabouts telling intake task reading upkeep healing finding "
    "binder",
    "accounts archive clients recogniser sealing previews moving service shapes tables explanation home doctor "
    "bundling printing backup advising scoring viewing uploading",
    "cli serve __main__",
)
EDGES = 3
ORDER = {name: number for number, names in enumerate(LAYERS) for name in names.split()}
ONLY_USER = {
    "watchdog": "folder", "whoosh": "search", "pypdf": "extract", "pypdfium2": "extract planfile",
    "docx": "planfile papers", "flask": "web", "markdown_it": "web", "waitress": "serve", "sqlalchemy": "store",
    "rich": "cli", "jinja2": "binder papers", "icalendar": "agenda", "filelock": "locks search", "click": "cli",
    "reportlab": "papers", "werkzeug": "people", "xlsxwriter": "binder lke papers planfile",
}  # fmt: skip
"""The rooms that may import a library."""


def rooms() -> list[Path]:
    return sorted(path for path in (ROOT / "ziarchive").rglob("*.py"))


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def breaches(room: str, names: list[str]) -> list[str]:
    """Return the imports of one room that break a rule."""
    found = []
    for name in names:
        if room not in ONLY_USER.get(name.split(".")[0], room).split():
            found.append(f"{room} imports {name}")
        if not name.startswith("ziarchive.") or room_of(name) in (room, "__version__"):
            continue
        mine, theirs = ORDER[room], ORDER[room_of(name)]
        if theirs > mine or theirs == mine == EDGES:
            found.append(f"{room} imports {name}")
    return found


@pytest.mark.parametrize("path", rooms(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_downward(path: Path) -> None:
    """No module imports from a layer above its own, and each library has one user."""
    parts = path.relative_to(ROOT / "ziarchive").with_suffix("").parts
    if parts == ("__init__",):
        assert list(imports(path)) == ["os"]
        return
    assert breaches(parts[0], list(imports(path))) == []


@pytest.mark.parametrize(
    ("room", "name"),
    [
        ("model", "ziarchive.errors_.x"),
        ("gaps", "ziarchive.store.catalogue.Catalogue"),
        ("folder", "ziarchive.store.texts.TextCache"),
        ("intake", "whoosh.index"),
    ],
)
def test_breaches_are_seen(room: str, name: str) -> None:
    """The rule finds an import that breaks it."""
    ORDER.setdefault("errors_", 1)
    assert breaches(room, [name])


def test_the_web_uses_only_what_is_on_offer() -> None:
    """The site imports the archive, shapes and words, never an edge."""
    for path in sorted((ROOT / "web").rglob("*.py")):
        rooms_used = {room_of(name) for name in imports(path) if name.startswith("ziarchive.")}
        assert not {room for room in rooms_used if ORDER.get(room) == EDGES}, path.name


def test_files_stay_small() -> None:
    """No file of the program is longer than 300 lines, and the median lies below 130."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in rooms()}
    assert {path.name: length for path, length in lengths.items() if length > 300} == {}
    assert sorted(lengths.values())[len(lengths) // 2] <= 130
