"""PDF files that are one picture, half of it black, as scanners and fax machines write them."""

from io import BytesIO
from pathlib import Path

from PIL import Image


def pictured(path: Path, filter: str, data: bytes, size: tuple[int, int], more: str) -> None:
    """Write a PDF of one page that is one picture, as scanners do."""
    width, height = size
    drawn = f"q {width} 0 0 {height} 0 0 cm /Im Do Q".encode()
    head = f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/Filter/{filter} {more}/Length {len(data)}>>"
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Resources<</XObject<</Im 5 0 R>>>>/Contents 4 0 R>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page.encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        head.encode() + b"stream\n" + data + b"\nendstream",
    ]
    out, starts = b"%PDF-1.5\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    path.write_bytes(out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + tail)


def half_black() -> Image.Image:
    picture = Image.new("L", (200, 100), 255)
    picture.paste(0, (0, 0, 100, 100))
    return picture


def fax() -> bytes:
    """Return the strip of a Group 4 fax."""
    out = BytesIO()
    half_black().convert("1").save(out, "TIFF", compression="group4", strip_size=1 << 20)
    tags = Image.open(BytesIO(out.getvalue())).tag_v2  # type: ignore[attr-defined]
    (start,), (length,) = tags[273], tags[279]
    return out.getvalue()[start : start + length]


def jpx() -> bytes:
    out = BytesIO()
    half_black().save(out, "JPEG2000")
    return out.getvalue()
