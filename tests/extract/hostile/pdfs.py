"""Writes PDFs object by object, so that a test can say what no honest program would."""

import zlib
from functools import cache

MEGABYTE = 1 << 20
TEXT = b"BT /F1 12 Tf 72 700 Td (aman) Tj ET\n"
_FONT = b"<</Font<</F1 5 0 R>>>>"


def pdf(objects: list[bytes]) -> bytes:
    """Return the file; the first object is the catalogue."""
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def stream(content: bytes, about: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (about, len(content), content)


def page(contents: bytes, box: str = "0 0 595 842", resources: bytes = _FONT, fifth: bytes = b"") -> list[bytes]:
    """Return the objects of a file of one page: catalogue, page tree, page, contents, and its font or picture."""
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources%s>>" % (box.encode(), resources),
        contents,
        fifth or b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]


@cache
def flated(chunk: bytes, megabytes: int, layers: int = 1) -> bytes:
    """Return `chunk` again and again, compressed `layers` times."""
    packer = zlib.compressobj(9)
    chunk *= MEGABYTE // len(chunk)
    packed = b"".join(packer.compress(chunk) for _ in range(megabytes)) + packer.flush()
    for _ in range(layers - 1):
        packed = zlib.compress(packed, 9)
    return packed


def swollen(chunk: bytes, megabytes: int, layers: int) -> bytes:
    """Return a file of one page whose contents are `chunk` again and again, compressed `layers` times."""
    return pdf(page(stream(flated(chunk, megabytes, layers), b"/Filter[%s]" % (b"/FlateDecode" * layers))))


def lzw(unpacked: int) -> bytes:
    """Return at least so many blanks, packed by LZW: each code stands for one blank more than the one before."""
    codes, size = 3_800, 0  # then the table is nearly full
    bits = f"{256:09b}"
    while size < unpacked:
        for number in range(codes):
            width = max(9, (number + 258).bit_length())
            bits += f"{257 + number if number else 32:0{width}b}"
            size += number + 1
        bits += f"{256:012b}"
    bits += f"{257:09b}"
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def scanned(width: str, height: str) -> bytes:
    """Return a file of one page, in points, that one picture covers."""
    picture = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    drawn = stream(f"q {width} 0 0 {height} 0 0 cm /I Do Q".encode())
    return pdf(page(drawn, f"0 0 {width} {height}", b"<</XObject<</I 5 0 R>>>>", stream(b"\x80", picture)))


def indexed(objects: dict[int, bytes], packed: dict[int, tuple[int, int]]) -> bytes:
    """Return a file with an index stream that names itself as its predecessor.

    `packed` says of an object in which object stream it lies, and where.
    """
    out, places = bytearray(b"%PDF-1.5\n"), {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    places[9] = len(out)
    rows = b"".join(_row(number, places, packed) for number in range(10))
    about = b"/Type/XRef/Size 10/W[1 4 1]/Root 1 0 R/Prev %d" % len(out)
    return bytes(out) + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(rows, about), len(out))


def _row(number: int, places: dict[int, int], packed: dict[int, tuple[int, int]]) -> bytes:
    if number in packed:
        holder, place = packed[number]
        return bytes([2]) + holder.to_bytes(4, "big") + bytes([place])
    return bytes([number in places]) + places.get(number, 0).to_bytes(4, "big") + b"\0"
