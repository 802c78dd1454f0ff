"""What index/ keeps beside the search index: the catalogue and the text cache, both derived."""
