"""The rule engine; knows no rule."""
