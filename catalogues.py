"""Finds the words of the site in its files, and renews and compiles their English: `python3 dev.py words`.

Two catalogues: `messages`, what the site itself says and wraps for gettext; and `core`, what the archive says in
Indonesian and the site finds again by its pattern (`web/told.py`).
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent
ENGLISH = ROOT / "web" / "locale" / "en" / "LC_MESSAGES"
DOMAINS = ("messages", "core")
KEYWORDS = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
METHODS = [("templates/**.html", "jinja2"), ("**.py", "python")]
SILENT = (
    "__main__ bundling cli doctor home papers binder backup plan planfile plans printing registry serve "
    "settings store search workers lke.builtin lke.reader lke.workbook lke.sheet agenda.calendar agenda.message "
    "advice.kinds describe secrecy gist matching.firstpage matching.lexicon matching.titles naming.words "
    "naming.skeleton naming.headings naming.letterdates naming.numbers naming.owndate naming.dialects "
    "query.stopwords query.nodes ports clients tokens folder.ignored folder.mounts shapes explanation"
)
"""Modules of the core that say nothing on a page, or whose words are data."""
SILENT_SITE = frozenset(("csvs", "files", "pulse"))
"""Modules of the site that say nothing, or only in exports."""
SINGLE = frozenset(("wording", "query.choices", "agenda.words", "lke.words"))
"""Modules whose single words are said, too."""
DATA = frozenset(("matching.kinds", "naming.periodforms"))
"""Modules whose constants are data."""
EXTRA = (
    "Dibatalkan.",
    "DAN",
    "ATAU",
    "TANPA",
    "Agu",
    "Okt",
    "Des",
    "undangan",
    "daftar hadir",
    "notulen",
    "undangan dan daftar hadir",
    "undangan dan notulen",
    "daftar hadir dan notulen",
    "%(size)s byte",
    "perkiraan",
    "butir LKE %(value1)s",
    "«%(first)s» lalu «%(then)s»",
    "Membaca berkas %(done)s dari %(total)s",
    "Membaca berkas %(done)s dari %(total)s (%(fast)s, sekitar %(rest)s lagi)",
    "Memulihkan indeks pencarian: dokumen %(done)s dari %(total)s",
    "Memulihkan indeks pencarian: dokumen %(done)s dari %(total)s (%(fast)s, sekitar %(rest)s lagi)",
)
"""What the core puts together from words that say nothing alone."""
_WORDS = re.compile(r"(?:[a-z]{2}|%)[,;:.)»%]{0,2} [«(]?\w*[a-z]|[a-z]{2}[:,]? [«(]?%|% [a-z]{2}")
_WORD = re.compile(r"[A-Za-z][a-z]{2,}")
_CODE = re.compile(r"[\\|<>_{}=/]\S|\(\?|^#|^-|[a-z]\[|-src ")


def main() -> int:
    for domain in DOMAINS:
        file = ENGLISH / f"{domain}.po"
        catalogue = renewed(domain, stored(file))
        write(file, catalogue)
        lacking = [message.id for message in catalogue if message.id and not said(message.string)]
        print(f"{file.name}: {len(catalogue)} texts, {len(lacking)} without English", *lacking, sep="\n  ")
    return 0


def stored(file: Path) -> Catalog:
    if not file.exists():
        return Catalog("en", project="ziarchive", version="1")
    with file.open("rb") as stream:
        return read_po(stream, "en")


def renewed(domain: str, catalogue: Catalog) -> Catalog:
    """Return a catalogue with exactly the texts that the files hold now, and the English it had."""
    found = Catalog(project="ziarchive", version="1", creation_date=catalogue.creation_date)
    for text in sorted({*(site() if domain == "messages" else core())}, key=str):
        found.add(text)
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def write(file: Path, catalogue: Catalog) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        write_po(stream, catalogue, width=0, omit_header=False)
    file.with_suffix(".mo").write_bytes(compiled(catalogue))


def compiled(catalogue: Catalog) -> bytes:
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def said(text: object) -> bool:
    return all(text) if isinstance(text, tuple | list) else bool(text)


def site() -> Iterator[str | tuple[str, ...]]:
    """Return what the site wraps for gettext."""
    options = {"templates/**.html": {"trimmed": "true", "silent": "false"}}
    for _, _, text, _, _ in extract_from_dir(ROOT / "web", METHODS, options, KEYWORDS):
        yield text


def core() -> Iterator[str]:
    """Return what the archive says, and what the site says in Python."""
    yield from EXTRA
    for path in sorted((ROOT / "ziarchive").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT / "ziarchive").with_suffix("").parts).removesuffix(".__init__")
        if not any(name == each or name.startswith(f"{each}.") for each in SILENT.split()):
            yield from texts(ast.parse(path.read_text(encoding="utf-8")), name in SINGLE, name in DATA)
    for path in sorted((ROOT / "web").glob("*.py")):
        if path.stem in SILENT_SITE:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from texts(tree, False, False)
        constants = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
        yield from texts(ast.Module([*constants], []), True, False)


def texts(tree: ast.Module, single: bool, data: bool) -> Iterator[str]:
    """Return the texts for people in a module, with holes where values stand."""
    silent, values = (
        set(_silent(tree, data)),
        {id(value) for node in ast.walk(tree) if isinstance(node, ast.Dict) for value in node.values},
    )
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        if isinstance(node, ast.JoinedStr):
            silent |= {id(part) for part in node.values}
            text = _with_holes(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = _numbered(node.value)
        else:
            continue
        words = re.sub(r"%\(\w+\)s", "%", text)
        if len(words.split()) > 14 and not re.search("[.,;:]", words):
            continue  # a list of words
        if not _CODE.search(words) and (
            _WORDS.search(words) or (single and _WORD.fullmatch(words) and (words[0].isupper() or id(node) in values))
        ):
            yield text.strip()


def _silent(tree: ast.Module, data: bool) -> Iterator[int]:
    """Return the nodes that say nothing: docstrings, types, patterns, what gettext gets, names of attributes."""
    for node in ast.walk(tree):
        held: list[ast.AST] = []
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            held = [node.value]
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            held = [node.annotation]
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == "split" and isinstance(node.func, ast.Attribute):
                held = [node.func.value]
            elif called in ("compile", "TypeVar", "cast", "exception", "warning", "info", "debug", *KEYWORDS):
                held = [*node.args]
        elif (
            isinstance(node, ast.Assign | ast.AnnAssign)
            and node.value
            and ((data and node in tree.body) or _is_all(node))
        ):
            held = [node.value]
        for each in held:
            yield from (id(inner) for inner in ast.walk(each))


def _is_all(node: ast.Assign | ast.AnnAssign) -> bool:
    return isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"


def _with_holes(node: ast.JoinedStr) -> str:
    made, used = "", set[str]()
    for part in node.values:
        if isinstance(part, ast.Constant):
            made += str(part.value)
            continue
        names = (
            each.attr if isinstance(each, ast.Attribute) else each.id
            for each in ast.walk(part)
            if isinstance(each, ast.Attribute | ast.Name)
        )
        name = base = next(names, "value").strip("_").lower()
        while name in used:
            name = f"{base}{len(used) + 1}"
        used.add(name)
        made += f"%({name})s"
    return made


def _numbered(text: str) -> str:
    parts = text.split("{}")
    return "".join(part if not number else f"%(value{number})s{part}" for number, part in enumerate(parts))


if __name__ == "__main__":
    sys.exit(main())
