"""The server module: accounts, policies, streamers of one's own and tickets behind one HTTP API."""
