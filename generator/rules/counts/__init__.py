"""Announced numbers and the lists that follow."""
