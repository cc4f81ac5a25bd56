"""What every build is checked for, and what a failed check does."""
