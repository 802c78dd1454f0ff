"""Every flag that the code gives a document has words, and no words are left over."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ziarchive import wording
from ziarchive.extract import read
from ziarchive.model import ReadState

ROOT = Path(__file__).parent.parent / "ziarchive"
GIVERS = (*sorted(ROOT.glob("*.py")), *sorted((ROOT / "extract").rglob("*.py")))
FLAG = re.compile(r"[a-z]+(?:_[a-z]+)*")
PLACES = {"Extracted": 6, "Reading": 3}
"""Where the flags stand among the arguments."""


def flags_in(source: str, constants: Mapping[str, str]) -> set[str]:
    """Return the flags that a module gives: what is collected in names, arguments and functions called flags."""
    parts = (part for node in ast.walk(ast.parse(source)) for part in given(node))
    said = (text(each, constants) for part in parts for each in ast.walk(part))
    return {each for each in said if FLAG.fullmatch(each)}


def text(node: ast.AST, constants: Mapping[str, str]) -> str:
    """Return the string that a node stands for, itself or by a constant's name; empty for any other."""
    match node:
        case ast.Constant(value=str(value)):
            return value
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return constants.get(name, "")
    return ""


def constants_in(source: str) -> dict[str, str]:
    """Return the module's constants that are strings."""
    found: dict[str, str] = {}
    for node in ast.parse(source).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))) if name.isupper():
                found[name] = value
    return found


def given(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a node in which strings are flags."""
    match node:
        case ast.Assign(targets=targets, value=value) if any(collects(each) for each in targets):
            yield value
        case ast.AugAssign(target=target, value=value) if collects(target):
            yield value
        case ast.keyword(arg="flags", value=value):
            yield value
        case ast.Call(func=ast.Attribute(value=owner, attr="append" | "insert" | "pop"), args=args) if collects(owner):
            yield from args
        case ast.Call(func=ast.Name(id=name), args=args) if name in PLACES:
            yield from args[PLACES[name] : PLACES[name] + 1]
        case ast.FunctionDef(name=name) if "flags" in name:
            yield from (each for each in ast.walk(node) if isinstance(each, ast.Return))


def collects(target: ast.expr) -> bool:
    match target:
        case ast.Tuple(elts=parts):
            return any(map(collects, parts))
        case ast.Name(id=name):
            return name in ("flags", "added")
    return False


def test_every_flag_has_words_and_no_words_are_left() -> None:
    """What the readers, recognition and the describer give is what `wording` explains, with the ways reading ends."""
    sources = [path.read_text(encoding="utf-8") for path in GIVERS]
    constants = {name: value for source in sources for name, value in constants_in(source).items()}
    found = {flag for source in sources for flag in flags_in(source, constants)}
    states = {str(state) for state in ReadState if state is not ReadState.OK}
    assert len(found) > 8
    assert found | states == set(map(str, wording.FLAGS))


@pytest.mark.parametrize(
    ("source", "flags"),
    [
        ('flags = ("cut",) if cut else ()', {"cut"}),
        ('whys, flags = [], ["odd"]', {"odd"}),
        ('flags += ("macro",)', {"macro"}),
        ('flags.append("scan")', {"scan"}),
        ('Extracted(state, flags=("scan", "partial"))', {"scan", "partial"}),
        ('Extracted(a, b, c, d, e, "docx", ("cut",))', {"cut"}),
        ('def _flags(parts):\n    return ("macro",)', {"macro"}),
        ("flags.append(scans.SCAN)", {"scan"}),
        ("Extracted(state, flags=(SCAN,))", {"scan"}),
        ('names = ("word", "sheet")', set()),
    ],
)
def test_flags_are_found_in_code(source: str, flags: set[str]) -> None:
    """The search sees each way in which the code gives a flag, and nothing else."""
    assert flags_in(source, {"SCAN": "scan"}) == flags


def test_words_are_short_and_help_is_whole() -> None:
    """A label fits a list and no two are alike; help is whole sentences."""
    words = wording.FLAGS.values()
    assert all(len(each.label) <= 24 and each.help[0].isupper() and each.help.endswith(".") for each in words)
    assert len({each.label for each in words}) == len({each.help for each in words}) == len(wording.FLAGS)


def test_a_foreign_flag_goes_by_its_name() -> None:
    """A reader that somebody adds may give a flag of its own."""
    assert wording.flag_words("watermark").label == "watermark"


@pytest.mark.parametrize("head", [b"%PDF-1.7\n1 0 obj\n", b""], ids=["a PDF", "nothing yet"])
def test_a_copy_in_progress_is_flagged(tmp_path: Path, head: bytes) -> None:
    """A PDF whose end is zeros, and a file that is all zeros, are still being copied."""
    path = tmp_path / "x.pdf"
    path.write_bytes(head + bytes(4096))
    assert "still_copying" in read(path).flags
