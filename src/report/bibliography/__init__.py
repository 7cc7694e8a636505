"""Citations by author and year."""
