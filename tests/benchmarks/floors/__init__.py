"""Floors: the same libraries, and no code of the application."""
