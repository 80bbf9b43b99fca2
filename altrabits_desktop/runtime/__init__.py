"""What the program stands on: time, words, settings, folders, change feed, logs."""
