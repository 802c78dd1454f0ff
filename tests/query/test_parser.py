"""The search box is read as people write, and what makes no sense is named."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziarchive.query import And, Everything, Field, Filter, Not, Or, Phrase, Prefix, Query, Understood, Word, in_words
from ziarchive.query.known import Known
from ziarchive.query.parser import MAX_DEPTH, MAX_TERMS, parse
from ziarchive.query.pasted import straight

A, B, C = Word("a"), Word("b"), Word("c")
SK = Filter(Field.KIND, "SK")


@pytest.mark.parametrize(
    ("box", "query"),
    [
        ("", Everything()),
        ("   \n\t", Everything()),
        ("a", A),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a DAN b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a ATAU b ATAU c", Or((A, B, C))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("((a))", A),
        ("a (b c)", And((A, B, C))),
        ("-a", Not(A)),
        ("a -b", And((A, Not(B)))),
        ("a NOT b", And((A, Not(B)))),
        ("a TIDAK b", And((A, Not(B)))),
        ("a AND NOT b", And((A, Not(B)))),
        ("a OR -b", Or((A, Not(B)))),
        ("-(a OR b)", Not(Or((A, B)))),
        ('-"a b"', Not(Phrase("a b"))),
        ("-jenis:SK", Not(SK)),
        ("NOT NOT a", A),
        ("NOT (NOT a)", A),
        ('"a b"', Phrase("a b")),
        ('" a   b "', Phrase("a b")),
        ("“a b”", Phrase("a b")),
        ("«a b»", Phrase("a b")),
        ('"AND"', Phrase("AND")),
        ("renc*", Prefix("renc")),
        ("renc**", Prefix("renc")),
        ("-renc*", Not(Prefix("renc"))),
        ("and or not dan", And((Word("and"), Word("or"), Word("not")))),
        ("e-office", Word("e-office")),
        ("800/123/2024", Word("800/123/2024")),
        ("10:30", Word("10:30")),
        ("I.4.1.2", Word("I.4.1.2")),
        ("jenis:SK", SK),
        ("kind:SK a", And((SK, A))),
        ('jenis:"Daftar hadir"', Filter(Field.KIND, "Daftar hadir")),
        ("jenis:SK,SOP a", And((Or((SK, Filter(Field.KIND, "SOP"))), A))),
        ("-jenis:SK,SOP", Not(Or((SK, Filter(Field.KIND, "SOP"))))),
        ('periode:"Juli 2024"', Filter(Field.PERIOD, "2024-07")),
        ("tanggal:..2024-06 a", And((Filter(Field.DATE, "..2024-06-30"), A))),
        ('judul:"a b" c', And((Filter(Field.TITLE, "a b"), C))),
        ("a –b", And((A, Not(B)))),
        ("a —b", And((A, Not(B)))),
        ("a −b", And((A, Not(B)))),
        ("a \u2010b \u2011c", And((A, Not(B), Not(C)))),
        ("–jenis:SK", Not(SK)),
        ("–(a OR b)", Not(Or((A, B)))),
        ("–“a b”", Not(Phrase("a b"))),
        ("a–b", Word("a–b")),
        ("a,b; c|a", And((A, B, C, A))),
        ("1,5 800/123;4", And((Word("1,5"), Word("800/123;4")))),
        ("a/b", Word("a/b")),
        ("a,jenis:SK", And((A, SK))),
        ("Nomor: 12/SK/2024", And((Word("Nomor"), Word("12/SK/2024")))),
        ("perihal: undangan", And((Word("perihal"), Word("undangan")))),
        ("https://zi.go.id/a?b=c", Word("https://zi.go.id/a?b=c")),
    ],
)
def test_understood(box: str, query: Query) -> None:
    """What makes sense is read as it is meant."""
    assert parse(box).query == query


@pytest.mark.parametrize(
    ("box", "query", "problem"),
    [
        ("**", Everything(), "«**» bukan kata; diabaikan."),
        ("-", Everything(), "«-» bukan kata; diabaikan."),
        ("a - b", And((A, B)), "«-» bukan kata; diabaikan."),
        ("*a", A, "Tanda * di depan «*a» diabaikan."),
        ("a*b", Prefix("a"), "Tanda * hanya berlaku di akhir kata; «a*b» dicari sebagai awalan «a»."),
        ('"a b', Phrase("a b"), "Tanda kutip tanpa penutup; frasa dianggap «a b»."),
        ('a ""', A, "Tanda kutip «» tidak berisi kata; diabaikan."),
        ("(a", A, "Kurung buka tanpa penutup; dianggap ditutup di akhir."),
        ("a)", A, "Kurung tutup tanpa pembuka; diabaikan."),
        ("a ()", A, "Kurung tanpa isi; diabaikan."),
        ("AND a", A, "«AND» tanpa kata yang dihubungkan; diabaikan."),
        ("a ATAU", A, "«ATAU» tanpa kata yang dihubungkan; diabaikan."),
        ("a DAN", A, "«DAN» tanpa kata yang dihubungkan; diabaikan."),
        ("a TIDAK", A, "«TIDAK» tanpa kata yang dihubungkan; diabaikan."),
        ("a AND OR b", Or((A, B)), "«AND» tanpa kata yang dihubungkan; diabaikan."),
        ("(a OR) b", And((A, B)), "«OR» tanpa kata yang dihubungkan; diabaikan."),
        ("a NOT OR b", Or((A, B)), "«NOT» tanpa kata yang dihubungkan; diabaikan."),
        ("-* a", A, "«-*» bukan kata; diabaikan."),
        ('-"" a', A, "Tanda kutip «» tidak berisi kata; diabaikan."),
        ("a -() b", And((A, B)), "Kurung tanpa isi; diabaikan."),
        ("a -jenis:", A, "Saringan «jenis:» belum diisi; diabaikan."),
        ('zona integritas"', And((Word("zona"), Word("integritas"))), "Tanda kutip tanpa pasangan; diabaikan."),
        ('a"b c*"', And((A, Phrase("b c"))), "Tanda * tidak berlaku di dalam tanda kutip; dicari frasa «b c»."),
        ("l?poran", Word("l?poran"), "Tanda ? di «l?poran» tidak mewakili huruf; pakai awal katanya: «l*»."),
        (
            "a or b",
            And((A, Word("or"), B)),
            "Kata «or» dicari sebagai kata biasa; untuk salah satu dari dua kata tulis OR atau ATAU, huruf besar.",
        ),
        (
            "a atau b",
            And((A, B)),
            "Kata «atau» diabaikan; untuk salah satu dari dua kata tulis ATAU dengan huruf besar.",
        ),
        ("a dan b", And((A, B)), "Kata «dan» diabaikan; semua kata memang dicari bersama."),
        (
            "a and b",
            And((A, Word("and"), B)),
            "Kata «and» dicari sebagai kata biasa; hapus saja, semua kata memang dicari bersama.",
        ),
        (
            "a not b",
            And((A, Word("not"), B)),
            "Kata «not» dicari sebagai kata biasa; untuk mengecualikan kata sesudahnya tulis NOT dengan huruf besar.",
        ),
        (
            "judul:a b",
            And((Filter(Field.TITLE, "a"), B)),
            'Saringan «judul:a» hanya satu kata; «b» dicari di mana saja. Untuk keduanya tulis «judul:"a b"».',
        ),
        ("a di b", And((A, B)), "Kata umum «di» diabaikan; pakai tanda kutip bila perlu dicari."),
    ],
)
def test_problem(box: str, query: Query, problem: str) -> None:
    """What makes no sense is named in one sentence, which says what was done with it."""
    assert parse(box).query == query
    assert parse(box).problems == (problem,)


@pytest.mark.parametrize("box", ["yang", "yang di", "jenis:SK yang", "-yang a", 'a "yang"', "a OR yang"])
def test_common_words_kept(box: str) -> None:
    """A common word is looked for when nothing else tells more, when quoted, and when excluded."""
    assert "yang" in in_words(parse(box).query)
    assert parse(box).problems == ()


@pytest.mark.parametrize("box", ["(" * 5000 + "a", "a OR (" * 5000, "-" * 5000 + "a", "NOT " * 5000 + "a"])
def test_deep(box: str) -> None:
    """However deep brackets and negations go, there is an answer."""
    assert "a" in in_words(parse(box).query)


def test_too_deep_is_named() -> None:
    """Brackets beyond the bound are named, and what is in them is kept."""
    understood = parse("(a OR " * (MAX_DEPTH + 2) + "b" + ")" * (MAX_DEPTH + 2))
    assert any("kurung terdalam diabaikan" in problem for problem in understood.problems)
    assert "«b»" in in_words(understood.query)


def test_too_long_is_named() -> None:
    """Words beyond the bound are named, not dropped in silence."""
    understood = parse(" ".join(f"k{number}" for number in range(MAX_TERMS + 2)))
    assert f"mulai «k{MAX_TERMS} k{MAX_TERMS + 1}» diabaikan" in understood.problems[0]
    assert f"«k{MAX_TERMS - 1}»" in in_words(understood.query)


def test_a_long_rest_is_cut() -> None:
    """What is left out of a long box is quoted in a few words."""
    (problem,) = parse("kata " * 400).problems
    assert len(problem) < 150 and problem.endswith("kata …» diabaikan.")


def test_each_sentence_once() -> None:
    """The same mistake made often is named once."""
    assert parse("a " + ")" * 60).problems == ("Kurung tutup tanpa pembuka; diabaikan.",)
    assert len(parse("(" * 60 + "a").problems) == 2


def test_the_year_of_a_period() -> None:
    """A period that names no year is of the year given."""
    assert parse("periode:TW2", Known(2024)).query == Filter(Field.PERIOD, "2024-TW2")


@given(st.one_of(st.text(), st.text(alphabet='ab "()*-:.DANORTUI\x00', max_size=60)))
def test_never_fails_and_never_drops(box: str) -> None:
    """Any string has an answer, and each of its words is either searched for or named in a problem."""
    understood = parse(box, Known(2024))
    said = in_words(understood.query) + " ".join(understood.problems)
    for word in re.findall(r"[^\W_]{2,}", straight(box)):
        typed_operator = word in {"AND", "DAN", "OR", "ATAU", "NOT", "TIDAK"}
        assert typed_operator or word.lower() in said.lower()


@given(st.lists(st.sampled_from(["a", '"b c"', "d*", "jenis:SK", "-e", "tahun:2024"]), max_size=8))
def test_order_and_space_do_not_matter_to_problems(parts: list[str]) -> None:
    """What is understood has no problems, with any space between."""
    assert parse(" ".join(parts)) == parse("  \n".join(parts))
    assert parse(" ".join(parts)).problems == ()


@pytest.mark.parametrize("box", ["", " ", "*", " * "])
def test_every_document(box: str) -> None:
    """An empty box and a lone star mean every document, and nothing about them is wrong."""
    assert parse(box) == Understood(Everything(), ())
