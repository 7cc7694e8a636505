"""New editions of tables: taken, compared, swapped in as a whole, reported."""
