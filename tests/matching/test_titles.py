"""Titles compared with the required documents of a plan."""

import re
from importlib.resources import files

import pytest

from ziarchive import plan
from ziarchive.matching.titles import Titles
from ziarchive.model import Plan


@pytest.fixture(scope="module")
def seed() -> Plan:
    """The built-in plan."""
    text = (files("ziarchive.plans") / "bpsi-lingtan-2024.yaml").read_text(encoding="utf-8")
    return plan.load(text, "seed")


@pytest.fixture(scope="module")
def titles(seed: Plan) -> Titles:
    """The prepared titles of the built-in plan."""
    return Titles(seed)


def test_no_title_is_clear_where_it_is_not_asked_for(seed: Plan, titles: Titles) -> None:
    """Each of the 185 titles is clear in another indicator only where that asks for the same document."""
    for item in titles.items:
        title = titles.title(item.title)
        for indicator in seed.indicators():
            found = titles.clear(indicator.code, title, None)
            assert found is None or found.words == item.words, (item.title, indicator.code)


def test_bundles_are_not_clear(seed: Plan, titles: Titles) -> None:
    """Two sibling titles in one name never count as the second of them."""
    for indicator in seed.indicators():
        for one in indicator.requirements:
            for other in indicator.requirements:
                both = titles.title(f"{one.title} dan {other.title}")
                found = titles.clear(indicator.code, both, None)
                assert found is None or one is other or found.code != other.code, both


def test_a_title_written_together_is_the_same_title(seed: Plan, titles: Titles) -> None:
    """Of the plan's own titles, only those whose short words or acronyms touch need their blanks."""
    misread = {
        item.title
        for item in seed.requirements()
        if titles.title(in_one_word(item.title)).core != titles.title(item.title).core
    }
    assert misread == {
        "SS E-Personal", "SS My SAPK", "SS E-Sakip", "SS E-Monev", "SK PPID", "SK UPG", "SOP UPG", "DIP/POK",
        "Dokumen ANJAB ABK", "SK tim dumas (SK TIM Pengaduan Masyarakat)", "TOR usulan in house training atau magang",
    }  # fmt: skip


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
