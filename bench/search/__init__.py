"""Measures search beside Recoll, SQLite FTS5, tantivy and Xapian at several sizes: `python -m bench.search`."""
