"""A value's lineage: what is asked, what stands behind it, and how that is told."""
