"""Lexical analysis: str in, values with spans out; no I/O."""
