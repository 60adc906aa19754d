"""Shares and rates."""
