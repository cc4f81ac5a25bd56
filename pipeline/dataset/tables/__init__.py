"""The published tables: their columns, their rows, and the rules that every field is checked against."""
