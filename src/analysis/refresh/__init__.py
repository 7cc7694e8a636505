"""From the publishers' own files to the tables in ``data/``, and what a new edition moved."""
