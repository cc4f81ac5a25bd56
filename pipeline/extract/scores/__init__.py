"""Rules for scores, ranks and means: which number is one, whose it is, and what it measures."""
