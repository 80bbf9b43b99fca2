"""The driver of streamers that speak the control API."""
