"""Page Privacy: how one stands, what was decided, which versions there are."""
