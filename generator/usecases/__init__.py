"""One function per intent; the public API."""
