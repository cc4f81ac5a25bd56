"""The stage that brings what is new from the sources into the corpus."""
