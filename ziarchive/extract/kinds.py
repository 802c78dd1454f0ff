"""The kinds of files that are known by their content, with what a person calls each.

A kind that no extractor reads still has its place here: its files are found by name, and shown by kind.
"""

from dataclasses import dataclass

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."


@dataclass(frozen=True, slots=True)
class Kind:
    """A family of files."""

    name: str
    """The extractor of this name reads it, when one is installed."""
    media_type: str
    label: str
    """What a person calls it."""
    suffixes: tuple[str, ...] = ()
    """The suffixes that promise this kind."""


UNKNOWN = Kind("unknown", "application/octet-stream", "berkas yang jenisnya tidak dikenal")
EMPTY = Kind("empty", "application/x-empty", "kosong")
ZEROS = Kind("zeros", "application/octet-stream", "byte nol")
BROKEN_ZIP = Kind("broken_zip", "application/zip", "arsip yang terpotong")
LOCKED_OFFICE = Kind("locked_office", "application/x-ole-storage", "dokumen Office berkata sandi")
ZIP = Kind("zip", "application/zip", "arsip ZIP", (".zip",))
OLE = Kind("ole", "application/x-ole-storage", "dokumen Office lama")
PARTS = Kind("parts", "application/zip", "dokumen Office yang tidak lengkap")
PDF = Kind("pdf", "application/pdf", "PDF", (".pdf",))
DOCX = Kind("docx", f"{_OOXML}wordprocessingml.document", "dokumen Word", (".docx", ".docm", ".dotx", ".dotm"))
XLSX = Kind("xlsx", f"{_OOXML}spreadsheetml.sheet", "lembar kerja Excel", (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb"))
PPTX = Kind(
    "pptx",
    f"{_OOXML}presentationml.presentation",
    "presentasi PowerPoint",
    (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"),
)
HTML = Kind("html", "text/html", "halaman web (HTML)", (".html", ".htm", ".xhtml"))
MHTML = Kind("mhtml", "multipart/related", "halaman web tersimpan (MHTML)", (".mhtml", ".mht"))
WHATSAPP = Kind("whatsapp", "text/plain", "percakapan WhatsApp", (".txt", ".zip"))
EML = Kind("eml", "message/rfc822", "surel (e-mail)", (".eml",))
TEXT = Kind("text", "text/plain", "teks", (".txt", ".csv", ".tsv", ".md", ".log", ".json", ".ini", ".yaml", ".yml"))
AUDIO = Kind("audio", "audio/mpeg", "rekaman suara", (".mp3", ".m4a", ".aac", ".ogg", ".opus", ".wav", ".amr", ".wma"))
VIDEO = Kind("mp4", "video/mp4", "video", (".mp4", ".mov", ".m4v", ".3gp"))
OTHER_VIDEO = Kind("video", "video/x-matroska", "video", (".avi", ".mkv", ".webm", ".flv", ".wmv", ".mpg", ".mpeg"))
PROGRAM = Kind("program", "application/x-msdownload", "program komputer", (".exe", ".dll", ".msi", ".apk", ".jar"))
FONT = Kind("font", "font/sfnt", "huruf (font)", (".ttf", ".otf", ".woff", ".woff2", ".ttc"))
DATABASE = Kind("database", "application/x-database", "basis data", (".mdb", ".accdb", ".sqlite"))

# Order matters: the first that fits decides.
SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (rb"\xff\xd8\xff", Kind("jpg", "image/jpeg", "gambar JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"))),
    (rb"\x89PNG\r\n\x1a\n", Kind("png", "image/png", "gambar PNG", (".png",))),
    (rb"GIF8[79]a", Kind("gif", "image/gif", "gambar GIF", (".gif",))),
    (rb"RIFF....WEBP", Kind("webp", "image/webp", "gambar WebP", (".webp",))),
    (rb"II\*\x00|MM\x00\*", Kind("tiff", "image/tiff", "gambar TIFF", (".tif", ".tiff"))),
    (rb"BM.{4}\x00{4}", Kind("bmp", "image/bmp", "gambar BMP", (".bmp",))),
    (rb"\x00.{3}ftyp(hei|hev|mif|msf)", Kind("heic", "image/heic", "gambar HEIC", (".heic", ".heif"))),
    (rb"\x00.{3}ftypavi[fs]", Kind("avif", "image/avif", "gambar AVIF", (".avif",))),
    (rb"\x00.{3}ftypM4[AB]", AUDIO),
    (rb"\x00.{3}(ftyp|moov|mdat|wide|free)", VIDEO),
    (rb"ID3[\x02-\x04]|\xff[\xf1\xf9\xfa\xfb\xf2\xf3].[\x00-\xff]|fLaC|OggS|RIFF....WAVE|#!AMR|MThd", AUDIO),
    (rb"RIFF....AVI |\x1a\x45\xdf\xa3|FLV\x01|\x00\x00\x01\xba|\x30\x26\xb2\x75\x8e\x66\xcf\x11", OTHER_VIDEO),
    (rb"Rar!\x1a\x07", Kind("rar", "application/vnd.rar", "arsip RAR", (".rar",))),
    (rb"7z\xbc\xaf\x27\x1c", Kind("7z", "application/x-7z-compressed", "arsip 7-Zip", (".7z",))),
    (rb"\x1f\x8b\x08", Kind("gzip", "application/gzip", "arsip GZIP", (".gz", ".tgz"))),
    (rb".{257}ustar", Kind("tar", "application/x-tar", "arsip TAR", (".tar",))),
    (rb"\xfd7zXZ\x00", Kind("xz", "application/x-xz", "arsip XZ", (".xz",))),
    (rb"BZh[1-9]1AY&SY", Kind("bzip2", "application/x-bzip2", "arsip BZIP2", (".bz2",))),
    (rb"\s*\{\\rtf", Kind("rtf", "application/rtf", "dokumen RTF", (".rtf",))),
    (rb"MZ(?=.*\x00)|\x7fELF|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe\x00", PROGRAM),
    (rb"\x00\x01\x00\x00Standard (Jet|ACE) DB|SQLite format 3\x00", DATABASE),
    (rb"\x00\x01\x00\x00\x00|OTTO\x00|wOF[F2]|ttcf\x00", FONT),
    (rb"AC10\d\d[\x00-\x1f]", Kind("dwg", "image/vnd.dwg", "gambar AutoCAD", (".dwg",))),
    (rb"8BPS\x00", Kind("psd", "image/vnd.adobe.photoshop", "gambar Photoshop", (".psd",))),
    (rb"RIFF....CDR", Kind("cdr", "application/vnd.corel-draw", "gambar CorelDRAW", (".cdr",))),
    (rb"(\xc5\xd0\xd3\xc6|%!PS)", Kind("postscript", "application/postscript", "PostScript", (".ps", ".eps"))),
    (rb"AT&TFORM", Kind("djvu", "image/vnd.djvu", "pindaian DjVu", (".djvu",))),
    (rb"\x01\x00\x00\x00.{36} EMF|\xd7\xcd\xc6\x9a", Kind("emf", "image/emf", "gambar Windows", (".emf", ".wmf"))),
    (rb"\x00\x00\x01\x00[\x01-\x40]\x00", Kind("ico", "image/x-icon", "ikon", (".ico",))),
    (rb"\xffWPC", Kind("wordperfect", "application/vnd.wordperfect", "dokumen WordPerfect", (".wpd",))),
    (rb"L\x00\x00\x00\x01\x14\x02\x00", Kind("shortcut", "application/x-ms-shortcut", "pintasan Windows", (".lnk",))),
    # Before HTML and text: PDF readers accept rubbish before the header, or no header at all.
    (rb".{0,1019}%PDF-|(?=.*\b\d+ \d+ obj\b)", PDF),
    (
        rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*"
        rb"<(!doctype\s+html|(html|head|body|table|meta|title|style|script|div|center|h[1-6]|p|font)[\s/>])",
        HTML,
    ),
    (
        rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*<(!doctype\s+)?svg",
        Kind("svg", "image/svg+xml", "gambar SVG", (".svg",)),
    ),
    (rb"(\xef\xbb\xbf)?\s*<\?xml", Kind("xml", "application/xml", "XML", (".xml", ".kml", ".gpx"))),
)

# Names of streams; a letter may hold a document, so letters come first.
OLE_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("__properties_version1.0", Kind("msg", "application/vnd.ms-outlook", "surel Outlook (.msg)", (".msg", ".oft"))),
    ("EncryptedPackage", LOCKED_OFFICE),
    ("WordDocument", Kind("doc", "application/msword", "dokumen Word lama (.doc)", (".doc", ".dot"))),
    ("Workbook\0", Kind("xls", "application/vnd.ms-excel", "lembar kerja Excel lama (.xls)", (".xls", ".xlt"))),
    ("\0Book\0", Kind("xls", "application/vnd.ms-excel", "lembar kerja Excel lama (.xls)", (".xls", ".xlt"))),
    (
        "PowerPoint Document",
        Kind("ppt", "application/vnd.ms-powerpoint", "presentasi PowerPoint lama (.ppt)", (".ppt", ".pps", ".pot")),
    ),
    ("VisioDocument", Kind("visio", "application/vnd.visio", "gambar Visio", (".vsd", ".vsdx"))),
    ("Props14\0", Kind("project", "application/vnd.ms-project", "jadwal Microsoft Project", (".mpp",))),
    ("Props12\0", Kind("project", "application/vnd.ms-project", "jadwal Microsoft Project", (".mpp",))),
    ("Props9\0", Kind("project", "application/vnd.ms-project", "jadwal Microsoft Project", (".mpp",))),
    ("Quill\0", Kind("publisher", "application/x-mspublisher", "dokumen Publisher", (".pub",))),
)

