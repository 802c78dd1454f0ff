"""The command line speaks Indonesian, also where click itself speaks."""

import ast
import gettext
import re
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path

import click
import pytest

import dev
from ziarchive.cli import cli
from ziarchive.cli.words import LOCALE, speak_indonesian

CATALOGUE = LOCALE / "id" / "LC_MESSAGES" / "messages.po"
ENTRIES = re.findall(r'(?:^msgid.*\n)+^msgstr.*"$', CATALOGUE.read_text(encoding="utf-8"), re.MULTILINE)[1:]
ENGLISH = re.compile(
    r"\b(?:Usage|Options?|OPTIONS|Commands?|COMMAND|ARGS|Show|message|exit|default|required|Error|Try|Missing|such"
    r"|Invalid|not|one of|Did you mean|the version|TEXT|INTEGER|PATH|FILE|DIRECTORY)\b"
)


def texts(entry: str) -> list[str]:
    """Return an entry's English, singular and plural, and its Indonesian."""
    return [ast.literal_eval(text) for text in re.findall('".*"$', entry, re.MULTILINE)]


def pages(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """Return the help of a command and of those below it."""
    yield name, command.get_help(click.Context(command, info_name=name))
    for each in getattr(command, "commands", {}).values():
        yield from pages(each, f"{name} {each.name}")


def test_the_compiled_words_are_those_written() -> None:
    """messages.mo is what `dev.py words` makes of messages.po."""
    assert CATALOGUE.with_suffix(".mo").read_bytes() == dev.compiled(CATALOGUE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: texts(entry)[0])
def test_click_still_says_what_is_translated(entry: str) -> None:
    """Each English text stands in click's source, and the Indonesian fills in nothing that it does not give."""
    source = "".join(
        Path(str(file.locate())).read_text(encoding="utf-8") for file in files("click") or () if file.suffix == ".py"
    )
    *english, indonesian = re.findall('"(.*)"$', entry, re.MULTILINE)
    assert [text for text in english if f'"{text}"' not in source] == []
    given = set(re.findall(r"{(\w+)", " ".join(english)))
    assert set(re.findall(r"{(\w+)", indonesian)) <= given


def test_every_help_page_is_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page of help holds an English word of click, on a machine of any language."""
    monkeypatch.setenv("LANGUAGE", "en_US:en")
    speak_indonesian()
    shown = dict(pages(cli, "ziarchive"))
    assert len(shown) > 25
    assert {name: ENGLISH.findall(page) for name, page in shown.items() if ENGLISH.search(page)} == {}
    assert all("Pemakaian: " in page and "Tampilkan bantuan ini" in page for page in shown.values())


def test_one_and_many_have_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Indonesian has no plural, so both English forms lead to one text."""
    monkeypatch.setenv("LANGUAGE", "en")
    speak_indonesian()
    one, many = "Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"
    assert {gettext.ngettext(one, many, number) for number in (1, 2, 5)} == {"Mungkin maksudnya {possibilities}?"}
