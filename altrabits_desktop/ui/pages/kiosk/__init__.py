"""What visitors of a shop see, and where staff type their PIN."""
