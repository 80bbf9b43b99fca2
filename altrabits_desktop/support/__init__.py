"""Judges what was measured, for whoever helps: pure, and told as codes."""
