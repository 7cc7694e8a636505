"""Tables, models and exhibits behind the report on Belarus's technology sector."""
