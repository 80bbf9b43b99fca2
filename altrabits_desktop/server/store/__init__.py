"""Where the server keeps what it acknowledged."""
