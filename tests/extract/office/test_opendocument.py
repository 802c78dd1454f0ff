"""OpenDocument texts and slides give their words in reading order, page by page."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.extract.contract import ExtractorContract
from tests.extract.made import convert
from tests.extract.office.test_slides import make as make_slides
from ziarchive.extract import bounds
from ziarchive.extract.office import opendocument
from ziarchive.model import ReadState
from ziarchive.ports import Extracted

URNS = {
    "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "meta": "meta",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible", "presentation": "presentation", "manifest": "manifest",
}  # fmt: skip
NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"' for name, urn in URNS.items())
NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


@pytest.fixture(scope="session")
def odp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odp")
    return convert(folder, make_slides(folder / "paparan.pptx"), "odp")


class TestOdt(ExtractorContract):
    """Texts made by LibreOffice."""

    extractor = staticmethod(opendocument.extract)
    words = ("Notulen Rapat", "lampiran")

    @pytest.fixture
    def sample(self, odt: Path, tmp_path: Path) -> Path:
        (tmp_path / odt.name).write_bytes(odt.read_bytes())
        return tmp_path / odt.name


class TestOdp(ExtractorContract):
    """Presentations made by LibreOffice."""

    extractor = staticmethod(opendocument.extract)
    words = ("Rapat Evaluasi", "Siti", "cadangan")

    @pytest.fixture
    def sample(self, odp: Path, tmp_path: Path) -> Path:
        (tmp_path / odp.name).write_bytes(odp.read_bytes())
        return tmp_path / odp.name


def test_reads_slides_with_notes(odp: Path) -> None:
    """One page a slide, its notes included; hidden slides are flagged."""
    found = opendocument.extract(odp)
    assert found.pages[0] == "Rapat Evaluasi\nbutir satu\nbutir dua\ncatatan pembicara\n\n"
    assert found.pages[1].startswith("No\tNama\n\tSiti\ndalam grup\n")
    assert (found.labels, found.flags) == (("Salindia 1", "Salindia 2", "Salindia 3"), ("hidden",))
    assert (found.title, found.media_type) == ("Paparan", "application/vnd.oasis.opendocument.presentation")


def read(folder: Path, body: str, **parts: str) -> Extracted:
    with zipfile.ZipFile(folder / "a.odt", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("content.xml", f"<office:document-content {NAMES}>{body}</office:document-content>")
        for name, content in parts.items():
            file.writestr(name, content)
    return opendocument.extract(folder / "a.odt")


P = "<text:p>{}</text:p>"
STYLES = (
    '<office:automatic-styles><style:style style:name="baru"><style:paragraph-properties fo:break-before="page"/>'
    '</style:style><style:style style:name="akhir"><style:paragraph-properties fo:break-after="page"/></style:style>'
    "</office:automatic-styles>"
)
BODIES = {
    "headings and lists": (
        "<text:h>Bab I</text:h><text:list><text:list-item><text:p>satu</text:p></text:list-item></text:list>",
        "Bab I\nsatu\n",
    ),
    "spans, spaces and breaks": (
        P.format('a<text:s text:c="3"/>b<text:tab/>c<text:span>d</text:span>e<text:line-break/>f<text:s/>g'),
        "a   b\tcde\nf g\n",
    ),
    "spaces beyond sense": (P.format('a<text:s text:c="x"/>b'), "a b\n"),
    "a table with an empty cell": (
        "<table:table><table:table-row><table:table-cell><text:p>No</text:p></table:table-cell><table:table-cell>"
        "<text:p>Nama</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell/>"
        "<table:table-cell><text:p>Siti</text:p><text:p>Ani</text:p></table:table-cell><table:covered-table-cell/>"
        "</table:table-row></table:table>",
        "No\tNama\n\tSiti\nAni\n",
    ),
    "a note after its paragraph": (
        P.format(
            "sebelum<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>catatan</text:p>"
            "</text:note-body></text:note> sesudah"
        ),
        "sebelum sesudah\ncatatan\n",
    ),
    "a comment without its author": (
        P.format(
            "isi<office:annotation><dc:creator>Budi</dc:creator><dc:date>2024-03-15</dc:date><text:p>cek</text:p>"
            "</office:annotation>"
        ),
        "isi\ncek\n",
    ),
    "a text box": (
        P.format("luar<draw:frame><svg:title>gambar</svg:title><draw:text-box><text:p>kotak</text:p></draw:text-box>"
                 "</draw:frame>!"),
        "luar!\nkotak\n",
    ),
    "deletions": (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>lama</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>" + P.format('<text:change text:change-id="1"/>baru'),
        "baru\n",
    ),
    "pages": (
        STYLES + P.format("satu") + '<text:p text:style-name="baru">dua</text:p>'
        '<text:p text:style-name="akhir">juga</text:p>'
        + P.format("tiga") + "<text:soft-page-break/>" + P.format("empat"),
        "satu\n\fdua\njuga\n\ftiga\n\fempat\n",
    ),
    "a page that ends within a table": (
        STYLES + P.format("satu") + "<table:table><table:table-row><table:table-cell>"
        '<text:p text:style-name="baru">a</text:p></table:table-cell><table:table-cell><text:p>b</text:p>'
        "</table:table-cell></table:table-row></table:table>",
        "satu\n\fa\tb\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES.keys())
def test_reads_a_body_in_order(tmp_path: Path, body: str, expected: str) -> None:
    """Each construct of a body gives its words once, in order, on its page."""
    assert "\f".join(read(tmp_path, body).pages) == expected


def test_headers_stand_first_and_footers_last(tmp_path: Path) -> None:
    """Both come once, however many page styles repeat them."""
    styles = f"<s {NAMES}>" + "".join(
        f"<style:{role}>{P.format(text)}</style:{role}>"
        for role, text in (("header", "KOP"), ("header-left", "KOP"), ("footer", "Dok. 7"))
    )
    found = read(
        tmp_path, P.format("satu") + "<text:soft-page-break/>" + P.format("dua"), **{"styles.xml": f"{styles}</s>"}
    )
    assert found.pages == ("KOP\nsatu\n", "dua\nDok. 7\n")


def test_tells_title_and_days(tmp_path: Path) -> None:
    """The metadata gives both; the day of a clock that was never set is none."""
    about = (
        f"<m {NAMES}><dc:title> SK </dc:title><meta:creation-date>2024-03-15T08:00:00</meta:creation-date>"
        "<dc:date>1970-01-01T00:00:00</dc:date></m>"
    )
    found = read(tmp_path, P.format("isi"), **{"meta.xml": about})
    assert (found.title, found.dates) == ("SK", (date(2024, 3, 15),))


def test_macros_are_flagged(tmp_path: Path) -> None:
    """A Basic module is a macro; the empty listing that every file may carry is none."""
    assert read(tmp_path, P.format("x"), **{"Basic/Standard/Modul.xml": ""}).flags == ("macro",)
    assert read(tmp_path, P.format("x"), **{"Basic/Standard/script-lb.xml": ""}).flags == ()


def test_a_password_is_told(tmp_path: Path) -> None:
    """Content that the manifest calls encrypted is not told as damage."""
    manifest = f"<m {NAMES}><manifest:encryption-data/></m>"
    assert read(tmp_path, "", **{"META-INF/manifest.xml": manifest}).state is ReadState.ENCRYPTED


def test_what_comes_before_damage_is_kept(tmp_path: Path) -> None:
    """A body that breaks off in the middle is read so far, and marked partial."""
    found = read(tmp_path, P.format("awal") + "<text:p><")
    assert (found.state, found.flags) == (ReadState.OK, ("partial",)) and "awal" in found.pages[0]


def test_without_content_it_is_corrupt(tmp_path: Path) -> None:
    """A package whose main part is missing is corrupt, with a reason."""
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    found = opendocument.extract(tmp_path / "a.odt")
    assert found.state is ReadState.CORRUPT and found.why


def test_without_words_there_is_no_text(tmp_path: Path) -> None:
    """A text of pictures only is readable, and says that it has no text."""
    assert read(tmp_path, P.format("")).state is ReadState.NO_TEXT


def test_deep_nesting_is_a_state(tmp_path: Path) -> None:
    """Nesting far beyond any document neither hangs nor overflows the stack."""
    body = P.format("atas") + "<text:section>" * 5_000 + "</text:section>" * 5_000
    found = read(tmp_path, body)
    assert found.state is ReadState.OK and "atas" in found.pages[0]


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package beyond the limits is refused, with a reason."""
    monkeypatch.setattr(bounds, "MEMBERS", 1)
    assert read(tmp_path, P.format("x")).state is ReadState.OUT_OF_MEMORY
