"""Open data behind the tables: one publisher a module, one function a table."""
