"""The assessor's binder: the evidence of a plan, or of a part of it, as one package that opens anywhere.

It is a BagIt bag (RFC 8493), as a folder or as one ZIP. `contents` decides what goes where, `copying` takes
each file over and compares it with what is known of it, `sink` writes, `bag` keeps the checksums, `pages`
and `sheet` are what a person reads. A file that is gone, or is no longer what was read, is told in the
binder and never makes it a broken one.

    bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt
    data/index.html  data/halaman/I.4.html  data/LKE.xlsx  data/Bukti.xlsx  data/kesenjangan.csv
    data/2024/I Manajemen Perubahan/I.4 …/I.4.1 …/I.4.1.2_Bukti lapor LHKPN_2024-03.pdf
"""

from ziarchive.binder.contents import Binder, Filed, collected
from ziarchive.binder.copying import Lost
from ziarchive.binder.writing import Written, write

__all__ = ["Binder", "Filed", "Lost", "Written", "collected", "write"]
