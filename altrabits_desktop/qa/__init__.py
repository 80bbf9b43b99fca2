"""The public pytest plug-in: a pilot for the real window, and streamers to find."""
