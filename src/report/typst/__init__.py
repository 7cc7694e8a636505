"""The PDF: a Sphinx builder that writes Typst."""
