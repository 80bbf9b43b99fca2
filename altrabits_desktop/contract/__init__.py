"""What every room agrees on: nouns, closed sets, limits and errors; no input or output here."""
