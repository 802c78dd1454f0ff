"""Backup and restore of everything that cannot be made anew: one ZIP with a manifest of SHA-256.

    ziarchive-backup.json     format, when and by what it was made, every file with its SHA-256 and size
    home/…                    all of HOME but index/, archive/, lock files, environments, and what was made from it
    ledger/…                  the ledger and its sealed rounds, where the settings put them outside HOME
    archive/…                 the evidence, when asked for

`choosing` decides what goes in, `taking` writes it, `manifest` is the form, `bringing` brings it back.
What is new in HOME is in the next backup without a change here: the list says what stays out.
"""

from ziarchive.backup.bringing import Brought, restore
from ziarchive.backup.taking import Taken, backup

__all__ = ["Brought", "Taken", "backup", "restore"]
