"""The files of a release: tables in every format, and what describes them."""
