"""Assignments against sources."""
