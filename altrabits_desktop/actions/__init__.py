"""What a person can do; one module per noun, the same for window and console."""
