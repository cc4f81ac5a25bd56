"""Rules for indicators and issues: which are stated, of which regions, and how many cases or polling stations."""
