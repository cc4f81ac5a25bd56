"""What a phrase means: one of the 61 indicators, a known issue outside them, or nothing that is known."""
