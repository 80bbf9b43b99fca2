"""The driver for Snapcast servers: one streamer that sounds wherever its players are."""
