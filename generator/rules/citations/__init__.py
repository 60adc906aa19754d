"""Documents that the draft cites."""
