"""A text that is handed in again with few changes is told at the hit itself."""

from collections.abc import Collection
from dataclasses import replace

from tests.finding.small_office import finder_of, near_of
from tests.finding.test_alike import BODY
from tests.gaps.small import MONTHLY, document
from ziarchive.finding.near import Near
from ziarchive.gist import Gist, gist
from ziarchive.model import Document
from ziarchive.reports import Order

LONG = " ".join(f"{BODY} {place} melaporkan bagian itu." for place in ("Balai", "Kantor", "Dinas", "Badan"))
THIS, LAST, OTHER, SHORT = (
    document(MONTHLY, f"2024-0{number}", name=name) for number, name in enumerate(("this", "last", "other", "short"), 1)
)
TEXTS = {
    THIS: f"{LONG} Disahkan pada 5 Januari 2024.",
    LAST: f"{LONG} Disahkan pada 9 Januari 2023, tanpa temuan.",
    OTHER: " ".join(f"kata{number} lain berbunyi sendiri" for number in range(60)),
    SHORT: "gratifikasi nihil",
}
CONTENTS = {each.sha256: [each] for each in TEXTS}


def test_the_likest_content_is_told() -> None:
    """The content that says nearly the same is told, both ways; a text of its own has none, nor has a short one."""
    near = near_of(TEXTS)
    told = [near.to(each.sha256, CONTENTS) for each in TEXTS]
    assert told == [LAST.sha256, THIS.sha256, "", ""]


def test_only_what_is_given_is_told() -> None:
    """Who does not see a document is not told of its content, though others were told before."""
    near = near_of(TEXTS)
    assert near.to(THIS.sha256, CONTENTS)
    assert near.to(THIS.sha256, {THIS.sha256: [THIS], OTHER.sha256: [OTHER]}) == ""


def test_a_sketch_that_was_lacking_is_seen_when_it_has_come() -> None:
    """After an update the sketches are made in the background: a search before then does not hide them for good."""
    kept: dict[str, Gist] = {}
    near = Near(lambda shas: {sha: kept[sha] for sha in shas if sha in kept}, lambda: len(kept))
    assert near.to(THIS.sha256, CONTENTS) == ""
    kept |= {each.sha256: gist((text,)) for each, text in TEXTS.items()}
    assert near.to(THIS.sha256, CONTENTS) == LAST.sha256


def test_each_sketch_is_read_once_until_its_text_grows() -> None:
    """A content is asked for when it is new, and a short one again when recognition has added to its text."""
    asked: list[list[str]] = []

    def kept(shas: Collection[str]) -> dict[str, Gist]:
        asked.append(sorted(shas))
        return {each.sha256: gist((text,)) for each, text in TEXTS.items() if each.sha256 in shas}

    near, grown = Near(kept, lambda: 0), replace(SHORT, content=replace(SHORT.content, chars=SHORT.content.chars + 1))
    for contents in (CONTENTS, CONTENTS, dict(CONTENTS), CONTENTS | {SHORT.sha256: [grown]}):
        near.to(THIS.sha256, contents)
    assert asked == [sorted(CONTENTS), [], [SHORT.sha256]]


def test_a_hit_names_what_is_nearly_the_same() -> None:
    """The hit names the other document with the share of its text that is the same; dates do not count."""
    hits = finder_of(TEXTS).search("gratifikasi", 10, 0, Order.RELEVANCE).hits
    named: dict[Document, Document | None] = {hit.document: hit.near and hit.near.document for hit in hits}
    assert named == {THIS: LAST, LAST: THIS, SHORT: None}
    assert all(hit.near.nearly_same for hit in hits if hit.near)
