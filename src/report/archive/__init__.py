"""One archive of report, data and code, as data editors and repositories take it."""
