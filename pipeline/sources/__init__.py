"""Where documents come from: descriptors of sources, and the only code that uses the network.

Bytes come back as values; nothing here knows the corpus or writes a file.
"""
