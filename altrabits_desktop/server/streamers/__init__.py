"""Streamers of one's own."""
