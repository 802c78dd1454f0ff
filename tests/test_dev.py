"""dev.py and what it installs from."""

import gettext
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import psutil
import pytest

import dev

ROOT = Path(__file__).parent.parent
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-test.lock"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_host_and_pins_every_hash(lock: Path) -> None:
    """A lock holds no address, and every package in it has an exact version and hashes."""
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    packages = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(packages) > 20
    assert [each for each in packages if not re.match(r"[\w.-]+==[^ ]+ ", each) or "--hash=sha256:" not in each] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_is_for_every_system(lock: Path) -> None:
    """A compiled package is pinned with the hashes of all its systems' wheels, so one file serves Windows and Linux."""
    text = lock.read_text(encoding="utf-8")
    for package in ("lxml", "pypdfium2", "sqlalchemy"):
        block = re.search(rf"^{package}==[^\n]*\n((?:    --hash[^\n]*\n)+)", text, re.MULTILINE)
        assert block
        assert block[1].count("--hash") > 10, package


def test_what_only_windows_needs_is_marked() -> None:
    """A package that only one system needs stands in the lock with a marker."""
    assert re.search(r"^colorama==.* ; sys_platform == 'win32'", LOCKS[1].read_text(encoding="utf-8"), re.MULTILINE)


def test_the_locks_hold_what_the_package_needs() -> None:
    """Each dependency that the package declares is pinned in its lock, within the declared range."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for needed, lock in (
        (project["dependencies"], LOCKS[0]),
        (project["dependencies"] + project["optional-dependencies"]["test"], LOCKS[1]),
    ):
        pinned = set(re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE))
        assert {re.split(r"[\[>=]", each)[0].lower() for each in needed} <= pinned


def test_asked_for_packages_are_used() -> None:
    """The packages that the user asked for are dependencies, whoosh at exactly 2.7.4."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = " ".join(project["dependencies"] + project["optional-dependencies"]["test"])
    for name in ("watchdog", "pypdf", "python-docx", "flask", "pytest", "whoosh==2.7.4"):
        assert name in text


def test_usage_is_shown() -> None:
    """Without a command the usage is printed and the exit code says so; with --help it is fine."""
    for arguments, code in (([], 2), (["--help"], 0), (["dance"], 2)):
        outcome = subprocess.run(
            [sys.executable, "dev.py", *arguments], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
        )
        assert (outcome.returncode, "demo" in outcome.stdout) == (code, True)


def test_a_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On a Debian Python without ensurepip the error names the package to install."""
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match=rf"apt install python3\.{sys.version_info.minor}-venv"):
        dev.make(tmp_path / "env")


def test_it_is_short_and_needs_nothing() -> None:
    """dev.py imports the standard library only."""
    text = (ROOT / "dev.py").read_text(encoding="utf-8")
    imported = set(re.findall(r"^(?:import|from) (\w+)", text, re.MULTILINE))
    assert imported <= sys.stdlib_module_names
    assert len(text.splitlines()) < 160


STUB = """#!{python}
import pathlib, signal, sys
with pathlib.Path({told!r}).open("a") as stream:
    print(*sys.argv[1:], file=stream)
if "run" in sys.argv and "--help" not in sys.argv:
    signal.pause()
"""
DEMO = (  # where the tests run in the background, a shell has turned Ctrl-C off for them
    "import dev, pathlib, signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "dev.environment = lambda name: pathlib.Path({stub!r}); sys.exit(dev.main({arguments}))"
)


@contextmanager
def demo(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Run `dev.py demo` with a stand-in for Python; yields the process and the file that the stand-in writes to."""
    stub, told = folder / "python", folder / "told"
    stub.write_text(STUB.format(python=sys.executable, told=str(told)))
    stub.chmod(0o755)
    script = DEMO.format(stub=str(stub), arguments=["demo", *arguments])
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT) as process:
        yield process, told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=["TERM", "INT"])
def test_a_stopped_demo_leaves_nothing_behind(
    tmp_path: Path, wait_until: Callable[..., None], number: signal.Signals, code: int
) -> None:
    """Whatever stops the demo stops its server too, and removes the scratch folder."""
    with demo(tmp_path, "--port", "0") as (process, told):
        wait_until(lambda: told.exists() and "run --port 0" in told.read_text())
        home = Path(told.read_text().split()[-4])
        (server,) = psutil.Process(process.pid).children()
        assert home.is_dir()
        for each in (process, server) if number is signal.SIGINT else (process,):  # a terminal tells both
            each.send_signal(number)
        assert process.wait(20) == code
    assert not server.is_running()
    assert not home.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line")
def test_help_for_the_demo_makes_no_office(tmp_path: Path) -> None:
    """`demo --help` shows the arguments of `run`, and no sample is made."""
    with demo(tmp_path, "--help") as (process, told):
        assert process.wait(20) == 0
    assert told.read_text() == "-m ziarchive run --help\n"


def test_compiled_words_are_read_by_gettext() -> None:
    """Plain texts, texts with a plural, and signs outside ASCII come back as they were written."""
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=1; plural=0;\\n"'
    plural = 'msgid "{n} file"\nmsgid_plural "{n} files"\nmsgstr[0] "«{n}» berkas"'
    catalogue = "\n\n".join(["# catatan\n" + header, 'msgid "a\\tb"\nmsgstr "c\\td"', plural])
    found = gettext.GNUTranslations(BytesIO(dev.compiled(catalogue)))
    assert (found.gettext("a\tb"), found.gettext("lain")) == ("c\td", "lain")
    assert [found.ngettext("{n} file", "{n} files", number) for number in (1, 3)] == ["«{n}» berkas"] * 2


def test_every_package_is_shipped() -> None:
    """The explicit list names each package of the program and the site."""
    setuptools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    found = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for top in ("ziarchive", "web")
        for path in (ROOT / top).rglob("__init__.py")
    }
    assert set(setuptools["packages"]) == found | set(setuptools["package-dir"])
