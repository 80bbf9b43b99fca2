"""The driver of every UPnP MediaRenderer."""
