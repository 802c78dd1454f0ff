"""No address, and no link in the archive, leads to a file outside it."""

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.web.conftest import Site
from tests.web.security.conftest import NOW, read
from tests.web.security.routes import STREAMS
from web import create_app
from ziarchive import folder
from ziarchive.archive import Archive
from ziarchive.folder import NotRead
from ziarchive.settings import Settings

SECRET = "rahasia di luar arsip"  # noqa: S105  # the content of a scratch file
WAYS = (
    "../ziarchive.toml", "..%2fziarchive.toml", "%2e%2e%2fziarchive.toml", "%252e%252e%252fziarchive.toml",
    "..\\ziarchive.toml", "..%5cziarchive.toml", "/etc/passwd", "%2fetc%2fpasswd", "//etc/passwd",
    "C:%5cWindows%5cwin.ini",
    "%5c%5cserver%5cbagian", "%00", "x%00.pdf", "....//ziarchive.toml", "%c0%ae%c0%ae%2fziarchive.toml",
    "file:%2f%2f%2fetc%2fpasswd",
    "index%2fsession.key", "..%2fpeople.json", "%ff", "%0d%0aX-Sisipan:%201", "CON", "aux.png", "0" * 5000,
)  # fmt: skip
"""What is put where an address names something."""
ASKED = ("lanjut", "berkas", "nama", "kode", "q", "halaman", "komponen", "area", "teks", "jenis", "id", "pada", "tema")
"""Names of what is asked behind a question mark."""
TELLTALE = (SECRET, "root:x:", '127.0.0.1"', "scrypt:")
posix_only = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    home = tmp_path_factory.mktemp("jalan")
    (home / "ziarchive.toml").write_text('[web]\nhost = "127.0.0.1"\n')
    (home / "people.json").write_text("{}")
    (home / "rahasia.txt").write_text(SECRET)
    (home / "archive").mkdir()
    (home / "archive" / "I.1.1.1_SK_2024-01.txt").write_text("isi")
    read(home)
    with Archive(Settings(home, executor="inline"), lambda: NOW) as opened:
        opened.search("isi")
        yield opened


@pytest.fixture(scope="module")
def app(archive: Archive) -> Flask:
    return create_app(archive)


def addresses(app: Flask, way: str) -> Iterator[str]:
    """Yield every address with an argument, and the way in its place."""
    for rule in app.url_map.iter_rules():
        if rule.arguments and "GET" in (rule.methods or ()) and rule.endpoint not in STREAMS:
            place = rule.rule
            for name in rule.arguments:
                before, _, rest = place.partition("<")
                place = before + way + rest.partition(">")[2]
                assert name
            yield place


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way[:30])
def test_no_address_leads_out(app: Flask, way: str) -> None:
    """Whatever stands for an id, a code, a name or a number: nothing is found, and nothing is told of other files."""
    client = app.test_client()
    for address in addresses(app, way):
        answer = client.get(address)
        assert answer.status_code in (301, 302, 308, 400, 404, 405), address
        assert not any(word in answer.text for word in TELLTALE), address
        assert "X-Sisipan" not in answer.headers
        answer.close()


def test_no_question_leads_out(app: Flask) -> None:
    """The same holds for what follows the question mark, on every page without arguments."""
    client = app.test_client()
    asked = "&".join(f"{name}=..%2f..%2fetc%2fpasswd%00" for name in ASKED)
    for rule in app.url_map.iter_rules():
        if not rule.arguments and "GET" in (rule.methods or ()) and rule.endpoint not in STREAMS:
            answer = client.get(f"{rule.rule}?{asked}")
            assert answer.status_code < 500, rule
            assert not any(word.encode() in answer.data for word in TELLTALE), rule
            answer.close()


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "luar"
    folder.mkdir()
    (folder / "I.1.1.1_rahasia_2024-01.txt").write_text(SECRET)
    return folder


@posix_only
def test_links_in_the_archive_are_not_followed(visit: Callable[..., Site], tmp_path: Path, outside: Path) -> None:
    """A link to a file, a folder, the root or itself is refused, listed, and none of its content is taken in."""
    home = tmp_path / "kantor"
    root = home / "archive"
    root.mkdir(parents=True)
    (root / "berkas.txt").symlink_to(outside / "I.1.1.1_rahasia_2024-01.txt")
    (root / "folder").symlink_to(outside)
    (root / "akar").symlink_to("/")
    (root / "diri").symlink_to("diri")
    (root / "atas").symlink_to("..")
    (root / "biasa.txt").write_text("isi")
    site = visit(home, NOW)
    site.archive.sync()
    assert [each.path for each in site.archive.documents()] == ["biasa.txt"]
    assert site.archive.search("rahasia").total == 0
    assert {each.path for each in site.archive.status().rejected} == {"akar", "atas", "berkas.txt", "diri", "folder"}


@posix_only
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_swap_before_the_look_is_refused(
    visit: Callable[..., Site], tmp_path: Path, outside: Path, what: str
) -> None:
    """A known file, or the folder that holds it, that became a link since is not served."""
    home = tmp_path / "kantor"
    place = home / "archive" / "2024"
    place.mkdir(parents=True)
    (place / "I.1.1.1_rahasia_2024-01.txt").write_text("isi")
    site = visit(home, NOW)
    site.archive.sync()
    if what == "file":
        (place / "I.1.1.1_rahasia_2024-01.txt").unlink()
        (place / "I.1.1.1_rahasia_2024-01.txt").symlink_to(outside / "I.1.1.1_rahasia_2024-01.txt")
    else:
        place.rename(home / "dulu")
        place.symlink_to(outside)
    answer = site.client.get(f"/dokumen/{site.archive.documents()[0].id}/berkas")
    assert (answer.status_code, SECRET in answer.text) == (404, False)


@posix_only
def test_a_swap_between_look_and_opening_gains_nothing(tmp_path: Path, outside: Path) -> None:
    """While somebody keeps swapping a folder for a link, only the archive's own file is ever opened and hashed."""
    root = tmp_path / "archive"
    (root / "a").mkdir(parents=True)
    (root / "a" / "I.1.1.1_rahasia_2024-01.txt").write_text("isi")
    done = threading.Event()
    swapping = threading.Thread(target=_swap, args=(root, outside, done))
    swapping.start()
    got = []
    try:
        for _ in range(3000):
            try:
                with folder.opened(root, "a/I.1.1.1_rahasia_2024-01.txt") as stream:
                    got.append(hashlib.sha256(stream.read()).hexdigest())
                got.append(folder.fingerprint(root, "a/I.1.1.1_rahasia_2024-01.txt").sha256)
            except NotRead:
                continue
    finally:
        done.set()
        swapping.join()
    assert set(got) <= {hashlib.sha256(b"isi").hexdigest()}


def _swap(root: Path, outside: Path, done: threading.Event) -> None:
    real, link = root / "b", root / "c"
    link.symlink_to(outside)
    while not done.is_set():
        (root / "a").rename(real)
        link.rename(root / "a")
        (root / "a").rename(link)
        real.rename(root / "a")


def test_what_is_opened_is_what_was_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is exchanged at the worst moment is told to have changed, and is closed again."""
    root = tmp_path / "archive"
    root.mkdir()
    file = root / "a.txt"
    file.write_text("isi")
    real = folder._opened

    def exchanged(root: Path, path: str) -> object:
        stream = real(root, path)
        file.rename(tmp_path / "lama.txt")
        file.write_text("baru")
        return stream

    monkeypatch.setattr(folder, "_opened", exchanged)
    with pytest.raises(folder.Unsettled):
        folder.opened(root, "a.txt")
