"""Serving evidence: by id only, inline only what cannot do harm, with the file's own name."""

import os
from pathlib import Path

import pytest

from web.files import download_name

INLINE = [("SK tim kerja", "application/pdf"), ("WA Grup", "image/png")]
DOWNLOADS = ["Notulen", "Spanduk", "Banner", "Evaluasi SOP"]


def address(site, part: str) -> str:
    return f"/dokumen/{site.document(part).id}/berkas"


@pytest.mark.parametrize(("part", "media_type"), INLINE)
def test_pdf_and_pictures_are_shown(site, part: str, media_type: str) -> None:
    """They come inline with the type that their content has, for a frame of this site only."""
    answer = site.client.get(address(site, part))
    assert answer.status_code == 200
    assert answer.mimetype == media_type
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.data == site.archive.file(site.document(part)).read_bytes()
    answer.close()


@pytest.mark.parametrize("part", DOWNLOADS)
def test_all_else_is_a_download(site, part: str) -> None:
    """Word, SVG, and HTML that calls itself .pdf are bytes to keep, sealed against running here."""
    answer = site.client.get(address(site, part))
    assert answer.status_code == 200
    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"] == ("default-src 'none'; sandbox; frame-ancestors 'none'")
    answer.close()


@pytest.mark.parametrize("part", [part for part, _ in INLINE] + DOWNLOADS)
def test_no_answer_may_be_sniffed_or_kept_unchecked(site, part: str) -> None:
    """Every file carries nosniff, and a browser asks again before it shows a kept copy."""
    answer = site.client.get(address(site, part))
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    answer.close()


def test_a_range_of_a_file_can_be_asked_for(site) -> None:
    """A PDF viewer reads the end of a large file first."""
    answer = site.client.get(address(site, "SK tim kerja"), headers={"Range": "bytes=0-4"})
    assert answer.status_code == 206
    assert answer.data == b"%PDF-"
    answer.close()


def test_an_unchanged_file_is_not_sent_again(site) -> None:
    """The answer to a known ETag is 304, without a body."""
    first = site.client.get(address(site, "WA Grup"))
    first.close()
    again = site.client.get(address(site, "WA Grup"), headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and again.data == b""
    again.close()


@pytest.mark.parametrize("id", ["x", "0", "..%2f..%2fetc%2fpasswd", "2024/I.1.1.1_SK tim kerja_2024-01.pdf", "%00"])
def test_only_an_id_finds_a_file(site, id: str) -> None:
    """A path, a traversal or an unknown id is not found."""
    assert site.client.get(f"/dokumen/{id}/berkas").status_code == 404


def test_a_file_that_is_gone_is_said_to_be_gone(visit, tmp_path: Path) -> None:
    """Between two comparisons a file may vanish: the page says which, and nothing breaks."""
    file = tmp_path / "archive" / "I.1.1.1_SK_2024-01.txt"
    file.parent.mkdir()
    file.write_text("isi")
    mine = visit(tmp_path)
    mine.archive.sync(lambda done, total: None)
    file.unlink()
    page = mine.page(f"/dokumen/{mine.document('SK').id}/berkas", status=404)
    assert "I.1.1.1_SK_2024-01.txt" in page and "Sudah tidak ada di tempatnya" in page


def test_without_the_whole_folder_nothing_is_said_to_be_gone(visit, tmp_path: Path) -> None:
    """When the share itself is away, the answer is not "not found" but "not now"."""
    file = tmp_path / "archive" / "I.1.1.1_SK_2024-01.txt"
    file.parent.mkdir()
    file.write_text("isi")
    mine = visit(tmp_path)
    mine.archive.sync(lambda done, total: None)
    file.parent.rename(tmp_path / "terputus")
    assert "Sambungkan folder bersama" in mine.page(f"/dokumen/{mine.document('SK').id}/berkas", status=503)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_file_that_became_a_link_is_not_served(visit, tmp_path: Path) -> None:
    """A link out of the archive, put in place of a known file, leads nowhere."""
    secret = tmp_path / "rahasia.txt"
    secret.write_text("rahasia sekali")
    file = tmp_path / "archive" / "I.1.1.1_SK_2024-01.txt"
    file.parent.mkdir()
    file.write_text("isi")
    mine = visit(tmp_path)
    mine.archive.sync(lambda done, total: None)
    file.unlink()
    file.symlink_to(secret)
    assert "rahasia sekali" not in mine.page(f"/dokumen/{mine.document('SK').id}/berkas", status=404)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("2024/I.1/Notulen rapat.pdf", "Notulen rapat.pdf"),
        ("a/b\r\nSet-Cookie: x.pdf", "bSet-Cookie: x.pdf"),
        ("a/laporan\u202efdp.exe", "laporanfdp.exe"),
        ("a/Évaluasi “SOP”.docx", "Évaluasi “SOP”.docx"),
        ("a/\u200b", "berkas"),
    ],
    ids=["plain", "newline", "direction mark", "accents", "invisible"],
)
def test_the_downloads_name_cannot_deceive(path: str, name: str) -> None:
    """The file's own name, without signs that break a header or turn the suffix around."""
    assert download_name(path) == name


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold such names")
def test_a_name_with_quotes_and_accents_survives_the_header(visit, tmp_path: Path) -> None:
    """Quotes cannot end the name early, and other letters come in the extended form."""
    file = tmp_path / "archive" / 'Evaluasi "tahap; 1" é.txt'
    file.parent.mkdir()
    file.write_text("isi")
    mine = visit(tmp_path)
    mine.archive.sync(lambda done, total: None)
    (document,) = mine.archive.documents()
    answer = mine.client.get(f"/dokumen/{document.id}/berkas")
    assert "filename*=UTF-8''Evaluasi%20%22tahap%3B%201%22%20" in answer.headers["Content-Disposition"]
    answer.close()
