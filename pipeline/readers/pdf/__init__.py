"""PDF: words and rules from its engines, lines, columns and tables by geometry."""
