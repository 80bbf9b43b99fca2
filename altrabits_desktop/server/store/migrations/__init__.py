"""Numbered steps of the database; each file is one transaction (`runtime/database_forms.py`)."""
