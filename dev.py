"""Everything a person does with a checkout: `python3 dev.py run | test | demo | bench | words | vendor | lock`.

Standard library only. Each environment is made once from its hash-pinned lock and made again
when the lock, the package metadata, the Python or the place of the checkout changes.
"""

import ast
import hashlib
import importlib.util
import os
import re
import signal
import struct
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "requirements-test.lock"}
WORDS = ROOT / "ziarchive" / "cli" / "locale" / "id" / "LC_MESSAGES" / "messages.po"
INSTALL = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
SCRIPTS, PYTHON = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
USAGE = """usage: python3 dev.py COMMAND [ARGUMENTS]

  run    start ziarchive on this folder (arguments go to `ziarchive run`)
  test   lint, type check and test on every core (arguments go to pytest)
  demo   start ziarchive on a scratch folder with about 120 sample documents
  bench  measure speed beside a naive loop (arguments go to the bench)
  words  renew the words of site and command line, after a text or a .po file changed
  vendor fetch the pinned files of others that web/ and tests/ carry (needs npm)
  lock   renew the hash-pinned requirement locks"""


def main(arguments: list[str]) -> int:
    commands = {each.__name__: each for each in (run, test, demo, bench, words, vendor, lock)}
    if sys.version_info < (3, 11):  # noqa: UP036  # this file starts on whatever Python is there
        print(f"ziarchive needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 3
    if not arguments or arguments[0] not in commands:
        print(USAGE)
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        return commands[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    return call(environment("run"), "-m", "ziarchive", "--home", str(ROOT), "run", *arguments)


def test(arguments: list[str]) -> int:
    python = environment("test")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or every program that a test starts compiles all of it again
    # One more at a time than there are processors: many tests wait for a browser, a server or a worker.
    tests = ("pytest", "-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal", *arguments)
    checks = [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), tests]
    return max(call(python, "-m", *check) for check in checks)


def demo(arguments: list[str]) -> int:
    python = environment("test")
    if {"-h", "--help"} & set(arguments):
        return call(python, "-m", "ziarchive", "run", "--help")
    with tempfile.TemporaryDirectory(prefix="ziarchive-demo-", ignore_cleanup_errors=True) as home:
        return call(python, "-m", "samples", home) or call(python, "-m", "ziarchive", "--home", home, "run", *arguments)


def bench(arguments: list[str]) -> int:
    return call(environment("test"), "-m", "bench", *arguments)


def words(_: list[str]) -> int:
    """Compile them here, once: an installer has no compiler for them."""
    WORDS.with_suffix(".mo").write_bytes(compiled(WORDS.read_text(encoding="utf-8")))
    return call(environment("test"), "-m", "catalogues")


def compiled(catalogue: str) -> bytes:
    """Return a .po file, one line a text and a blank line between entries, in gettext's binary form."""
    texts: dict[bytes, bytes] = {}
    for entry in catalogue.strip().split("\n\n"):
        pairs = re.findall(r'^(msg\w+)(?:\[0\])? (".*")$', entry, re.MULTILINE)
        said = {name: ast.literal_eval(text).encode() for name, text in pairs}
        key = [said[name] for name in ("msgid", "msgid_plural") if name in said]
        texts[b"\0".join(key)] = said["msgstr"]
    keys = sorted(texts)
    start = 28 + 16 * len(keys)
    tables, body = [b"", b""], b""
    for number, column in enumerate((keys, [texts[key] for key in keys])):
        for text in column:
            tables[number] += struct.pack("<II", len(text), start + len(body))
            body += text + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0)
    return header + tables[0] + tables[1] + body


def vendor(_: list[str]) -> int:
    return call(Path(sys.executable), "-m", "vendoring")


def lock(_: list[str]) -> int:
    """Compile both locks for every system at once; `uv` only makes them, nothing else needs it."""
    tool = ROOT / ".venv-lock"
    python = tool / SCRIPTS / PYTHON
    if not python.exists():
        make(tool)
        subprocess.check_call([python, *INSTALL, "uv"])
    options = "--universal --generate-hashes --upgrade --no-header --no-annotate --no-emit-index-url --quiet"
    compile_ = ["-m", "uv", "pip", "compile", "pyproject.toml", *options.split(), "--python-version", "3.11"]
    extras = {"run": ["--extra", "build"], "test": ["--extra", "build", "--extra", "ocr", "--extra", "test"]}
    return max(call(python, *compile_, *extras[name], "-o", str(LOCKS[name])) for name in LOCKS)


def environment(name: str) -> Path:
    """Return the Python of an up-to-date environment, making it when needed."""
    folder = ROOT / f".venv-{name}"
    python, stamp = folder / SCRIPTS / PYTHON, folder / "ready"
    files = LOCKS[name].read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    wanted = hashlib.sha256(files + sys.version.encode() + bytes(ROOT)).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print(f"Preparing {folder.name} (once; needs the network) …", flush=True)
    make(folder)
    subprocess.check_call([python, *INSTALL, "--require-hashes", "-r", LOCKS[name]])
    subprocess.check_call([python, *INSTALL, "--no-deps", "--no-build-isolation", "--editable", ROOT])
    stamp.write_text(wanted, encoding="utf-8")
    return python


def make(folder: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise SystemExit(f"This Python cannot make environments. On Debian or Ubuntu: apt install python{version}-venv")
    venv.EnvBuilder(with_pip=True, clear=True).create(folder)


def call(python: Path, *arguments: str) -> int:
    """Run to the end; whoever stops this program stops that one first, so that nothing is left behind."""
    process = subprocess.Popen([python, *arguments], cwd=ROOT)
    try:
        return process.wait()
    except SystemExit:
        process.terminate()
        raise
    finally:
        process.wait()  # Ctrl-C reached both


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
