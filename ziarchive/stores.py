"""The stores of index/, with the catalogue in memory: opened and closed together, brought back when deleted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ziarchive import registry
from ziarchive.errors import IndexUnusable
from ziarchive.folder import mounts
from ziarchive.ports import SearchIndex
from ziarchive.settings import Settings
from ziarchive.store.catalogue import Catalogue
from ziarchive.store.shelf import Shelf
from ziarchive.store.texts import TextCache

CATALOGUE = "catalogue.sqlite"


@dataclass(frozen=True, slots=True)
class Stores:
    """What index/ holds; all of it is derived."""

    folder: Path
    catalogue: Catalogue
    shelf: Shelf
    """The catalogue's documents, in memory."""
    texts: TextCache
    index: SearchIndex

    @classmethod
    def open(cls, settings: Settings) -> "Stores":
        """Open them, making what is missing; raises `IndexUnusable`."""
        folder = settings.index
        _require_local(folder)
        _make(folder)
        engine = registry.load(registry.SEARCH, settings.engine)
        catalogue, texts = Catalogue(folder / CATALOGUE), TextCache(folder / "texts.sqlite")
        return cls(folder, catalogue, Shelf(catalogue), texts, engine(folder / "search"))

    @property
    def lost(self) -> bool:
        """True when somebody deleted the catalogue or the texts; `revive` and a comparison bring them back. Cheap."""
        return self.catalogue.database.lost or self.texts.database.lost

    def revive(self) -> None:
        """Go on with new, empty stores where the files are gone; only who holds the write lock may."""
        _make(self.folder)
        self.catalogue.database.revive()
        self.texts.database.revive()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Turn what the system says of the folder while it is written into words."""
        try:
            yield
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def close(self) -> None:
        """Release every file; idempotent."""
        self.index.close()
        self.texts.close()
        self.catalogue.close()


def _require_local(folder: Path) -> None:
    if mounts.is_network(folder if folder.exists() else folder.parent):
        raise IndexUnusable(
            f"Folder indeks {folder} berada di disk jaringan. Atur index.folder di ziarchive.toml "
            "ke folder pada disk lokal komputer ini."
        )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> IndexUnusable:
    return IndexUnusable(
        f"Folder indeks {folder} tidak dapat ditulis: {error}. Periksa izin menulis di sana dan sisa ruang disknya."
    )
