"""Figures against their stated limits."""
