"""Exit codes of every command."""

CLEAN = 0
FINDINGS = 1
WRONG_INPUT = 2
INTERNAL_FAILURE = 3
INTERRUPTED = 130
