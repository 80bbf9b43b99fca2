"""Small views used by two pages or more, one per file; they show what they are given."""
