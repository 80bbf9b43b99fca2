"""Numbered steps of the database's form; each file is one transaction (`server/store/forms.py`)."""
