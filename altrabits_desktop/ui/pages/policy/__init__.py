"""The privacy policy as it is read and decided about: the dialog that asks, and the page."""
