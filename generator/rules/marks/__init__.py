"""Rules about punctuation marks."""
