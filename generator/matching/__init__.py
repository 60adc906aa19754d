"""Alignment of one document's facts with another's, by key."""
