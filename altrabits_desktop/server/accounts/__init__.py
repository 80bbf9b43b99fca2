"""Accounts: created with two fields and a yes, changed, deleted."""
