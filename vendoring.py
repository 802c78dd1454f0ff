"""Fetches the files of others that this repository carries: `python3 dev.py vendor`.

What is wanted stands in SHELVES, pinned; what was fetched stands in a `vendor.json` beside the files, with
version, licence and SHA-256, and is compared by the tests. The ordinary `npm` client does the fetching.
Standard library only.
"""

import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
RECORD = "vendor.json"


@dataclass(frozen=True, slots=True)
class Package:
    """One package at one version, and what is taken out of it."""

    name: str
    version: str
    files: Mapping[str, str]
    """The name in our folder, of each path inside the package; among them every licence that covers the rest."""
    licences: tuple[str, ...]
    """Which of our names are the licences."""


PICO = Package(
    "@picocss/pico",
    "2.1.1",
    {"css/pico.fluid.classless.min.css": "pico.fluid.classless.min.css", "LICENSE.md": "pico.LICENSE.md"},
    ("pico.LICENSE.md",),
)
HTMX = Package(
    "htmx.org", "2.0.11", {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "htmx.LICENSE.txt"}, ("htmx.LICENSE.txt",)
)
IDIOMORPH = Package(
    "idiomorph",
    "0.8.0",
    {
        "dist/idiomorph-ext.min.js": "idiomorph-ext.min.js",
        "LICENSE": "idiomorph.LICENSE.txt",
        "package.json": "idiomorph.package.json",
    },
    ("idiomorph.LICENSE.txt",),
)
AXE = Package(
    "axe-core",
    "4.14.1",
    {
        "axe.min.js": "axe.min.js",
        "LICENSE": "axe.LICENSE.txt",
        "LICENSE-3RD-PARTY.txt": "axe.LICENSE-3RD-PARTY.txt",
    },
    ("axe.LICENSE.txt", "axe.LICENSE-3RD-PARTY.txt"),
)
PDFJS = Package(
    "pdfjs-dist",
    "6.5.438",
    {
        "legacy/build/pdf.min.mjs": "pdf.min.mjs",
        "legacy/build/pdf.worker.min.mjs": "pdf.worker.min.mjs",
        "wasm/jbig2_nowasm_fallback.js": "jbig2_nowasm_fallback.js",
        "wasm/openjpeg_nowasm_fallback.js": "openjpeg_nowasm_fallback.js",
        "standard_fonts/FoxitDingbats.pfb": "FoxitDingbats.pfb",
        "standard_fonts/FoxitSymbol.pfb": "FoxitSymbol.pfb",
        "LICENSE": "pdfjs.LICENSE.txt",
        "wasm/LICENSE_JBIG2": "pdfjs.LICENSE_JBIG2.txt",
        "wasm/LICENSE_PDFJS_JBIG2": "pdfjs.LICENSE_PDFJS_JBIG2.txt",
        "wasm/LICENSE_OPENJPEG": "pdfjs.LICENSE_OPENJPEG.txt",
        "wasm/LICENSE_PDFJS_OPENJPEG": "pdfjs.LICENSE_PDFJS_OPENJPEG.txt",
        "standard_fonts/LICENSE_FOXIT": "pdfjs.LICENSE_FOXIT.txt",
    },
    (
        "pdfjs.LICENSE.txt",
        "pdfjs.LICENSE_JBIG2.txt",
        "pdfjs.LICENSE_PDFJS_JBIG2.txt",
        "pdfjs.LICENSE_OPENJPEG.txt",
        "pdfjs.LICENSE_PDFJS_OPENJPEG.txt",
        "pdfjs.LICENSE_FOXIT.txt",
    ),
)
"""The build for browsers some years old; what decodes scans without WebAssembly, which our policy refuses; and the two
fonts that no system has alike."""
SHELVES = {
    ROOT / "web" / "static" / "vendor": (PICO, HTMX, IDIOMORPH, PDFJS),
    ROOT / "tests" / "web" / "vendor": (AXE,),
}
"""What the site serves, and what only the tests use."""


