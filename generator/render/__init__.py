"""PolicyDocument to .docx, verified by reading it back."""
