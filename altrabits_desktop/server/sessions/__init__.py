"""Sign-ins: given for the two fields, listed, ended."""
