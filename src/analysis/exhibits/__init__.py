"""Figures and tables, each with all that belongs to it."""
