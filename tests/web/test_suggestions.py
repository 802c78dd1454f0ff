"""The moves that the inbox offers."""

from dataclasses import replace

import pytest

from web.suggestions import Group, Inbox, InboxRow, inbox
from ziarchive import plan, plans
from ziarchive.matching import Matcher, Said
from ziarchive.model import Content, Document, ReadState, Stamp
from ziarchive.naming import NameReader, skeleton

SEED = plan.load(plans.builtin_text("bpsi-lingtan-2024"), "seed")
MATCHER = Matcher(SEED)
WHOLE = Content(ReadState.OK, "", "application/pdf", "", 1, 9, "pdfium", None)
HERE = "2024/I Manajemen Perubahan/I.4 Perubahan Pola Pikir/I.4.1 Pimpinan berperan"


def document(path: str) -> Document:
    """A readable file, placed by its path."""
    placement = MATCHER.place(path, Said())
    return Document(path, path, f"sha-{path}", Stamp(1, 1), WHOLE, placement)


def offered(*paths: str) -> dict[str, tuple[str, str, str]]:
    """Return folder, name and what is in the way of each file's first choice, by path."""
    rows = inbox(SEED, [document(path) for path in paths])
    return {row.document.path: (row.choices[0].folder, row.choices[0].name, row.choices[0].taken) for row in rows}


def test_folder_and_name_are_always_offered() -> None:
    """A file in the wrong folder with no code is told both, for one without the other leaves it in the inbox."""
    (row,) = inbox(SEED, [document("lepas/LHKPN kepala 2024-03.pdf")])
    first = row.choices[0]
    assert (first.folder, first.name) == (HERE, "I.4.1.2_Bukti lapor LHKPN_2024-03.pdf")
    assert (first.moves, first.renames, first.taken) == (True, True, "")


@pytest.mark.parametrize("path", ["2024/II/LHKPN kepala 2024-03.pdf", "scan LHKPN 2024-03.pdf", "2024/I/LHKPN.docx"])
def test_a_file_that_was_moved_as_offered_leaves_the_inbox(path: str) -> None:
    """Each offer, carried out, places the file by its code."""
    for choice in inbox(SEED, [document(path)])[0].choices:
        moved = document(f"{choice.folder}/{choice.name}")
        assert moved.placement.codes == (choice.requirement.code,)


def test_no_two_files_are_offered_one_name() -> None:
    """Files of one title get names of their own, that are read alike."""
    found = offered("a/LHKPN 2024-03.pdf", "b/LHKPN 2024-03.pdf", "c/LHKPN 2024-03.pdf")
    names = [name for _, name, _ in found.values()]
    stem = "I.4.1.2_Bukti lapor LHKPN_2024-03"
    assert names == [f"{stem}.pdf", f"{stem} (2).pdf", f"{stem} (3).pdf"]
    reader = NameReader(SEED)
    assert {(reader.read(name).codes, reader.read(name).period) for name in names} == {
        (reader.read(names[0]).codes, reader.read(names[0]).period)
    }


def test_more_copies_than_a_short_mark_holds_are_still_read() -> None:
    """The hundredth file of one title has a name that is read like the first."""
    found = offered(*(f"{number:03}/LHKPN 2024-03.pdf" for number in range(105)))
    names = [name for _, name, _ in found.values()]
    assert len(set(names)) == 105
    assert {str(NameReader(SEED).read(name).period) for name in names} == {str(NameReader(SEED).read(names[0]).period)}


def test_a_name_that_is_there_already_is_not_offered() -> None:
    """What lies in the target folder is said, whatever its case, and a free name is offered."""
    there = f"{HERE}/i.4.1.2_bukti lapor lhkpn_2024-03.pdf"
    folder, name, taken = offered(there, "a/LHKPN 2024-03.pdf")["a/LHKPN 2024-03.pdf"]
    assert (folder, name) == (HERE, "I.4.1.2_Bukti lapor LHKPN_2024-03 (2).pdf")
    assert taken == "I.4.1.2_Bukti lapor LHKPN_2024-03.pdf"


def test_each_group_has_its_files() -> None:
    """Unsure files first, then unreadable ones, then those that count for no slot."""
    broken = replace(document("rusak.pdf"), content=replace(WHOLE, state=ReadState.CORRUPT, why="sebabnya"))
    stray = document("I.4.1.2_LHKPN_2023.pdf")
    rows = inbox(SEED, [broken, stray, document("x.pdf"), document("I.4.1.2_LHKPN_2024.pdf")])
    assert [(row.document.path, row.group) for row in rows] == [
        ("x.pdf", Group.UNSURE),
        ("rusak.pdf", Group.UNREAD),
        ("I.4.1.2_LHKPN_2023.pdf", Group.UNCOUNTED),
    ]
    assert "sebabnya" in _row(rows, "rusak.pdf").why
    assert "I.4.1.2 Bukti lapor LHKPN: tidak dihitung" in _row(rows, stray.path).why


def _row(rows: tuple[InboxRow, ...], path: str) -> InboxRow:
    return next(row for row in rows if row.document.path == path)


def test_the_offered_folder_is_the_plans_own() -> None:
    """It is the folder that `init` makes."""
    assert HERE in skeleton.folders(SEED).values()


def test_the_rows_are_kept_while_the_documents_are_the_same() -> None:
    """The same documents give the same rows; others, also fewer or none, give their own."""
    kept, documents = Inbox(SEED), (document("a/LHKPN 2024-03.pdf"), document("b/LHKPN 2024-03.pdf"))
    rows = kept.rows(documents)
    assert rows == inbox(SEED, documents)
    assert kept.rows(documents) is rows
    assert kept.rows(documents[:1]) == inbox(SEED, documents[:1])
    assert kept.rows(()) == ()
