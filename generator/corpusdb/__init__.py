"""The SQLite index of corpus/."""
