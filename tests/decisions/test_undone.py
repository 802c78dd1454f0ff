"""A batch of decisions is taken back by other decisions."""

from datetime import UTC, datetime

from hypothesis import given

from tests.decided import entries
from tests.decisions.many import JULY, ONE, TWO, histories
from ziarchive.decisions import Dated, Entry, Freeze, Link, Note, Outcome, Unjudge, Verdict, fold
from ziarchive.decisions.undone import kept, undo

AT = datetime(2024, 8, 1, tzinfo=UTC)
FINAL = Verdict("a", ONE, Outcome.ACCEPTED, "", final=True)


def test_the_batch_goes_and_the_rest_stays() -> None:
    """What was before a batch holds again, whatever else was decided around it."""
    before = entries([Link("a", (ONE,)), Note(TWO, None, "lihat")])
    batch = entries([Link("a", (TWO,)), Link("b", (ONE,)), Dated("b", JULY)], batch="1")
    after = entries([Note(ONE, None, "baru")])
    history = [*before, *batch, *after]
    back = undo(history, "1", "x")
    assert set(back) == {Link("a", (ONE,)), Link("b", ()), Dated("b", None)}
    assert fold([*history, *entries(back)]) == fold([*before, *after])


def test_what_was_decided_anew_is_left() -> None:
    """A file that somebody has linked elsewhere since the batch stays there."""
    batch = entries([Link("a", (ONE,)), Link("b", (ONE,))], batch="1")
    later = entries([Link("a", (TWO,))])
    assert undo([*batch, *later], "1", "x") == (Link("b", ()),)
    assert (kept([*batch, *later], "1", "x"), kept(batch, "1", "x")) == (1, 0)


def test_what_changed_nothing_is_not_kept() -> None:
    """A decision of the batch that said what held before is neither brought back nor counted as left."""
    history = [*entries([Link("a", (ONE,))]), *entries([Link("a", (ONE,)), Link("b", (ONE,))], batch="1")]
    assert (undo(history, "1", "x"), kept(history, "1", "x")) == ((Link("b", ()),), 0)


def test_each_takes_back_the_own_opinion() -> None:
    """Undoing one assessor's verdict leaves the other's."""
    one = Verdict("a", ONE, Outcome.FIX, "belum")
    history = [*entries([one], "Ani"), *entries([one], "Budi", batch="1")]
    assert undo(history, "1", "Budi") == (Unjudge("a", ONE),)


def test_nobody_takes_back_the_opinion_of_another() -> None:
    """An opinion is its assessor's: undone by another it stays, and so does the other's own."""
    history = [*entries([Verdict("a", ONE, Outcome.FIX, "")], "Ani", batch="1"), *entries([FINAL], "Hadi", batch="2")]
    assert (undo(history, "1", "Budi"), kept(history, "1", "Budi")) == ((), 1)
    assert undo(history, "2", "Budi") == (Unjudge("a", ONE, final=True),)


def test_nothing_is_nothing() -> None:
    """No batch, an unknown one, and a sealed round give nothing to take back."""
    history = entries([Freeze("Juli", "sha", 3)], batch="1")
    assert [undo(history, batch, "x") for batch in ("", "1", "2")] == [(), (), ()]


@given(histories())
def test_undoing_the_last_batch_restores_everything(history: list[Entry]) -> None:
    """Of any history: when a batch is the last thing decided, undoing it brings the state before it back."""
    held = [entry for entry in history if not isinstance(entry.decision, Freeze)]
    earlier = [Entry(each.decision, each.who, each.at) for each in held if each.batch != "1"]
    last = [each for each in held if each.batch == "1"]
    by = {entry.who for entry in last}
    if len(by) == 1:
        (who,) = by
        back = undo([*earlier, *last], "1", who)
        after = fold([*earlier, *last, *(Entry(each, who, AT) for each in back)])
        before = fold(earlier)
        assert (after.links, after.dates, after.waivers, after.notes) == (
            before.links, before.dates, before.waivers, before.notes,
        )  # fmt: skip
        assert (after.in_charge, after.roles, after.dismissed, after.searches) == (
            before.in_charge, before.roles, before.dismissed, before.searches,
        )  # fmt: skip
        assert {key: (one.final, dict(one.opinions)) for key, one in after.judgements.items()} == {
            key: (one.final, dict(one.opinions)) for key, one in before.judgements.items()
        }
