"""Page Keys: what the keyboard does."""
