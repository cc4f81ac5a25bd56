"""Names of regions in running text, and the region that each means."""