class Refused(Exception):
    """What came is not what was wanted; the folder is as it was."""


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="ziarchive-vendor-") as scratch:
        try:
            for folder, packages in SHELVES.items():
                stock(folder, [(package, fetch(package, Path(scratch))) for package in packages])
        except Refused as refusal:
            print(refusal)
            return 3
    return 0


def fetch(package: Package, folder: Path) -> Path:
    """Return the archive of a package as npm brings it; npm compares it with the registry's own checksum."""
    if not (npm := shutil.which("npm")):
        raise Refused("npm is missing; only this command needs it. On Debian or Ubuntu: apt install npm")
    wanted = f"{package.name}@{package.version}"
    command = [npm, "pack", wanted, "--json", "--ignore-scripts", "--pack-destination", str(folder)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # npm, with our words
    if outcome.returncode:
        raise Refused(f"npm could not bring {wanted}:\n{outcome.stderr.strip()}")
    (told,) = json.loads(outcome.stdout)
    # An old npm tells the name with its scope, and writes it without.
    return folder / str(told["filename"]).replace("@", "").replace("/", "-")


def stock(folder: Path, archives: Iterable[tuple[Package, Path]]) -> None:
    """Put the wanted files of each package into `folder` and record them; nothing is written when one is refused."""
    taken = [take(package, archive) for package, archive in archives]
    for one in taken:
        compare(one.row(), folder / RECORD)
    folder.mkdir(parents=True, exist_ok=True)
    for one in taken:
        for name, data in one.files.items():
            (folder / name).write_bytes(data)
            print(f"{folder.name}/{name}: {len(data):,} bytes")
    text = json.dumps([one.row() for one in taken], indent=2) + "\n"
    (folder / RECORD).write_text(text, encoding="utf-8", newline="\n")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came out of an archive: the licence that the package names, and the files by our names."""

    package: Package
    licence: str
    files: Mapping[str, bytes]

    def row(self) -> dict[str, Any]:
        """Return what the record says of it."""
        paths = {name: path for path, name in self.package.files.items()}
        hashes = {name: hashlib.sha256(data).hexdigest() for name, data in self.files.items()}
        return {
            "package": self.package.name,
            "version": self.package.version,
            "licence": self.licence,
            "licence_files": list(self.package.licences),
            "files": [{"file": name, "path": paths[name], "sha256": hashed} for name, hashed in hashes.items()],
        }


def take(package: Package, archive: Path) -> Taken:
    with tarfile.open(archive) as opened:
        said = json.loads(member(opened, "package.json"))
        if (said["name"], said["version"]) != (package.name, package.version):
            raise Refused(f"{said['name']} {said['version']} came, not {package.name} {package.version}.")
        files = {name: member(opened, path) for path, name in package.files.items()}
        return Taken(package, str(said["license"]), files)


def member(opened: tarfile.TarFile, path: str) -> bytes:
    """Return one file; npm packs everything below `package/`."""
    try:
        stream = opened.extractfile(f"package/{path}")
    except KeyError:
        stream = None
    if stream is None:
        raise Refused(f"{path} is not in the package.")
    return stream.read()


def compare(row: Mapping[str, Any], record: Path) -> None:
    """Refuse other contents under a version that was fetched before: what is published never changes."""
    known = json.loads(record.read_text(encoding="utf-8")) if record.exists() else []
    for old in known:
        if (old["package"], old["version"]) == (row["package"], row["version"]):
            before = {each["path"]: each["sha256"] for each in old["files"]}
            changed = [
                each["path"] for each in row["files"] if before.get(each["path"], each["sha256"]) != each["sha256"]
            ]
            if changed:
                raise Refused(f"{row['package']} {row['version']} came with other contents than before: {changed}")


if __name__ == "__main__":
    raise SystemExit(main())
