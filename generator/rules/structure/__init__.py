"""Rules about numbers of headings and the parts of a document."""
