"""拟稿（nigao）: drafts official documents from keyed figures and checks drafts against their sources."""

__version__ = "0.1.0"
