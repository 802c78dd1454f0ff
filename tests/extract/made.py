"""Files made by the real office program, for the tests of readers; without it these tests are skipped."""

import subprocess
from pathlib import Path

from tests.conftest import missing
from ziarchive.extract.office.libreoffice import program


def convert(folder: Path, source: Path, target: str) -> Path:
    """Return what LibreOffice makes of `source`, e.g. for target ods or doc:MS Word 97."""
    if not program():
        missing("LibreOffice is missing")
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [program(), profile, "--headless", "--norestore", "--convert-to", target, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=100)
    made = folder / f"{source.stem}.{target.partition(':')[0]}"
    assert made.is_file()
    return made
