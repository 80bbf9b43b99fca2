"""Page Account: making one, signing in, and everything there is to do with one's own."""
