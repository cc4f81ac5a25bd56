"""Evidence drawn: the page on which a value stands, its words marked."""
