"""Products of figures."""
