"""What the doctor says of HOME."""

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
