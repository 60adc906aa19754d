"""Files to values: drafts, policies, fact sheets, the registry of agencies."""
