"""`python -m samples HOME`: fills a demo office, reads it once, and writes down what its people decided."""

import sys
from datetime import datetime
from pathlib import Path

from samples.judgements import record
from samples.office import ON, fill
from ziarchive.archive import Archive
from ziarchive.settings import read


def main(home: Path) -> None:
    files = fill(home)
    with Archive(read(home), lambda: datetime.now().astimezone()) as archive:
        archive.sync()
        decisions = record(archive)
    print(f"{files} berkas contoh dan {decisions} keputusan ditulis ke {home}")
    print(f"Keadaan tengah tahun: tambahkan ?pada={ON.isoformat()} pada alamat situs di bawah ini.", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Pemakaian: python -m samples HOME")
    main(Path(sys.argv[1]))
