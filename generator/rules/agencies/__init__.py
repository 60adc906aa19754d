"""Names of agencies."""
