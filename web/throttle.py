"""How long who tries passwords has to wait: the longer, the more of them were wrong.

An office sits behind one address, and an attacker may sit in it. So only a name at an address waits long.
A name at all addresses, and an address with all names, wait little, and not at all where that name has come
in from that address before. The rule knows no clock: seconds are given, on any scale that only grows.
"""

import threading
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Rule:
    """`free` wrong passwords cost nothing; from the next on the wait doubles, from `first` to `longest` seconds."""

    free: int
    first: float
    longest: float

    def wait(self, wrong: int) -> float:
        """Return for how long after the last of so many wrong passwords no other is looked at."""
        over = wrong - self.free - 1
        return 0.0 if over < 0 else min(self.longest, self.first * 2.0 ** min(over, 30))


BOTH = Rule(free=4, first=2.0, longest=900.0)
"""One name at one address."""
ACCOUNT = Rule(free=20, first=1.0, longest=30.0)
ADDRESS = Rule(free=30, first=1.0, longest=30.0)
FORGET = 3600.0
"""So long after the last wrong password, all is forgotten."""
KNOWN = 30 * 86400.0
"""So long a name is known at an address."""
ENTRIES = 20_000
"""The most that is remembered, lest names that are made up fill the memory."""
_Key = tuple[str, str]
"""Name and address; one of them is empty where it does not matter."""


class _Wrong(NamedTuple):
    times: int
    last: float


class Throttle:
    """Counts wrong passwords. Safe to share between threads."""

    def __init__(self) -> None:
        self._wrong: dict[_Key, _Wrong] = {}
        self._known: dict[_Key, float] = {}
        self._mutex = threading.Lock()

    def attempt(self, account: str, address: str, now: float) -> float:
        """Return the seconds to wait before a password is looked at.

        Zero lets it be looked at, and counts it as wrong until `succeeded` tells otherwise, so that many
        at once gain nothing. Who is told to wait has not tried: asking again makes it no longer.
        """
        with self._mutex:
            rules = self._rules((account, _place(address)), now)
            wait = max(0.0, *(self._left(key, rule, now) for key, rule in rules.items()))
            if wait <= 0:
                for key in rules:
                    self._wrong[key] = _Wrong(self._count(key, now).times + 1, now)
                self._bound()
            return wait

    def succeeded(self, account: str, address: str, now: float) -> None:
        """Forget what was wrong before: the password was right."""
        both = account, _place(address)
        with self._mutex:
            for key in (both, (account, ""), ("", both[1])):
                self._wrong.pop(key, None)
            self._known[both] = now

    def _rules(self, both: _Key, now: float) -> dict[_Key, Rule]:
        hard = {both: BOTH}
        if both in self._known and now - self._known[both] < KNOWN:
            return hard
        return hard | {(both[0], ""): ACCOUNT, ("", both[1]): ADDRESS}

    def _left(self, key: _Key, rule: Rule, now: float) -> float:
        wrong = self._count(key, now)
        whole = rule.wait(wrong.times)
        return min(whole, whole - (now - wrong.last))  # never longer, also when a clock was put back

    def _count(self, key: _Key, now: float) -> _Wrong:
        wrong = self._wrong.get(key, _Wrong(0, now))
        return wrong if now - wrong.last < FORGET else _Wrong(0, now)

    def _bound(self) -> None:
        """Forget the older half of what is too much."""
        if len(self._wrong) > ENTRIES:
            latest = sorted(self._wrong.items(), key=lambda each: each[1].last)[-ENTRIES // 2 :]
            self._wrong = dict(latest)


def _place(address: str) -> str:
    """Return what one sender cannot change: an IPv6 network hands its machines addresses without end."""
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if isinstance(read, IPv6Address):
        return str(read.ipv4_mapped or IPv6Address(int(read) >> 64 << 64))
    return str(read)
