"""How figures are written: measure words and units."""
