"""Generated documents for the demo and the bench; every page of them is marked CONTOH.

Offices, people and texts are invented. Nothing in `ziarchive` or `web` imports this package.
"""
