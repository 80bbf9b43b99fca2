"""Drivers: one folder a protocol, each able to talk to the streamers it recognises."""
