"""Places and what they belong to."""
