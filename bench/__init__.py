"""Measures ziarchive on a generated archive beside a naive loop; see docs/bench.md."""
