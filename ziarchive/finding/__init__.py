"""Answers the search box: from the question to the hits, their pages, the facets, and help where there is none."""
