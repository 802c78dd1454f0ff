"""The pages that an assessor reads."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.binder.office import PLAN, Small
from tests.decided import decided
from ziarchive.binder.pages import size
from ziarchive.decisions import Charge, Note, Outcome, Verdict, Waiver
from ziarchive.model import Code, State
from ziarchive.wording import STATES

NASTY = '<script>alert("x")</script> & "kutip" \' é'


class Links(HTMLParser):
    """Collects the tags and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        named = dict(attrs)
        self.hrefs += [named["href"] or ""] if "href" in named and tag != "use" else []
        self.ids += [named["id"] or ""] if "id" in named else []
        assert not {name for name in named if name.startswith("on") or name == "style"}


def parsed(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return links


def pages(small: Small, tmp_path: Path) -> None:
    """Write a binder with odd names and decisions."""
    small.add("a b.pdf", "I.1.1.1", raw=b"1", title="Rapat #3 100% é (final) & lain")
    judged = small.add("2024/b.html", "I.1.1.1", raw=b"<script>alert(1)</script>", title="Halaman")
    small.add("2024/" + "n" * 80 + ".svg", "I.1.1.5", "I.2.1.1", raw=b"<svg/>", title="<b>gambar</b>")
    small.add("lama.pdf", "I.1.1.2", raw=b"4", period="2019-01")
    made = decided(
        [
            Verdict(judged.sha256, Code.of("I.1.1.1"), Outcome.REJECTED, NASTY),
            Waiver(Code.of("I.2.1.2"), None, NASTY),
            Note(Code.of("I.1.1.1"), None, NASTY),
            Charge(Code.of("I.1"), NASTY),
        ]
    )
    small.write(tmp_path / "paket", small.binder(decisions=made))


def own(tmp_path: Path) -> list[Path]:
    data = tmp_path / "paket" / "data"
    return [data / "index.html", *sorted((data / "halaman").glob("*.html"))]


def test_every_link_leads_somewhere(small: Small, tmp_path: Path) -> None:
    """Each address is relative and is a file of the bag, and its anchor is there."""
    pages(small, tmp_path)
    evidence = 0
    for page in own(tmp_path):
        for href in parsed(page).hrefs:
            parts = urlsplit(href)
            assert not parts.scheme
            assert not parts.netloc
            place = page.parent / unquote(parts.path)
            assert place.is_file(), href
            evidence += "/2024/" in href
            assert not parts.fragment or parts.fragment in parsed(place).ids
    assert evidence >= 4


def test_what_people_wrote_is_shown_and_never_run(small: Small, tmp_path: Path) -> None:
    """Names, notes, reasons and verdicts are escaped; no page holds a script, a frame or an embedded file."""
    pages(small, tmp_path)
    for page in own(tmp_path):
        assert not {"script", "iframe", "object", "embed", "img", "form"} & parsed(page).tags
    text = (tmp_path / "paket/data/halaman/I.1.html").read_text(encoding="utf-8")
    assert text.count("&lt;script&gt;") == 3  # the verdict, the note, the person in charge


def test_states_are_told_in_words_and_shapes(small: Small, tmp_path: Path) -> None:
    """Each state that a slot has stands there as its word beside its own outline."""
    pages(small, tmp_path)
    there = {status.state for status in small.binder().report.slots}
    text = "".join(page.read_text(encoding="utf-8") for page in own(tmp_path)[1:])
    for state in there:
        assert re.search(f'href="#s-{state}"/></svg>{STATES[state]}', text)
    assert State.MET in there


def test_every_slot_has_its_place(small: Small, tmp_path: Path) -> None:
    """All requirements of the plan are on the page of their component, once."""
    pages(small, tmp_path)
    ids = [id for page in own(tmp_path)[1:] for id in parsed(page).ids if id.startswith("b-")]
    assert ids == [f"b-{item.code}" for item in PLAN.requirements()]


def test_checksums_stand_beside_the_files(small: Small, tmp_path: Path) -> None:
    """Each file's SHA-256 and where it lay are on the page of its component."""
    pages(small, tmp_path)
    text = "".join(page.read_text(encoding="utf-8") for page in own(tmp_path)[1:])
    assert all(each.sha256 in text for each in small.documents)
    assert all(each.path in text for each in small.documents)


@pytest.mark.parametrize(("value", "words"), [(0, "0 byte"), (1500, "2 KB"), (12_400_000, "12,4 MB")])
def test_sizes_are_readable(value: int, words: str) -> None:
    """A size has the unit that fits it."""
    assert size(value) == words
