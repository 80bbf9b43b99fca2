"""The change feed: what came since a cursor, and the hint that there is more."""
