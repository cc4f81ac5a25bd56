"""The language, whatever it speaks of: words and their roots, spellings, numbers, dates."""
