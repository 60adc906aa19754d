"""Dates: those no calendar has, those that contradict each other, the form of the 成文日期."""
