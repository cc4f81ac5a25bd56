"""Rules for tables: what the columns are, and what each row says of its region."""
