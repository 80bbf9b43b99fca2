"""Colours, type, measures, icons and pictures: everything that decides how the window looks."""
