"""The work of the command and of the flows, from load to save: pure functions called between reads and writes."""
