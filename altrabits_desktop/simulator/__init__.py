"""Virtual AltraBits streamers: found, read and broken like real ones, for tests and the demo."""
