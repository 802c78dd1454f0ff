"""The lexicon leads every spelling to one form."""

from ziarchive.search.lexicon import lexicon, spellings


def test_one_form_for_all_spellings() -> None:
    """The form by which spellings are found is found by itself, and each of them by no other form."""
    for kept, others in spellings().items():
        assert lexicon()[kept] == kept
        assert {lexicon()[other] for other in others} == {kept}


def test_no_spelling_twice() -> None:
    """No spelling stands for two words."""
    listed = [other for others in spellings().values() for other in others]
    assert sorted(set(listed)) == sorted(listed)


def test_mended() -> None:
    """Words of offices are added, and words that mislead are gone."""
    assert "kinerja" in lexicon()
    assert "gera" not in lexicon()
