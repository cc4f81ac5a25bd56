"""Scanned pages: recognised words put into lines and cells by what the picture shows."""
