"""The catalogue of firmware: stored and given as its maker signed it."""
