"""A whole binder, as the assessor gets it."""

import hashlib
import zipfile
from pathlib import Path

import bagit
import pytest

from tests.binder.office import Small
from tests.gaps.small import LOCKED
from ziarchive.errors import ArchiveMissing

FORMS = pytest.mark.parametrize("name", ["paket", "paket.zip"])


def unpacked(target: Path) -> Path:
    """Return the bag's folder."""
    if target.is_dir():
        return target
    with zipfile.ZipFile(target) as opened:
        opened.extractall(target.parent / "dibuka")
    (top,) = (target.parent / "dibuka").iterdir()
    return top


def some(small: Small) -> None:
    small.add("2024/sk tim.pdf", "I.1.1.1", raw=b"satu", title="SK Tim")
    small.add("2024/pk.pdf", "I.1.1.2", "I.2.1.1", raw=b"dua" * 200_000, title="Perjanjian 100% é")
    small.add("2024/kosong.pdf", "I.1.1.5", raw=b"", title="Kosong")


@FORMS
def test_a_binder_is_a_valid_bag(small: Small, tmp_path: Path, name: str) -> None:
    """`bagit` finds nothing wrong, and the evidence is the archive's, byte for byte."""
    some(small)
    written = small.write(tmp_path / name)
    folder = unpacked(tmp_path / name)
    bag = bagit.Bag(str(folder))
    assert bag.validate()
    assert (bag.version_info, bag.encoding, bag.algorithms) == ((1, 0), "UTF-8", ["sha256"])
    assert (written.evidence, written.lost) == (3, ())
    found = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (folder / "data" / "2024").rglob("*.pdf")}
    assert found == {each.sha256 for each in small.documents}
    assert {each.name for each in folder.iterdir()} == {
        "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "data",
    }  # fmt: skip


def test_bagit_would_find_a_change(small: Small, tmp_path: Path) -> None:
    """A file that is altered on the stick makes the bag invalid."""
    some(small)
    small.write(tmp_path / "paket")
    page = tmp_path / "paket" / "data" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"Zona", b"Zone"))
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(tmp_path / "paket")).validate()


def test_the_bag_says_what_it_is(small: Small, tmp_path: Path) -> None:
    """bag-info.txt names the office, the plan, the day, and the size that it has."""
    some(small)
    small.write(tmp_path / "paket", small.binder("I.2"))
    bag = bagit.Bag(str(tmp_path / "paket"))
    payload = [path for path in (tmp_path / "paket" / "data").rglob("*") if path.is_file()]
    assert bag.info["Payload-Oxum"] == f"{sum(path.stat().st_size for path in payload)}.{len(payload)}"
    assert bag.info["Source-Organization"] == small.binder().report.plan.unit
    assert bag.info["Bagging-Date"] == "2024-07-15"
    assert "I.2" in bag.info["External-Description"]


@FORMS
@pytest.mark.parametrize("loss", ["gone", "changed"])
def test_a_file_that_is_lost_meanwhile_is_told(small: Small, tmp_path: Path, name: str, loss: str) -> None:
    """The bag is valid without it; page, LKE and summary say which it is."""
    some(small)
    place = small.root / "2024/sk tim.pdf"
    made = small.binder()
    place.unlink() if loss == "gone" else place.write_bytes(b"lain")
    written = small.write(tmp_path / name, made)
    folder = unpacked(tmp_path / name)
    assert bagit.Bag(str(folder)).validate()
    assert [each.filed.document.path for each in written.lost] == ["2024/sk tim.pdf"]
    index = (folder / "data/index.html").read_text(encoding="utf-8")
    assert "2024/sk tim.pdf" in index.partition('id="tidak-disertakan"')[2]
    assert "tidak disertakan" in (folder / "data/halaman/I.1.html").read_text(encoding="utf-8")
    assert not list(folder.rglob("*SK Tim*"))
    assert "lihat data/index.html" in " ".join((folder / "bag-info.txt").read_text(encoding="utf-8").split())


def test_evidence_that_could_not_be_read_is_handed_over(small: Small, tmp_path: Path) -> None:
    """A locked file is in the binder, with what is wrong with it beside its slot."""
    small.add("kunci.pdf", "I.1.1.1", content=LOCKED, raw=b"terkunci")
    assert small.write(tmp_path / "paket").evidence == 1
    assert LOCKED.why in (tmp_path / "paket/data/halaman/I.1.html").read_text(encoding="utf-8")


def test_an_empty_archive_makes_a_binder_too(small: Small, tmp_path: Path) -> None:
    """The assessor then sees all that is missing."""
    assert small.write(tmp_path / "paket").evidence == 0
    assert bagit.Bag(str(tmp_path / "paket")).validate()


def test_an_archive_that_is_away_makes_none(small: Small, tmp_path: Path) -> None:
    """Nothing is left behind when the share drops."""
    some(small)
    made = small.binder()
    small.root.rename(tmp_path / "jauh")
    with pytest.raises(ArchiveMissing):
        small.write(tmp_path / "paket.zip", made)
    assert [each.name for each in tmp_path.iterdir()] == ["jauh"]


def test_extras_are_put_beside_the_index(small: Small, tmp_path: Path) -> None:
    """Further lists are in the bag and are linked from the first page."""
    some(small)
    made = small.binder()
    extended = type(made)(
        **{name: getattr(made, name) for name in made.__slots__} | {"extras": {"kesenjangan.csv": b"a"}}
    )
    small.write(tmp_path / "paket", extended)
    assert (tmp_path / "paket/data/kesenjangan.csv").read_bytes() == b"a"
    assert 'href="kesenjangan.csv"' in (tmp_path / "paket/data/index.html").read_text(encoding="utf-8")
