"""Numbered steps of the local replica; each file is one transaction."""
