"""The documentation agrees with the code."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

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


def test_the_readme_names_real_rooms() -> None:
    """Every module that the data path names exists."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").partition("## The data path")[2].partition("\n## ")[0]
    named = re.findall(r"`(\w+(?:\.py|/))`", text)
    assert len(named) > 15
    missing = [name for name in named if not any((ROOT / top / name).exists() for top in ("ziarchive", "."))]
    assert missing == []


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "archive" / "README.md"], ids=["README", "archive/README"])
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
