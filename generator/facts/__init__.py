"""From a TextDocument to keyed figures, assignments bound to tasks, and relations."""
