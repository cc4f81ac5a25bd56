"""Which edition of the index a document, or a place in one of its sentences, speaks of."""
