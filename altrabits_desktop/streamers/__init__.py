"""Finding streamers, knowing them, and talking to them on the local network."""
