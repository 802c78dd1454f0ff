"""The main job beside a file that takes long to read."""

import multiprocessing
import os
from dataclasses import replace

import psutil
import pytest

from tests.conftest import Office
from tests.test_service import Wait, paths
from ziarchive.archive import Archive
from ziarchive.service import Service


@pytest.mark.skipif(os.name == "nt", reason="only a signal makes a worker hang at will")
def test_a_hanging_file_keeps_no_other_waiting(office: Office, wait_until: Wait) -> None:
    """While one worker hangs at a file, those that are dropped later are taken in; it follows when it can."""
    before = {*multiprocessing.active_children()}
    with (
        replace(office, settings=replace(office.settings, executor="processes", workers=2)).open() as archive,
        Service(archive),
    ):
        office.docx("awal.docx", "apel pagi")
        wait_until(lambda: paths(archive))
        stopped = psutil.Process(({*multiprocessing.active_children()} - before).pop().pid)
        stopped.suspend()
        hanging = _hangs(office, archive, wait_until)
        office.docx("lain.docx", "apel sore")
        wait_until(lambda: "lain.docx" in paths(archive))
        assert hanging not in paths(archive) and hanging in {each.on for each in archive.reading()}
        stopped.resume()
        wait_until(lambda: hanging in paths(archive))


def _hangs(office: Office, archive: Archive, wait_until: Wait) -> str:
    """Drop files until one comes to the worker that is stopped, and return it."""
    for number in range(10):
        name = f"{number}.docx"
        office.docx(name, f"apel {number}")
        wait_until(lambda name=name: name in paths(archive) or name in _long(archive))
        if name not in paths(archive):
            return name
    raise AssertionError("no file came to the stopped worker")


def _long(archive: Archive) -> set[str]:
    return {each.on for each in archive.reading() if each.seconds > 1}
