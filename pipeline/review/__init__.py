"""What people decide: the log folded, applied to findings, and what is left to ask. Pure: no file, no clock."""
