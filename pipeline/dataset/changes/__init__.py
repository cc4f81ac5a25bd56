"""What changed between two published datasets, why, and how it is told."""
