"""The site in English: the switch, what is told, and that no text is left without its English."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from jinja2 import Environment, nodes

import catalogues
from tests.web.conftest import Site
from tests.web.people import NAMES, populate, visitor
from web.told import HOLE, Teller
from ziarchive.decisions import Role
from ziarchive.scoring import Scoring

TEMPLATES = sorted((Path(catalogues.ROOT) / "web" / "templates").glob("*.html"))
PAGES = (
    "/", "/dasbor", "/cari", "/cari?q=tim&area=I", "/cari?q=zzz+tahun:x", "/dokumen", "/kotak-masuk", "/status",
    "/cari?q=1.iv.c", "/cari?q=tim+or+kerja+l?p+area:IX+judul:a*b+x+renc*+y", "/cari?q=a/b+judul:a+b+nama:c*+d",
    "/cari?q=jeins:SK+tahun:2023..+tanggal:2024-13+lke:x+kode:6.ii.h+zona\"", "/agenda?pada=2024-07-10",
    "/perkembangan?pada=2024-07-10", "/nilai?pada=2024-07-10", "/saran-mutu", "/penilaian", "/penilaian/I.1.1.1",
    "/bukti/I.1.1.1", "/putaran", "/tim", "/riwayat", "/bantuan", "/tidak-ada", "/laporan", "/pengaturan", "/akun",
    "/riwayat/akses", "/?pada=x&area=VIII", "/bantuan/nama?nama=foto rapat.pdf",
    "/bantuan/nama?nama=I.4.1.2_Bukti lapor_2024-03.pdf",
)  # fmt: skip
READ = ("aria-label", "title", "placeholder", "alt", "data-copy", "data-label")
"""Attributes that people read or hear."""
SAID_AS_IT_IS = re.compile(r"ziarchive|JSON|CSV|SHA-256|Shift\+N|N|light dark|ziarchive plan .*")
INDONESIAN = re.compile(
    r"\b(yang|dan|tidak|belum|untuk|dari|dengan|berkas|bukti|ini|pada|oleh|atau|akan|sudah|hari|lalu|bulan|tahun|"
    r"sampai|dapat|ada|nama|isi|juga|bila|halaman|semua|setiap|lagi|terlambat|terpenuhi|perlu|detik|menit|batas|butir)\b(?!:)",
    re.IGNORECASE,
)
KINDS = ("Notulen",)
"""Kinds of evidence, which are words of the plan."""


class Read(HTMLParser):
    """What a page says: its texts and the attributes that are read; not code, names of files, or what is Indonesian."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("code", "kbd", "bdi", "script", "style") or given.get("lang") == "id" or self._silent[-1:] == [tag]:
            self._silent.append(tag)
        if not self._silent:
            self.said += [value for name in READ if (value := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        if self._silent[-1:] == [tag]:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._silent:
            self.said.append(" ".join(data.split()))


def switch(site: Site, language: str = "en", after: str = "/tim", to: str = "/tim") -> None:
    found = re.search(r'name="csrf_token" value="([^"]+)"', site.page("/status"))
    sent = {"csrf_token": found[1] if found else "", "bahasa": language, "lanjut": after}
    assert site.client.post("/bahasa", data=sent).headers["Location"] == to


def test_the_switch_is_remembered(site: Site) -> None:
    """Pages begin in Indonesian, whatever the browser asks for; the switch turns them to English and back."""
    plain = site.client.get("/tim", headers={"Accept-Language": "en"}).text
    assert '<html lang="id"' in plain and "Penanggung jawab" in plain and ">English</button>" in plain
    switch(site)
    english = site.page("/tim")
    assert '<html lang="en"' in english and "Person in charge" in english and ">Bahasa Indonesia</button>" in english
    switch(site, "xx")
    assert '<html lang="id"' in site.page("/tim")


@pytest.mark.parametrize("address", ["https://jahat.example/", "//jahat.example", "/\\jahat.example", ""])
def test_the_switch_leads_nowhere_else(site: Site, address: str) -> None:
    """An address of another site is not followed."""
    switch(site, after=address, to="/")


def test_the_language_outlives_login_and_logout(home: Path, visit: Callable[..., Site], tmp_path: Path) -> None:
    """Who turned the way in to English reads all in English, until the switch is used again."""
    site = visit(tmp_path)
    populate(site.archive)
    guest = visitor(site.archive)
    guest.send("/bahasa", "/masuk", bahasa="en")
    assert "Password" in guest.client.get("/masuk").text
    guest.login(NAMES[Role.SECRETARY])
    assert "Log out" in guest.client.get("/tim").text
    guest.send("/keluar")
    assert "Password" in guest.client.get("/masuk").text


def test_only_pages_are_english(site: Site) -> None:
    """JSON, tables and papers are the same in both languages; what a wrong login is told follows the language."""
    addresses = ("/kesenjangan.json?pada=2024-07-10", "/kesenjangan.csv?pada=2024-07-10", "/status.json", "/agenda.txt")
    before = [site.page(address) for address in addresses]
    switch(site)
    assert [site.page(address) for address in addresses] == before
    assert "Page not found" in site.page("/tidak-ada", 404)


@pytest.mark.parametrize("domain", catalogues.DOMAINS)
def test_every_text_has_its_english(domain: str) -> None:
    """The catalogue holds exactly the texts of the files, each with English that has the same holes."""
    catalogue = catalogues.stored(catalogues.ENGLISH / f"{domain}.po")
    kept = {_key(message) for message in catalogue if message.id}
    found = {text if isinstance(text, str) else tuple(text) for text in texts_of(domain)}
    assert kept ^ {*found} == set(), "run: python3 dev.py words"
    assert [message.id for message in catalogue if message.id and not catalogues.said(message.string)] == []
    assert [message.id for message in catalogue if message.id and (message.fuzzy or _holes_differ(message))] == []
    assert not catalogue.obsolete


def texts_of(domain: str) -> Iterator[str | tuple[str, ...]]:
    return catalogues.site() if domain == "messages" else catalogues.core()


@pytest.mark.parametrize("domain", catalogues.DOMAINS)
def test_what_is_compiled_is_what_is_written(domain: str) -> None:
    """The compiled catalogue is that of the texts."""
    file = catalogues.ENGLISH / f"{domain}.po"
    assert catalogues.compiled(catalogues.stored(file)) == file.with_suffix(".mo").read_bytes(), "dev.py words"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_speaks_without_the_catalogue(path: Path) -> None:
    """Every text of a template, and every attribute that is read, goes through gettext."""
    source = path.read_text(encoding="utf-8")
    bare = [text for text in Read(_without_jinja(source)).said if _is_said(text)]
    assert [*bare, *_bare_strings(source)] == []


def test_bare_texts_are_seen() -> None:
    """The rule above finds a text, an attribute, and a string that is handed on."""
    source = '<p title="Judul">Teks {{ _("Sudah") }}</p>{{ copyable("Nama berkas", x) }}{% trans %}Sudah{% endtrans %}'
    assert Read(_without_jinja(source)).said[:2] == ["Judul", "Teks \x00"]
    assert [*_bare_strings(source)] == ["Nama berkas"]


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_english_throughout(site: Site, address: str) -> None:
    """But for the words of plan and files, no Indonesian is left on a page."""
    switch(site)
    score = Scoring(site.archive).on(site.archive.today())
    paths = (each.path.rpartition("/")[2] for each in site.archive.documents())
    data = sorted({*_strings(site.archive.plan), *_strings(score), *paths, *KINDS}, key=len, reverse=True)
    left = []
    answer = site.client.get(address)
    assert answer.status_code == (404 if address == "/tidak-ada" else 200)
    for text in Read(answer.text).said:
        rest = text
        for each in data:
            rest = rest.replace(each, "") if len(each) > 3 else rest
        left += [text] if INDONESIAN.search(rest) else []
    assert left == []


TELLER = Teller(
    {
        "Terlambat": "Overdue",
        "Juli": "July",
        "terbaca": "read",
        "frasa «%(text)s»": "phrase «%(text)s»",
        "mencabut tautan %(name)s": "unlinked %(name)s",
        "lewat %(number)s hari": "%(number)s days overdue",
        "%(len)s berkas dari %(all)s ditempatkan": "%(len)s [file is|files are] placed of %(all)s [file|files]",
        "nama «%(name)s» dari %(day)s": "name «%(name)s» of %(day)s",
        "%(done)s dari %(total)s": "%(done)s of %(total)s",
    }.items()
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Terlambat", "Overdue"),
        ("Terbaca.", "Read."),
        ("terlambat", "overdue"),
        ("15 Juli 2024 pukul 08.30", "15 July 2024, 08:30"),
        ("12.345", "12,345"),
        ("43,5 %", "43.5 %"),
        ("12,4 MB", "12.4 MB"),
        ("lewat 1.012 hari", "1,012 days overdue"),
        ("nama «Juli» dari 1 Juli 2024", "name «Juli» of 1 July 2024"),
        ("terbaca; lewat 2 hari", "read; 2 days overdue"),
        ("frasa «a»; frasa «Juli»", "phrase «a»; phrase «Juli»"),
        ("1 berkas dari 21 ditempatkan", "1 file is placed of 21 files"),
        ("2 berkas dari 1 ditempatkan", "2 files are placed of 1 file"),
        ("mencabut tautan [a|b]", "unlinked [a|b]"),
        ("Terlambat; terbaca.pdf", "Terlambat; terbaca.pdf"),
        ("mencabut tautan surat masuk.docx", "unlinked surat masuk.docx"),
        ("Rapat bulanan", "Rapat bulanan"),
        ("", ""),
    ],
)
def test_what_the_archive_says_is_told(text: str, said: str) -> None:
    """Phrases, days, figures and filled patterns are said in English; names and quoted words stay."""
    assert TELLER.say(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kata «zona» «integritas» (juga «ZI», «wbk»)", "word «zona» «integritas» (also «ZI», «wbk»)"),
        ("kata «lapor» (juga «pelaporan»)", "word «lapor» (also «pelaporan»)"),
        (
            "Rapat 6 Februari 2024: ada «Notulen rapat.docx», belum ada undangan dan daftar hadir. "
            "Unggah undangan dan daftar hadir rapat yang sama.",
            "Meeting 6 February 2024: there is «Notulen rapat.docx», but no invitation and attendance list yet. "
            "Upload the invitation and attendance list of the same meeting.",
        ),
        ("1 byte", "1 byte"),
        ("512 byte", "512 bytes"),
        (
            "Nama berkas berakhiran .pdf, tetapi isinya dokumen Word.",
            "The file name ends in .pdf, but its content is a Word document.",
        ),
    ],
)
def test_the_catalogue_tells_what_is_put_together(text: str, said: str) -> None:
    """Sentences that may stand alone or after another are said whole."""
    stored = catalogues.stored(catalogues.ENGLISH / "core.po")
    teller = Teller((str(each.id), str(each.string)) for each in stored if each.id)
    assert teller.say(text) == said


