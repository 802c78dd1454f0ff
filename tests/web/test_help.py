"""The help page: the guides as they stand in the documentation, and the checker of file names."""

import re
import tomllib
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.web.conftest import Site
from web import guides

ROOT = Path(__file__).parents[2]
NAME = "i-4-1-2 bukti lapor lhkpn Maret 2024.pdf"


def words(html: str) -> str:
    """Return what a person reads of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def picture(name: str) -> str:
    return f"/gambar/{name}"


@pytest.mark.parametrize("name", guides.FILES)
def test_a_guide_is_shown_whole(site: Site, name: str) -> None:
    """Every word of the documentation's file stands on the page, in its order."""
    plain = re.sub(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|^\d+\. ", "", guides.read(name), flags=re.MULTILINE)
    article = re.findall(
        rf'<article class="guide"[^>]* aria-labelledby="{name}"[^>]*>(.*?)</article>', site.page("/bantuan"), re.S
    )
    assert re.findall(r"\w+", words(article[0])) == re.findall(r"\w+", plain)


def test_every_anchor_leads_to_a_heading(site: Site) -> None:
    """Contents and links between the guides point at headings of the page, each of which is there once."""
    page = site.page("/bantuan")
    ids = re.findall(r'id="([^"]+)"', page)
    wanted = re.findall(r'href="#([^"]+)"', page)
    assert len(wanted) > 15 and set(wanted) <= set(ids) and len(ids) == len(set(ids))
    assert {"staf", "penilai", "staf-nama-berkas"} <= set(wanted)
    assert not re.findall(r'href="[^"]*\.md', page)


def test_headings_keep_their_order(site: Site) -> None:
    """The page has one first heading, and no level is left out below it."""
    levels = [int(level) for level in re.findall(r"<h(\d)", site.page("/bantuan"))]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_pictures_of_the_guides_are_there(site: Site) -> None:
    """Each picture is served as a PNG with words for those who cannot see it, and nothing beside the pictures is."""
    found = re.findall(r'<img src="(/bantuan/gambar/[^"]+)" alt="([^"]+)"', site.page("/bantuan"))
    assert found and all(words for _, words in found)
    for address, _ in found:
        with site.client.get(address) as answer:
            assert (answer.status_code, answer.mimetype, answer.data[:4]) == (200, "image/png", b"\x89PNG"), address
    for stranger in ("tidak-ada.png", "..%2Fadmin.md", "%2e%2e%2fpanduan-staf.md"):
        assert site.client.get(f"/bantuan/gambar/{stranger}").status_code == 404


def test_a_guide_cannot_bring_markup() -> None:
    """HTML in a guide is shown as text, and a link that runs a script is no link."""
    made = guides.guide("x", "# Judul\n\n<script>alert(1)</script>\n\n[a](javascript:alert)", picture).html
    assert "<script" not in made and "href" not in made


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[a](panduan-staf.md)", 'href="#staf"'),
        ("[a](panduan-staf.md#nama-berkas)", 'href="#staf-nama-berkas"'),
        ("[a](https://example.org/)", 'href="https://example.org/"'),
        ("![a](screenshots/b.png)", 'src="/gambar/b.png"'),
        ("## Apa, & bagaimana?", '<h3 id="x-apa--bagaimana">Apa, &amp; bagaimana?</h3>'),
        ("|a|\n|-|\n|b|", "<td>b</td>"),
    ],
    ids=["guide", "chapter", "elsewhere", "picture", "heading", "table"],
)
def test_markdown_is_led_to_this_site(written: str, shown: str) -> None:
    """Links between guides stay on the page, pictures come from the site, headings get anchors one level lower."""
    assert shown in guides.guide("x", f"# Judul\n\n{written}", picture).html


def test_an_installed_package_holds_the_guides() -> None:
    """The package takes guides and pictures along, from the folder where the documentation is."""
    setup = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    held = {file for pattern in setup["package-data"]["web.panduan"] for file in guides.FOLDER.glob(pattern)}
    assert {guides.FOLDER / file for file in guides.FILES.values()} < held
    assert setup["package-dir"] == {"web.panduan": "docs"} and "web.panduan" in setup["packages"]


def test_a_clear_name_is_explained(site: Site) -> None:
    """The checker tells reason, period, canonical name, requirement and folder of a name with a code."""
    said = words(site.page(f"/bantuan?nama={quote(NAME)}"))
    assert "langsung mendapat tempat" in said
    assert "kode I.4.1.2 di awal nama berkas" in said
    assert "Maret 2024 (dari nama berkas)" in said
    assert "I.4.1.2_bukti lapor lhkpn_2024-03.pdf" in said
    assert "I.4.1.2 Bukti lapor LHKPN" in said
    assert "2024/I Manajemen Perubahan/I.4 Perubahan Pola Pikir/I.4.1 Pimpinan berperan" in said


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2024/Rekap LHKPN pegawai Maret.pdf", "Mungkin I.4.1.2 Bukti lapor LHKPN kemiripan"),
        ("scan0001.pdf", "Saran Tidak ada."),
        ("I.4.1.2_Bukti_2024-13.pdf", "bulan 13 tidak ada"),
        (r'"Z:\arsip\2024\II Penataan Tata Laksana\I.4.1.2_Bukti_2024.pdf"', "foldernya menunjuk II"),
        ("I.9.9.9_x.pdf", "kode I.9.9.9 tidak ada dalam rencana"),
        ("x" * 300, "terdiri atas 300 karakter"),
        ("<script>alert(1)</script>.pdf", "<script>alert(1)</script>.pdf"),
        ("a\u202efdp.exe", "a\ufffdfdp.exe"),
    ],
    ids=["suggested", "nothing", "month", "conflict", "unknown", "long", "markup", "turned"],
)
def test_a_doubtful_name_is_explained(site: Site, name: str, told: str) -> None:
    """A name that is not clear is answered with what is wrong or likely, as text."""
    page = site.page(f"/bantuan?nama={quote(name)}")
    assert told in words(page)
    assert "<script>alert" not in page


def test_the_answer_comes_alone_for_a_page_that_is_open(site: Site) -> None:
    """The part that is shown while one types says what the page says, without the page around it."""
    alone = site.page(f"/bantuan/nama?nama={quote(NAME)}")
    assert words(alone) in words(site.page(f"/bantuan?nama={quote(NAME)}"))
    assert "<html" not in alone and "<h1" not in alone
    assert words(site.page("/bantuan/nama?nama=")) == ""
