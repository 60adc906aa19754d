"""What python-docx does not give us: the only walker of .docx files."""
