"""Marks: the pieces of a sentence that say something (numbers, levels, dimensions, counts), found by pattern."""
