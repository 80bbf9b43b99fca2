"""The contact that the bundled policy names: true of a server on one's own computer alone."""

from __future__ import annotations

BUNDLED_CONTACTS = frozenset(
    {
        (
            "The person who set up this computer (an operator of a shared server names their own"
            " contact)"
        ),
        (
            "Die Person, die diesen Computer eingerichtet hat (wer einen gemeinsamen Server"
            " betreibt, nennt einen eigenen Kontakt)"
        ),
    }
)
"""In each language of the bundled policy; a test compares them with its side files."""


def is_bundled_contact(contact: str) -> bool:
    """Tell whether whoever runs a server has named no contact of their own. Pure."""
    return contact.strip() in BUNDLED_CONTACTS
