"""The evidence pack of a region: everything about it on one page."""
