"""The documentation agrees with the code."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from tests.conftest import Office
from ziarchive import advice as advices
from ziarchive import agenda as agendas
from ziarchive import explanation, lke, shapes
from ziarchive.advising import Advising
from ziarchive.agenda.forms import progress_json
from ziarchive.agenda.progress import progress
from ziarchive.archive import Archive
from ziarchive.cli import cli
from ziarchive.model import How
from ziarchive.naming import NameReader
from ziarchive.scoring import Scoring

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
GUIDES = [ROOT / "docs" / "panduan-staf.md", ROOT / "docs" / "panduan-sekretaris-penilai.md"]


def called(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def keys(value: Any) -> Any:
    """Return the structure of a JSON value: its keys, and for a list that of its first element."""
    if isinstance(value, dict):
        return {name: keys(each) for name, each in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [keys(value[0])]
    return None


def documented() -> dict[str, Any]:
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^## ([^\n]+)\n(?:(?!^## ).)*?```json\n(.*?)```", text, re.DOTALL | re.MULTILINE)
    return {re.findall(r"`/?(\w+)", heading)[0]: json.loads(block) for heading, block in blocks}


def test_generated_blocks_are_up_to_date() -> None:
    """Every block made from code is what the code makes now."""
    command = [sys.executable, "-m", "cogapp", "--check", "--diff", *map(str, PAGES)]
    outcome = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=ROOT)
    assert outcome.returncode == 0, f"run: python -m cogapp -r README.md docs/*.md\n{outcome.stdout}"


def test_the_json_page_shows_what_is_sent(office: Office, archive: Archive) -> None:
    """The documented JSON has exactly the fields of real output."""
    office.pdf("I.1.1.2_SK Tim Zona Integritas_2024-01.pdf", "gratifikasi")
    office.docx("sk tim zona integritas.docx", "keputusan")
    office.pdf("I.4.1.2_Bukti lapor LHKPN_2023-03.pdf", "bukti")
    (office.root / "kosong.pdf").touch()
    report = archive.sync()
    real = {
        "search": shapes.search(archive.search("gratifikasi")),
        "gaps": shapes.gaps(archive.gaps(archive.today())),
        "documents": shapes.documents(archive.documents()),
        "inbox": shapes.inbox(archive.inbox(), archive.plan),
        "sync": shapes.sync(report),
        "status": shapes.status(archive.status()),
    }
    named = next(each for each in archive.documents() if each.placement.how is How.CODE)
    gaps = archive.gaps(archive.today())
    real["explain"] = explanation.as_json(explanation.explain(named, archive.text(named), gaps))
    real["agenda"] = agendas.as_json(agendas.agenda(gaps, archive.standing.decisions().person))
    real["perkembangan"] = progress_json(
        progress(gaps, archive.documents(), (), archive.seen.days(archive.documents(), archive.now()))
    )
    weak = Advising(archive).on(archive.today())
    real["advice"] = advices.as_json(
        archive.plan, weak.all, weak.pending, {each.id: each for each in archive.documents()}
    )
    real["score"] = lke.as_json(Scoring(archive).on(archive.today()))
    real["gaps"]["slots"] = [slot for slot in real["gaps"]["slots"] if slot["documents"]]
    assert {name: keys(value) for name, value in documented().items()} == {
        name: keys(value) for name, value in real.items()
    }


def test_every_command_is_explained() -> None:
    """Each command says what it does, in its help."""
    assert [name for name, command in cli.commands.items() if not command.help] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link and picture of a page exists."""
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_picture_is_shown_somewhere() -> None:
    """No picture lies in the documentation that none of its pages shows."""
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    shown = {name for text in texts for name in re.findall(r"screenshots/([\w-]+\.png)", text)}
    assert sorted(shown) == sorted(path.name for path in (ROOT / "docs" / "screenshots").iterdir())


@pytest.mark.parametrize("page", GUIDES, ids=called)
def test_the_guides_name_what_stands_on_the_pages(page: Path) -> None:
    """Every word in bold is a heading, link, button or state of the site, as it is written there."""
    sources = [*(ROOT / "web").rglob("*.html"), *(ROOT / "web").glob("*.py"), ROOT / "ziarchive" / "wording.py"]
    site = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    bold = re.findall(r"\*\*(.+?)\*\*", page.read_text(encoding="utf-8"), re.DOTALL)
    pieces = [piece.strip() for each in bold for piece in " ".join(each.split()).split("…")]
    assert len(pieces) > 5
    assert [piece for piece in pieces if not re.search(rf"\b{re.escape(piece)}\b", site)] == []


@pytest.mark.parametrize("page", [ROOT / "docs" / "admin.md", GUIDES[1]], ids=called)
def test_the_guides_name_real_commands(page: Path) -> None:
    """Every command of ours that a guide shows exists, with its options."""
    text = re.sub(r"(^|\s)#.*", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    asked = re.findall(r"(?:ziarchive|\$zi) (?:--home \S+ )?([a-z][\w-]*)([^\n`|&]*)", text)
    assert len(asked) > 2
    refuse_unreal(asked)


def test_the_pages_name_real_commands() -> None:
    """Every command that a page of the site shows to be copied exists, with its options."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "web" / "templates").glob("*.html"))
    asked = re.findall(r'(?:<code[^>]*>|")ziarchive ([a-z][\w-]*)([^"<\n]*)', text)
    assert len(asked) > 5
    refuse_unreal(asked)


def refuse_unreal(asked: list[tuple[str, str]]) -> None:
    """Fail for a command, with what stands behind it, that there is not."""
    for name, rest in asked:
        command, words = cli.commands[name], rest.split()
        if isinstance(command, click.Group):
            command = command.commands[words[0]]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("-")} <= known, f"{name}{rest}"


def test_the_readme_names_real_rooms() -> None:
    """Every module that the data path names exists."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").partition("## The data path")[2].partition("\n## ")[0]
    named = re.findall(r"`(\w+(?:\.py|/))`", text)
    assert len(named) > 15
    missing = [name for name in named if not any((ROOT / top / name).exists() for top in ("ziarchive", "."))]
    assert missing == []


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "archive" / "README.md", GUIDES[0]], ids=called)
def test_the_promised_names_are_read(page: Path, archive: Archive) -> None:
    """Every code and file name that the guides show is read as such."""
    text = page.read_text(encoding="utf-8")
    names = re.findall(r"[IV]+\.\d\.\d\.\d_[\w .-]+\.pdf", text)
    assert names
    reader = NameReader(archive.plan)
    assert all(reader.read(name).codes for name in names)


@pytest.mark.parametrize(
    "word",
    ["/work/", "shared/", "farm-", "pypi.org", "files.pythonhosted", "/root/"],
    ids=lambda word: word.strip("/"),
)
def test_nothing_of_a_workplace_is_named(word: str) -> None:
    """No file of the project names a machine's path or a registry host."""
    listed = subprocess.run(
        [shutil.which("git") or "git", "ls-files"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    texts = [ROOT / name for name in listed.splitlines() if Path(name).suffix in {".py", ".md", ".toml", ".lock", ""}]
    found = [path.name for path in texts if path.is_file() and word in path.read_text(encoding="utf-8")]
    assert [name for name in found if name != "test_docs.py"] == []
