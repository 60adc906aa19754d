"""Findings and ledgers to text or bytes; pure."""
