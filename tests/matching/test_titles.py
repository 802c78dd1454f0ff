"""Titles compared with the required documents of a plan."""

import re
from dataclasses import replace
from importlib.resources import files

import pytest

from ziarchive import plan
from ziarchive.matching.titles import Titles
from ziarchive.model import Code, Plan


@pytest.fixture(scope="module")
def seed() -> Plan:
    """The built-in plan."""
    text = (files("ziarchive.plans") / "bpsi-lingtan-2024.yaml").read_text(encoding="utf-8")
    return plan.load(text, "seed")


@pytest.fixture(scope="module")
def titles(seed: Plan) -> Titles:
    """The prepared titles of the built-in plan."""
    return Titles(seed)


def test_a_title_written_together_is_the_same_title(seed: Plan, titles: Titles) -> None:
    """Of the plan's own titles, only those whose short words or acronyms touch need their blanks."""
    misread = {
        item.title
        for item in seed.requirements()
        if titles.title(in_one_word(item.title)).core != titles.title(item.title).core
    }
    assert misread == {"DIP/POK", "Dokumen ANJAB ABK"}


def in_one_word(title: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in re.findall(r"[^\W_]+", title))


def test_a_misspelt_word_is_mended_and_a_strange_one_kept(titles: Titles) -> None:
    """A slip of one letter becomes the plan's word; a word that is not the plan's stays as it is."""
    assert titles.title("sertifikat penghargan kucing").core == ("sertifikat", "penghargaan", "kucing")


def test_scores_lie_between_nothing_and_all(titles: Titles) -> None:
    """The requirement's own title scores 1, a part of it less, and an unrelated one is not listed."""
    whole, part = (titles.scores(titles.title(text)) for text in ("Bukti lapor LHKPN", "LHKPN kepala balai"))
    code = next(item.code for item in titles.items if item.title == "Bukti lapor LHKPN")
    assert whole[code] == pytest.approx(1)
    assert 0 < part[code] < 1
    assert titles.scores(titles.title("kucing")) == {}


def test_another_kind_of_document_scores_half(titles: Titles) -> None:
    """An invitation to a talk about a decree is not the decree."""
    code = next(item.code for item in titles.items if item.title == "SK UPG")
    decree, invitation = (titles.scores(titles.title(text))[code] for text in ("SK UPG", "Undangan SK UPG"))
    assert invitation < decree / 2


@pytest.mark.parametrize(
    ("name", "suffix", "pictured"),
    [
        ("kotak aduan", ".jpg", True),
        ("Foto kotak aduan", ".pdf", True),
        ("Daftar hadir", ".pdf", False),
        ("Laporan foto", "", False),
    ],
)
def test_a_picture_is_told_by_its_suffix_or_its_first_word(
    titles: Titles, name: str, suffix: str, pictured: bool
) -> None:
    """A scan in a PDF is a picture only where its name begins with that."""
    assert titles.title(name, suffix).pictured is pictured


@pytest.mark.parametrize(
    ("name", "spoilt"),
    [
        ("SK Tim ZI", False),
        ("Draft SK Tim ZI", True),
        ("contoh SK Tim ZI", True),
        ("LAKIN Ditjen Hortikultura", True),
        ("Permenpan 90 tahun 2021", True),
    ],
)
def test_what_is_not_the_offices_own_document_is_spoilt(titles: Titles, name: str, spoilt: bool) -> None:
    """A draft, an example, another office's paper and a regulation are no evidence by their title."""
    assert titles.title(name).spoilt is spoilt


def test_a_plan_that_speaks_of_regulations_asks_for_them(seed: Plan) -> None:
    """What the plan itself names is not another's."""
    area, *others = seed.areas
    titles = Titles(replace(seed, areas=(replace(area, name="Peraturan dinas"), *others)))
    assert not titles.title("Peraturan dinas").spoilt


def test_the_kind_in_a_heading_comes_first(titles: Titles) -> None:
    """Whatever a letterhead says before it."""
    heading = titles.heading("KEMENTERIAN PERTANIAN\nKEPUTUSAN KEPALA BALAI\nTENTANG TIM ZONA INTEGRITAS")
    assert heading.head == "sk"
    assert {"zi", "sk"} <= heading.words
    assert "balai" not in heading.words


def test_places_hold_their_requirements(seed: Plan, titles: Titles) -> None:
    """Of areas, components, indicators and single requirements; a place that is not in the plan holds none."""
    for depth in range(1, 5):
        places = {Code(item.code.parts[:depth]) for item in titles.items}
        assert sum(len(titles.within(place)) for place in places) == len(titles.items) == 185
    assert titles.within(Code((9,))) == []
