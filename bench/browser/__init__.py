"""How fast a big archive feels in a browser: a year of 5,000 slots and 20,000 documents, the real server, Chromium."""
