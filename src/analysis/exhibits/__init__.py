"""Figures and tables, each with all that belongs to it."""

# Where the outputs of a cell carry the record of an exhibit.
KEY = "analysis.exhibit"
