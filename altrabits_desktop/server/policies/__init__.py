"""Policies: published once and never changed."""
