"""Pictures and scans: what they are, and the recognition of the text in them."""
