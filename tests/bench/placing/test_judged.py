"""The judged file names: how they are read, and that the committed ones are sound."""

import pytest

from bench.placing.judged import builtin, names, reworded
from ziarchive.model import Code, Plan


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The built-in plan."""
    return builtin()


def test_a_name_lies_in_its_folder(plan: Plan) -> None:
    """A code is its canonical folder, anything else is taken as it is, and nothing is the root."""
    text = """
    - folder: I.1
      files: {SK.pdf: I.1.1.2 I.4.3.4}
    - folder: Upload baru
      files: {menu.docx: "-"}
    - folder: ""
      files: {scan.pdf: {codes: V.1.1.1, page: KEPUTUSAN}}
    """
    first, second, third = names(plan, text)
    assert first.path == "2024/I Manajemen Perubahan/I.1 Penyusunan Tim Kerja/SK.pdf"
    assert first.answers == {Code((1, 1, 1, 2)), Code((1, 4, 3, 4))}
    assert (second.path, second.answers) == ("Upload baru/menu.docx", frozenset())
    assert (third.path, third.page) == ("scan.pdf", "KEPUTUSAN")


@pytest.mark.parametrize(
    "text",
    [
        "[{folder: '', files: {a.pdf: I.9.9.9}}]",
        "[{folder: x, files: {a.pdf: I.1.1.1}}, {folder: x, files: {a.pdf: I.1.1.2}}]",
    ],
    ids=["no such code", "judged twice"],
)
def test_a_slip_of_the_judge_is_refused(plan: Plan, text: str) -> None:
    """A code that the plan does not have, or a file with two judgements."""
    with pytest.raises(ValueError, match=r"a\.pdf"):
        names(plan, text)


def test_the_committed_names_are_many_and_cover_the_plan(plan: Plan) -> None:
    """At least 260 names, 40 of no requirement, one for each of the 185, and two halves of a size."""
    judged = names(plan)
    assert len(judged) >= 260
    assert sum(not name.answers for name in judged) >= 40
    assert frozenset().union(*(name.answers for name in judged)) == {item.code for item in plan.requirements()}
    assert 0.4 < sum(name.tuning for name in judged) / len(judged) < 0.6


def test_titles_of_the_other_bench_are_judged_by_the_same_plan(plan: Plan) -> None:
    """Each has one answer, which the plan has."""
    known = {item.code for item in plan.requirements()}
    assert len(reworded()) >= 50
    assert all(name.answers <= known and len(name.answers) == 1 for name in reworded())
