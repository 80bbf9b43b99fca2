"""What page Streamers shows while nothing is here: what was tried, and what to do."""
