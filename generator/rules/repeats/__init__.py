"""The same thing said twice."""
