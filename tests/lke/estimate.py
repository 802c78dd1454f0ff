"""The built-in plan and regulation, a small one, and gap reports whose slots stand as a test wants."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date

from ziarchive import gaps, lke
from ziarchive import plan as plans
from ziarchive.decisions import Decisions
from ziarchive.gaps import GapReport, SlotDocument, SlotStatus
from ziarchive.lke import Accepted, Regulation, Score
from ziarchive.model import Code, How, Plan, State
from ziarchive.naming import skeleton
from ziarchive.plans import builtin_text

NAME = "permenpanrb-90-2021"
SEED = plans.load(builtin_text("bpsi-lingtan-2024"), "seed")
REGULATION = lke.load(lke.builtin_text(NAME), NAME)
MID, END = date(2024, 7, 1), date(2024, 12, 31)

SMALL_TEXT = """
id: kecil
title: Peraturan Kecil
scales:
  Ya/Tidak: {Ya: 1, Tidak: 0}
  A/B/C/D: {A: 1.00, B: 0.67, C: 0.33, D: 0.00}
  angka: {}
parts:
- {name: Pemenuhan, of: [A]}
- {name: Hasil, of: [B]}
areas:
- {name: Satu, of: [A.1]}
- {name: Dua, of: [A.2]}
- {name: Tiga, of: [B]}
gates:
- {name: Seluruhnya, of: [A, B], at_least: {Perak: 6, Emas: 9.5}}
- {name: Satu, of: [A.1], at_least: {Perak: 50%, Emas: 100%}}
- {name: Tiga, of: [B], at_least: {Perak: 1, Emas: 2}}
components:
- {code: A.1, name: Tim, weight: 3, items: {a: A/B/C/D}}
- {code: A.2, name: Rapat, weight: 4, items: {a: Ya/Tidak, b: angka}}
- {code: B, name: Survei, weight: 3, items: {a: angka}}
"""
SMALL = lke.load(SMALL_TEXT, "kecil")
"""I.1.1 (three slots) answers A.1.a, II.1.1 (two) both A.2.a and A.2.b, II.1.2 (one) A.2.b; nothing answers B."""
SMALL_PLAN = plans.load(
    """
id: kecil-2024
title: Rencana kecil
unit: Kantor Kecil
year: 2024
areas:
- code: I
  name: Satu
  components:
  - code: I.1
    name: Tim
    indicators:
    - code: I.1.1
      text: Tim bekerja
      target: Januari 2024
      lke: [A.1.a]
      requirements:
      - {code: I.1.1.1, kind: SK, title: SK tim}
      - {code: I.1.1.2, kind: Foto, title: Foto tim}
      - {code: I.1.1.3, kind: Laporan, title: Laporan tim}
- code: II
  name: Dua
  components:
  - code: II.1
    name: Rapat
    indicators:
    - code: II.1.1
      text: Rapat diadakan
      target: Agustus 2024
      lke: [A.2.a, A.2.b]
      requirements:
      - {code: II.1.1.1, kind: Undangan, title: Undangan rapat}
      - {code: II.1.1.2, kind: Notulen, title: Notulen rapat}
    - code: II.1.2
      text: Rapat luar biasa
      target: Oktober 2024
      lke: [A.2.b, X.9]
      requirements:
      - {code: II.1.2.1, kind: Notulen, title: Notulen luar biasa, cadence: event}
""",
    "kecil",
)


def stand(status: SlotStatus, state: State) -> SlotStatus:
    """Return the slot in a state, with a document where the state comes from one; its id is the slot's code."""
    if state not in (State.MET, State.TO_CONFIRM, State.FIX):
        return replace(status, state=state)
    code = str(status.slot.code)
    document = SlotDocument(code, f"2024/{code}.pdf", How.CODE, "kode", counts=state is State.MET)
    return replace(status, state=state, documents=(document,))


def report(plan: Plan, choose: Callable[[SlotStatus], State], on: date = MID) -> GapReport:
    """Return a report on an empty archive, its slots in other states."""
    empty = gaps.report(plan, (), Decisions(), on)
    return replace(empty, slots=tuple(stand(status, choose(status)) for status in empty.slots))


def estimate(regulation: Regulation, found: GapReport, accepted: Accepted = lambda code, id: False) -> Score:
    return lke.score(regulation, found, accepted, skeleton.folders(found.plan))


def small(states: Mapping[str, State], accepted: Collection[str] = (), on: date = MID) -> Score:
    """Return the estimate of the small plan with some requirements in a state; those in `accepted` were accepted."""
    found = report(SMALL_PLAN, lambda status: states.get(str(status.slot.code), status.state), on)
    return estimate(SMALL, found, lambda code, id: str(code) in accepted and id == str(code))


def seed(states: Callable[[SlotStatus], State] = lambda status: status.state, on: date = MID) -> Score:
    """Return the estimate of the built-in plan by the built-in regulation."""
    return estimate(REGULATION, report(SEED, states, on))


def codes(*texts: str) -> tuple[Code, ...]:
    return tuple(map(Code.of, texts))
