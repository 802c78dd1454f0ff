"""Reading and writing file names."""

import csv
import re
import unicodedata
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ziarchive import plan
from ziarchive.model import Code, Period, PeriodFrom
from ziarchive.naming import NameReader, canonical, parse, periods, render

SEED = files("ziarchive.plans") / "bpsi-lingtan-2024.yaml"
TABLE = Path(__file__).parent / "data" / "names.tsv"
with TABLE.open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def seed_reader() -> NameReader:
    """The reader of the seed plan; Hypothesis allows no fixture that it might share by mistake."""
    return NameReader(plan.load(SEED.read_text(encoding="utf-8"), "seed"))


@pytest.fixture
def reader() -> NameReader:
    """The reader of the seed plan."""
    return seed_reader()


def shown(codes: tuple[Code, ...]) -> str:
    """Codes as the table writes them."""
    return "+".join(map(str, codes)) or "-"


def test_the_table_is_long_enough() -> None:
    """At least 150 names of real offices are tried."""
    assert len({row["path"] for row in ROWS}) >= 150


@pytest.mark.parametrize("row", ROWS, ids=[row["path"] for row in ROWS])
def test_a_name_is_read_as_an_office_means_it(reader: NameReader, row: dict[str, str]) -> None:
    """Each name of the table gives its code, place and period, and says why."""
    reading = reader.read(row["path"])
    period = periods.render(reading.period) if reading.period else "-"
    found = shown(reading.codes), str(reading.folder or "-"), period
    assert found == (row["codes"], row["folder"], row["period"])
    assert row["says"] in f"{reading.why} | {reading.conflict}"


@pytest.mark.parametrize("row", ROWS, ids=[row["path"] for row in ROWS])
def test_only_contradictions_are_conflicts(reader: NameReader, row: dict[str, str]) -> None:
    """A reading has a conflict exactly where the table quotes one."""
    quoted = any(words in row["says"] for words in ("tetapi folder", "tetapi bernama"))
    assert (reader.read(row["path"]).conflict is not None) == quoted


CODES = st.builds(
    lambda area, rest: Code((area, *rest)),
    st.integers(1, 10),
    st.lists(st.integers(1, 99), min_size=1, max_size=3),
)
SEPARATORS = st.sampled_from([".", "-", "_", " "])
WORDS = st.lists(
    st.sampled_from(["Bukti", "lapor", "2", "I.4", "1.iv.c", "2024", "Juli", "-", "(1)", ".pdf", "V.1", "CON"])
)
DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
PERIODS = st.builds(lambda one, other: Period(min(one, other), max(one, other)), DAYS, DAYS)


@st.composite
def dialects(draw: st.DrawFn) -> str:
    """A name as some office may write it."""
    code, separator = str(draw(CODES)), draw(SEPARATORS)
    period = periods.render(draw(PERIODS))
    parts = [code.replace(".", separator), *draw(WORDS), period]
    suffix = draw(st.sampled_from([".pdf", ".PDF", "", ".tar.gz", ".pdf.pdf", " - Copy.docx", " (1).pdf"]))
    return draw(SEPARATORS).join(parts) + suffix


@given(st.text(max_size=60) | dialects())
@example("CON.pdf")
@example("x.pdf (1)")
@example("2024 rapat Juli.pdf")
@example("e\u200d\u0301.pdf")
@example("I.4.1_2.pdf")
def test_a_canonical_name_reads_back_the_same(text: str) -> None:
    """Writing what was read, and reading that, changes nothing more: `parse(render(parse(x))) == parse(x)`."""
    name = parse(text)
    assert parse(render(name)) == name


@given(st.text(max_size=60) | dialects())
def test_a_canonical_name_is_legal_on_windows(text: str) -> None:
    """No rendered name has a character, an ending or a device name that Windows refuses."""
    name = render(parse(text))
    assert name
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$', name)
    assert not re.match(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)", name)


