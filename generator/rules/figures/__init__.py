"""Figures against sources."""
