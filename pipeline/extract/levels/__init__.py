"""Rules for levels: whose a stated "tinggi", "sedang" or "rendah" is, and what it grades."""
