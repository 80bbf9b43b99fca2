"""The driver to copy: small, complete, with a demonstration streamer to talk to."""