OOXML_MAIN: tuple[tuple[bytes, Kind], ...] = (
    (rb"wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\.macro", DOCX),
    (rb"spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.", XLSX),
    (rb"presentationml\.(presentation|slideshow|template)\.main|ms-powerpoint\.", PPTX),
)

# The `mimetype` member of a package.
OPEN_DOCUMENT: dict[str, Kind] = {
    f"{_ODF}text": Kind("odt", f"{_ODF}text", "dokumen OpenDocument", (".odt", ".ott")),
    f"{_ODF}spreadsheet": Kind("ods", f"{_ODF}spreadsheet", "lembar kerja OpenDocument", (".ods", ".ots")),
    f"{_ODF}presentation": Kind("odp", f"{_ODF}presentation", "presentasi OpenDocument", (".odp", ".otp")),
    f"{_ODF}graphics": Kind("odg", f"{_ODF}graphics", "gambar OpenDocument", (".odg",)),
    "application/epub+zip": Kind("epub", "application/epub+zip", "buku elektronik (EPUB)", (".epub",)),
}

# Starts of member names that tell what a package without further words is.
ZIP_MEMBERS: tuple[tuple[str, Kind], ...] = (
    ("word/document", DOCX),
    ("xl/workbook", XLSX),
    ("ppt/presentation", PPTX),
    ("visio/", Kind("visio", "application/vnd.ms-visio.drawing", "gambar Visio", (".vsdx",))),
    ("FixedDocSeq.fdseq", Kind("xps", "application/vnd.ms-xpsdocument", "dokumen XPS", (".xps", ".oxps"))),
    ("FixedDocumentSequence.fdseq", Kind("xps", "application/vnd.ms-xpsdocument", "dokumen XPS", (".xps", ".oxps"))),
    (
        "Index/Document.iwa",
        Kind("iwork", "application/vnd.apple.iwork", "dokumen Apple", (".pages", ".numbers", ".key")),
    ),
    ("AndroidManifest.xml", PROGRAM),
    ("META-INF/MANIFEST.MF", PROGRAM),
    ("doc.kml", Kind("kmz", "application/vnd.google-earth.kmz", "peta Google Earth", (".kmz",))),
)


def every_kind() -> tuple[Kind, ...]:
    """Return each kind once."""
    singles = (ZIP, DOCX, XLSX, PPTX, TEXT, WHATSAPP, EML, MHTML)
    tables = (SIGNATURES, OLE_STREAMS, ZIP_MEMBERS)
    rows = (kind for table in tables for _, kind in table)
    return tuple(dict.fromkeys((*singles, *rows, *OPEN_DOCUMENT.values())))
