"""One file per rule; a folder is a bundle."""
