"""The server of a household: its certificate, who may come in, and how it is found."""
