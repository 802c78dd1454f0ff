"""The names of the filters, in Indonesian and in English."""

from collections.abc import Mapping
from difflib import get_close_matches

from ziarchive.query.nodes import Field

NAMES = {
    "area": Field.AREA,
    "komponen": Field.COMPONENT,
    "component": Field.COMPONENT,
    "indikator": Field.INDICATOR,
    "indicator": Field.INDICATOR,
    "kode": Field.CODE,
    "code": Field.CODE,
    "lke": Field.LKE,
    "butir": Field.LKE,
    "jenis": Field.KIND,
    "kind": Field.KIND,
    "tahun": Field.YEAR,
    "year": Field.YEAR,
    "periode": Field.PERIOD,
    "period": Field.PERIOD,
    "tanggal": Field.DATE,
    "date": Field.DATE,
    "status": Field.STATUS,
    "state": Field.STATUS,
    "dari": Field.SOURCE,
    "from": Field.SOURCE,
    "judul": Field.TITLE,
    "title": Field.TITLE,
    "nama": Field.NAME,
    "name": Field.NAME,
}
"""Each filter's Indonesian and English name."""
INDONESIAN: Mapping[Field, str] = {field: next(name for name in NAMES if NAMES[name] is field) for field in Field}
"""Each field's first name."""
_ALIKE = 0.8
"""How like a name must be to be meant: thun and tahun, jeins and jenis, but not hari and dari."""


def field_of(name: str) -> Field | None:
    """Return the field that a name filters, in any case."""
    return NAMES.get(name.lower())


def meant(name: str) -> str:
    """Return the filter's name that was most likely mistyped; nothing when none is like it."""
    return next(iter(get_close_matches(name.lower(), NAMES, 1, _ALIKE)), "")
