"""Plans as `load` can make them, for the laws of writing and reading back."""

from datetime import date

from hypothesis import strategies as st

from ziarchive.model import Area, Cadence, Code, Component, Indicator, Plan, Requirement, Schedule
from ziarchive.plan import schedule

TARGETS = [
    "Juli dan Desember 2024",
    "Januari s/d Desember 2024",
    "Setiap Semester",
    "Insidental",
    "segera",
    "Juli 2023",
]
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
notes = st.one_of(st.just(""), words)
own_schedules = st.one_of(
    st.sampled_from([schedule.regular(each, 2024) for each in Cadence if each is not Cadence.DATED]),
    st.sets(st.dates(date(2024, 1, 1), date(2024, 12, 31)), min_size=1, max_size=4).map(
        lambda days: Schedule(Cadence.DATED, tuple(sorted(days)))
    ),
    st.sampled_from(["TW II 2024", "Triwulan I dan III 2024", "Semester II 2024"]).map(
        lambda target: schedule.parse_target(target, 2024)
    ),
)


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """An indicator as `load` can make it: a requirement is unread only where the printed target is."""
    target = draw(st.sampled_from(TARGETS))
    printed = st.just(schedule.parse_target(target, 2024))
    items = draw(
        st.lists(
            st.tuples(words, words, st.one_of(printed, own_schedules), st.sampled_from([2023, 2024]), notes),
            min_size=1,
            max_size=3,
        )
    )
    return Indicator(
        Code((4, 2, 1)),
        draw(words),
        draw(notes),
        draw(notes),
        target,
        tuple(draw(st.lists(words, max_size=2))),
        tuple(Requirement(Code((4, 2, 1, number)), *item) for number, item in enumerate(items, 1)),
        draw(notes),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of one indicator, with any words."""
    text = draw(words)
    component = Component(Code((4, 2)), text, (draw(indicators()),))
    signed = draw(st.sampled_from([None, date(2024, 4, 3)]))
    return Plan("a-1", text, draw(words), 2024, signed, (Area(Code((4,)), text, (component,)),))
