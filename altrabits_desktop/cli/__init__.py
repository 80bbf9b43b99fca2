"""What the console says: the same actions as the window, as text or JSON."""
