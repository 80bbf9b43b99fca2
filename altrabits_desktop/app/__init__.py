"""The room that knows all others: starts, wires, watches and ends the program."""