@pytest.mark.parametrize("part", ["aa; bb (cc) dd: ", "a. ", "! ", "15 dari "])
def test_words_of_very_many_parts_stay_as_they_are(part: str) -> None:
    """What somebody wrote as an endless list is shown as it is, and shuts nobody out of the page."""
    text = (part * 1000)[:2000].strip()
    assert TELLER.say(text) == text


def _key(message: Message) -> str | tuple[str, ...]:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def _holes_differ(message: Message) -> bool:
    texts = [message.id] if isinstance(message.id, str) else [*message.id]
    said = [message.string] if isinstance(message.string, str) else [*message.string]
    return len({frozenset(HOLE.findall(text)) for text in (*texts, *said)}) > 1


def _without_jinja(source: str) -> str:
    """Return a template as HTML in which a sign stands for what is computed; what `trans` holds is left out."""
    made, wrapped, inside = "", False, ""
    for _, kind, value in Environment(autoescape=True).lex(source):
        if kind == "variable_begin":
            inside, made = "variable", made + "\0"
        elif kind == "block_begin":
            inside = "block"
        elif kind in ("variable_end", "block_end"):
            inside = ""
        elif inside == "block" and kind == "name" and value in ("trans", "endtrans"):
            wrapped = value == "trans"
        elif kind == "data" and not wrapped:
            made += value
    return made


def _is_said(text: str) -> bool:
    words = re.sub(r"#\w+|[\0\s.,:;()/·%]+", " ", text).strip()
    return bool(re.search(r"[A-Za-z]", words)) and not SAID_AS_IT_IS.fullmatch(words)


def _bare_strings(source: str) -> Iterator[str]:
    """Return the strings within Jinja that people read and no gettext sees."""
    tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(source)
    wrapped = {
        id(each)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in ("_", "gettext", "ngettext")
        for each in call.find_all(nodes.Const)
    }
    for each in tree.find_all(nodes.Const):
        if not isinstance(each.value, str) or id(each) in wrapped or SAID_AS_IT_IS.fullmatch(each.value):
            continue
        if re.search(r"[a-z]{2}.* .*[a-z]|^[A-Z][a-z]{2}", each.value):
            yield each.value


def _strings(thing: object) -> Iterator[str]:
    """Return the texts of a plan."""
    if isinstance(thing, str):
        yield " ".join(thing.split())
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _strings(each)
    elif slots := getattr(thing, "__slots__", ()):
        for name in slots:
            yield from _strings(getattr(thing, name))
