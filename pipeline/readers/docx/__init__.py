"""Word files: paragraphs, tables and numbering from the parts of a .docx."""
