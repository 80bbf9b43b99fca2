"""In step with the server: its client, the local replica, what waits to be sent, and the engine."""
