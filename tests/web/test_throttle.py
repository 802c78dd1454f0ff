"""How long who tries passwords has to wait, on a clock of the test's own."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.throttle import ACCOUNT, ADDRESS, BOTH, ENTRIES, FORGET, KNOWN, Rule, Throttle

HERE, THERE = "192.168.1.20", "10.0.0.9"


def fail(throttle: Throttle, times: int, account: str, address: str, now: float = 0.0) -> float:
    """Try so many wrong passwords, each as soon as it is looked at; return when the last one was."""
    for _ in range(times):
        while wait := throttle.attempt(account, address, now):
            now += wait
    return now


@given(st.integers(0, 200), st.sampled_from((BOTH, ACCOUNT, ADDRESS)))
def test_a_wait_never_shrinks_and_has_an_end(wrong: int, rule: Rule) -> None:
    """One more wrong password never makes the wait shorter, and no wait is longer than the rule's longest."""
    assert rule.wait(wrong) <= rule.wait(wrong + 1) <= rule.longest
    assert (rule.wait(wrong) > 0) is (wrong > rule.free)


def test_the_wait_doubles_after_some_free_tries() -> None:
    """Typing wrongly a few times costs nothing; then each wrong password doubles the wait, up to the longest."""
    throttle, now = Throttle(), 0.0
    waits = []
    for _ in range(BOTH.free + 12):
        wait = throttle.attempt("sari", HERE, now)
        waits.append(wait)
        now += wait
        if wait:
            assert throttle.attempt("sari", HERE, now) == 0
    assert waits[: BOTH.free + 1] == [0.0] * (BOTH.free + 1)
    assert waits[BOTH.free + 1 :][:3] == [2.0, 4.0, 8.0]
    assert max(waits) == BOTH.longest


@given(st.integers(1, BOTH.free), st.floats(0, 30 * 86400))
def test_time_that_passes_after_a_free_try_costs_no_wait(wrong: int, later: float) -> None:
    """However long somebody thinks after a mistyped password, the next one is looked at: the wait is zero, not less."""
    throttle = Throttle()
    fail(throttle, wrong, "sari", HERE)
    assert throttle.attempt("sari", HERE, later) == 0


def test_asking_while_told_to_wait_makes_it_no_longer() -> None:
    """Impatience is not an attempt: the wait runs on as it was."""
    throttle = Throttle()
    fail(throttle, BOTH.free + 1, "sari", HERE)
    assert [throttle.attempt("sari", HERE, at) for at in (0.0, 0.5, 1.5)] == [2.0, 1.5, 0.5]
    assert throttle.attempt("sari", HERE, 2.0) == 0


def test_many_tries_at_once_gain_nothing() -> None:
    """A try counts before its password is looked at, so a hundred sent in one moment are not looked at."""
    throttle = Throttle()
    looked_at = sum(throttle.attempt("sari", HERE, 0.0) == 0 for _ in range(100))
    assert looked_at == BOTH.free + 1


def test_a_right_password_forgets_the_wrong_ones() -> None:
    """After a success, the next slip costs nothing again."""
    throttle = Throttle()
    now = fail(throttle, BOTH.free + 3, "sari", HERE)
    throttle.succeeded("sari", HERE, now)
    assert throttle.attempt("sari", HERE, now) == 0


def test_all_is_forgotten_after_an_hour() -> None:
    """Who comes back later begins anew."""
    throttle = Throttle()
    now = fail(throttle, BOTH.free + 3, "sari", HERE)
    assert throttle.attempt("sari", HERE, now + 1) > 0
    assert throttle.attempt("sari", HERE, now + FORGET) == 0
    assert throttle.attempt("sari", HERE, now + FORGET) == 0


def test_an_attacker_in_the_office_does_not_lock_it_out() -> None:
    """From one address with hundreds of wrong passwords, who came in from there before still comes in at once."""
    throttle = Throttle()
    throttle.succeeded("budi", HERE, 0.0)
    now = 0.0
    for number in range(300):
        now = fail(throttle, 1, f"nama {number}", HERE, now)
    assert throttle.attempt("ani", HERE, now) > 0, "the address as a whole is slowed down"
    assert throttle.attempt("ani", HERE, now) <= ADDRESS.longest, "and a newcomer waits half a minute at most"
    assert throttle.attempt("budi", HERE, now) == 0


def test_a_name_is_not_known_for_ever() -> None:
    """Who did not come in for a month is treated as new at an address under attack."""
    throttle = Throttle()
    throttle.succeeded("budi", HERE, 0.0)
    now = KNOWN
    for number in range(ADDRESS.free + 3):
        now = fail(throttle, 1, f"nama {number}", HERE, now)
    assert throttle.attempt("budi", HERE, now) > 0


def test_an_attacker_elsewhere_does_not_lock_a_person_out() -> None:
    """One name under attack from many addresses is slowed down, but not where its owner comes in."""
    throttle, now = Throttle(), 0.0
    throttle.succeeded("sari", HERE, now)
    for number in range(100):
        now = fail(throttle, 1, "sari", f"10.0.0.{number}", now)
    assert 0 < throttle.attempt("sari", "10.0.1.1", now) <= ACCOUNT.longest
    assert throttle.attempt("sari", HERE, now) == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"), ("::ffff:192.168.1.20", "192.168.1.20"), ("tanpa alamat",) * 2],
    ids=["one network of IPv6", "IPv4 in IPv6", "no address"],
)
def test_one_sender_is_one_address(first: str, second: str) -> None:
    """Addresses that one machine can take in turn count as one."""
    throttle = Throttle()
    fail(throttle, BOTH.free + 1, "sari", first)
    assert throttle.attempt("sari", second, 0.0) > 0


def test_a_clock_that_is_put_back_locks_nobody_out() -> None:
    """The wait is never longer than its rule says."""
    throttle = Throttle()
    fail(throttle, BOTH.free + 1, "sari", HERE, 1_000_000.0)
    assert throttle.attempt("sari", HERE, 5.0) == BOTH.first


def test_made_up_names_do_not_fill_the_memory() -> None:
    """What is remembered is bounded, and the latest stays."""
    throttle = Throttle()
    for number in range(ENTRIES):
        throttle.attempt(f"nama {number}", f"10.{number % 200}.{number // 200}.1", float(number) / 100)
    assert len(throttle._wrong) <= ENTRIES + 3
    last = (ENTRIES - 1) / 100
    assert next(tries for tries in count(1) if throttle.attempt(f"nama {ENTRIES - 1}", THERE, last) or tries > 30) <= 30
