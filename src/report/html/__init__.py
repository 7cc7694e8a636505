"""Repairs and additions to the HTML pages."""
