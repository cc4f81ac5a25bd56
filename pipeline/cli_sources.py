"""The commands ``ikp sources`` and ``ikp fetch``."""
