"""What the doctor says of HOME."""

from dataclasses import replace

from PIL import Image

from tests.conftest import Office
from ziarchive.doctor import Check, examine
from ziarchive.query.synonyms import OWN_FILE


def check(office: Office, name: str) -> Check:
    (found,) = (each for each in examine(office.settings) if each.name == name)
    return found


def test_synonyms_are_checked(office: Office) -> None:
    """Every line of the office's own words that is not used is a finding; a good list is named."""
    file = office.settings.home / OWN_FILE
    told = check(office, "Daftar padanan kata")
    assert told.good and str(file) in told.say and "bawaan" in told.say
    file.write_text("BIB | balai inseminasi\nBPTU\n", encoding="utf-8")
    told = check(office, "Daftar padanan kata")
    assert not told.good and f"{OWN_FILE} baris 2" in told.say
    file.write_text("BIB | balai inseminasi\n", encoding="utf-8")
    assert check(office, "Daftar padanan kata") == Check("Daftar padanan kata", True, str(file))


def test_the_logo_is_checked(office: Office) -> None:
    """A logo that is missing or is no picture is a finding before a report is wanted; none is asked for by default."""
    name = "Logo kop surat"
    assert name not in [each.name for each in examine(office.settings)]
    with_logo = Office(replace(office.settings, logo="logo.png"))
    file = office.settings.home / "logo.png"
    assert not check(with_logo, name).good
    file.write_text("bukan gambar")
    told = check(with_logo, name)
    assert not told.good and "letterhead.logo" in told.say
    Image.new("RGB", (40, 20)).save(file)
    assert check(with_logo, name) == Check(name, True, str(file))
