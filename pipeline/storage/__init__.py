"""The corpus and the results, on the disk or in an object store: the only code that writes either."""
