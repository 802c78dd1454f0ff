"""The letterhead comes from the settings, and a logo that cannot be used is not passed over."""

from pathlib import Path

import pytest
from PIL import Image

from ziarchive.errors import SettingsInvalid
from ziarchive.papers.letterhead import Logo, letterhead
from ziarchive.settings import Settings


def test_the_lines_of_the_settings(tmp_path: Path) -> None:
    """Several lines of one setting are lines of the letterhead; the office's name is the plan's unit unless set."""
    settings = Settings(tmp_path, ministry="Kementerian\n Badan \n\n", address="Jalan 1", signer="Nama", nip="19")
    head = letterhead(settings, "Balai")
    assert (head.above, head.office, head.address) == (("Kementerian", "Badan"), "Balai", ("Jalan 1",))
    assert (head.signer, head.nip, head.logo) == ("Nama", "19", None)
    assert letterhead(Settings(tmp_path, office="Kantor Lain"), "Balai").office == "Kantor Lain"


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg", "logo.gif", "logo.bmp"])
def test_a_logo_of_any_kind_becomes_a_small_png(tmp_path: Path, name: str) -> None:
    """A picture of a common kind is taken, and made no larger than printing needs."""
    Image.new("RGB", (2000, 1000), "green").save(tmp_path / name)
    logo = letterhead(Settings(tmp_path, logo=name), "Balai").logo
    assert logo and logo.png.startswith(b"\x89PNG")
    assert (logo.width, logo.height) == (480, 240)


def test_a_logo_fits_its_box() -> None:
    """A logo keeps its proportions in whatever box it is put."""
    assert Logo(b"", 480, 240).within(2, 2) == (2, 1)


@pytest.mark.parametrize("content", [None, b"bukan gambar", b"\x89PNG\r\n\x1a\n"], ids=["missing", "text", "cut"])
def test_a_logo_that_cannot_be_used_is_named(tmp_path: Path, content: bytes | None) -> None:
    """A missing or broken logo says which setting to mend."""
    if content is not None:
        (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(SettingsInvalid, match=r"letterhead\.logo"):
        letterhead(Settings(tmp_path, logo="logo.png"), "Balai")
