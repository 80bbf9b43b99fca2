"""The driver for the Music Player Daemon."""
