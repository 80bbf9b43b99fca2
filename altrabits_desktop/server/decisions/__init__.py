"""Decisions about policies: append-only and chained."""
