"""Page Streamer: one streamer, what it is and does, and how it was heard."""
