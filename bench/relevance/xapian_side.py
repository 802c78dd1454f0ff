"""Answers questions with Xapian: a task as JSON on standard input, rankings on standard output.

Run by the Python that has the binding, which knows nothing of this project.
"""

import json
import sys
from typing import Any

import xapian  # type: ignore[import-not-found,unused-ignore]  # only the system's Python has it

WAYS = {"all, then any": (xapian.Query.OP_AND, xapian.Query.OP_OR), "any": (xapian.Query.OP_OR,)}
FLAGS = (
    xapian.QueryParser.FLAG_PHRASE
    | xapian.QueryParser.FLAG_BOOLEAN
    | xapian.QueryParser.FLAG_LOVEHATE
    | xapian.QueryParser.FLAG_WILDCARD
)
STEMMER = xapian.Stem("indonesian")


def build(documents: list[dict[str, str]], weights: dict[str, float]) -> Any:
    """Return a database in memory; a document's number is its place, from 1."""
    database = xapian.WritableDatabase("", xapian.DB_BACKEND_INMEMORY)
    generator = xapian.TermGenerator()
    generator.set_stemmer(STEMMER)
    for each in documents:
        document = xapian.Document()
        generator.set_document(document)
        for field, weight in weights.items():
            generator.index_text(each[field], int(weight))
            generator.increase_termpos()
        database.add_document(document)
    return database


def rank(database: Any, question: list[dict[str, Any]], operators: tuple[int, ...]) -> list[int]:
    """Return the places of the documents found, from 0, by each operator in turn."""
    found: dict[int, None] = {}
    for operator in operators:
        parser = xapian.QueryParser()
        parser.set_database(database)
        parser.set_stemmer(STEMMER)
        parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        parser.set_default_op(operator)
        enquire = xapian.Enquire(database)
        enquire.set_query(parser.parse_query(" ".join(map(term, question)), FLAGS))
        found |= {hit.docid - 1: None for hit in enquire.get_mset(0, database.get_doccount())}
    return list(found)


def term(part: dict[str, Any]) -> str:
    """Return one part in Xapian's syntax."""
    text = f'"{part["text"]}"' if part["quoted"] else part["text"] + ("*" if part["open_end"] else "")
    return f"-{text}" if part["excluded"] else text


if __name__ == "__main__":
    task = json.load(sys.stdin)
    made = build(task["documents"], task["weights"])
    answers = {way: [rank(made, each, operators) for each in task["questions"]] for way, operators in WAYS.items()}
    json.dump(answers, sys.stdout)
