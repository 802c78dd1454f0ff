"""Pictures of pages, which several people may look at for the first time at once."""

from concurrent.futures import ThreadPoolExecutor

from tests.conftest import Office
from ziarchive import previews

AT_ONCE, ROUNDS = 8, 10
END = b"IEND\xaeB`\x82"


def test_a_page_is_drawn_for_many_at_once(office: Office) -> None:
    """Everybody gets the whole picture, whoever was first to keep it, and nothing else is left behind."""
    office.pdf("a.pdf", "satu")
    with office.open() as archive, ThreadPoolExecutor(AT_ONCE) as threads:
        archive.sync()
        (document,) = archive.documents()
        for _round in range(ROUNDS):
            looks = [threads.submit(previews.page, archive, document, 1) for _look in range(AT_ONCE)]
            (kept,) = {each.result() for each in looks}
            assert kept and kept.read_bytes().endswith(END)
            assert [*kept.parent.iterdir()] == [kept]
            kept.unlink()