@given(st.text(max_size=40))
def test_composed_and_decomposed_names_are_one(text: str) -> None:
    """A name is read alike in NFC and NFD, and its title is in NFC."""
    name = parse(unicodedata.normalize("NFD", text))
    assert name == parse(unicodedata.normalize("NFC", text))
    assert unicodedata.is_normalized("NFC", name.title)


@given(st.text(max_size=60) | dialects(), st.lists(st.sampled_from(["2024", "Area I", "4", "I.4.1", "x", ""])))
def test_any_path_can_be_read(text: str, folders: list[str]) -> None:
    """No path, however strange, makes the reader fail; what it returns always says why."""
    assert seed_reader().read("/".join([*folders, text])).why


def test_copy_marks_and_doubled_suffixes_leave_the_title() -> None:
    """What a file manager adds is no part of the title."""
    assert parse("Salinan dari SK Tim ZI.pdf - Copy (2).pdf").title == "SK Tim ZI"


@pytest.mark.timeout(10)
@pytest.mark.parametrize("mark", [" - Copy", ".pdf", " (1)", "copy of ", "2024-07 ", "I.4.1.2+", "(", "."])
def test_an_impossible_name_costs_no_more_than_a_possible_one(reader: NameReader, mark: str) -> None:
    """A name longer than any file can have is read from its beginning, not mark by mark to its end."""
    name = parse("I.4.1.2_LHKPN" + mark * 20_000 + ".pdf")
    reader.read("I.4.1.2_LHKPN" + mark * 20_000 + ".pdf")
    assert (name.codes[0], name.ext) == (Code((1, 4, 1, 2)), ".pdf")
    assert parse(render(name)) == name


def test_the_longest_name_of_a_file_is_read_whole() -> None:
    """A name of 255 characters keeps its code, its suffix, and the period at its very end."""
    end = " - Copy (2)_2024-03.pdf"
    filename = "I.4.1.2_" + "laporan " * 40
    filename = filename[: 255 - len(end)] + end
    name = parse(filename)
    assert len(filename) == 255
    assert (name.codes, name.period, name.ext) == ((Code((1, 4, 1, 2)),), periods.parse("2024-03"), ".pdf")


def test_underscores_are_blanks_in_a_title() -> None:
    """A title written with underscores reads as words."""
    assert parse("SK_Tim_ZI.pdf").title == "SK Tim ZI"


def test_a_period_inside_the_title_stays_there() -> None:
    """A year amid the title is its period without being torn out of it."""
    name = parse("LAKIN 2023 tepat waktu.pdf")
    assert (name.title, name.period) == ("LAKIN 2023 tepat waktu", periods.parse("2023"))


def test_a_long_title_is_cut_at_a_word() -> None:
    """A title is cut to 150 characters without breaking a word."""
    title = parse("kata " * 60 + ".pdf").title
    assert len(title) <= 150
    assert set(title.split()) == {"kata"}


def test_canonical_takes_any_title() -> None:
    """A requirement's printed title becomes a legal name."""
    name = canonical((Code((4, 2, 1, 3)),), "DIP/POK: revisi?", periods.parse("2024-01"), ".PDF")
    assert name == "IV.2.1.3_DIP-POK revisi_2024-01.pdf"


def test_the_source_of_a_period_is_told(reader: NameReader) -> None:
    """The name's own period comes before the year folder's."""
    assert reader.read("2023/SK 2024.pdf").period_from is PeriodFrom.NAME
    assert reader.read("2023/SK.pdf").period_from is PeriodFrom.FOLDER
    assert reader.read("SK.pdf").period_from is None


def test_codes_that_may_be_meant_are_guesses(reader: NameReader) -> None:
    """An LKE code of two indicators, and digits outside an area folder, are offered and not stated."""
    assert shown(reader.read("4.ii.h SK.pdf").guesses) == "IV.2.7+IV.2.8"
    assert shown(reader.read("1.4.1.2 LHKPN.pdf").guesses) == "I.4.1.2"
