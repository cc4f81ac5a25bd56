"""A document's blocks ready for the rules: units with role and lead, and lines with marks and regions."""
